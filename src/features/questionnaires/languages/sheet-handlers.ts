import type { RequestHandler } from 'express';
import { parseInput, translatorOf, uploadedFile } from '../../../platform/http';
import { actorOf } from '../../accounts';
import { deskAddress } from '../present-frame';
import type { QuestionnairesRoutesNeeds } from '../routes';
import { deskOf, keyOf, send, type OfQuestionnaire } from './desk-page';
import { bareInput } from './inputs';
import { presentLoadSheet, presentSheetReport } from './present-sheet';
import { writeSheet, writeSheetAsCsv } from './sheet-file';

type OfSheet = OfQuestionnaire & { arkusz: string };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const attachment = (code: string, extension: string): string =>
  `attachment; filename="${code.replace(/[^A-Za-z0-9-]/g, '-')}-tlumaczenia.${extension}"`;

export const sendSheet =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfQuestionnaire> =>
  async (req, res) => {
    const { draft } = await deskOf(needs, req.params);
    const bytes = await writeSheet(translatorOf(req), draft.definition);
    res
      .type(XLSX)
      .set('Content-Disposition', attachment(draft.code, 'xlsx'))
      .set('Cache-Control', 'no-store')
      .send(bytes);
  };

export const sendSheetAsCsv =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfQuestionnaire> =>
  async (req, res) => {
    const { draft } = await deskOf(needs, req.params);
    const text = writeSheetAsCsv(translatorOf(req), draft.definition);
    res
      .type('text/csv')
      .set('Content-Disposition', attachment(draft.code, 'csv'))
      .set('Cache-Control', 'no-store')
      .send(text);
  };

export const askForSheet =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfQuestionnaire> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    send(req, res, desk, {
      view: 'questionnaires/languages/load-sheet',
      model: { ...presentLoadSheet(translatorOf(req), desk, actorOf(res), null) },
    });
  };

export const takeSheet =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfQuestionnaire> =>
  async (req, res) => {
    parseInput(bareInput, req.body ?? {});
    const desk = await deskOf(needs, req.params);
    const file = uploadedFile(req);
    if (file === undefined) {
      const translator = translatorOf(req);
      const error = translator.t('languages:problems.sheet-not-chosen.text');
      res.status(422);
      send(req, res, desk, {
        view: 'questionnaires/languages/load-sheet',
        model: { ...presentLoadSheet(translator, desk, actorOf(res), error) },
      });
      return;
    }
    const id = await needs.questionnaires.languages.loadSheet(keyOf(req.params), actorOf(res).name, file.bytes);
    res.redirect(303, `${deskAddress(desk)}/jezyki/wczytanie/${id}`);
  };

export const showReport =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfSheet> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    const loaded = await needs.questionnaires.languages.readLoadedSheet(keyOf(req.params), req.params.arkusz);
    send(req, res, desk, {
      view: 'questionnaires/languages/sheet-report',
      model: { ...presentSheetReport(translatorOf(req), desk, actorOf(res), loaded) },
    });
  };

export const confirmSheet =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfSheet> =>
  async (req, res) => {
    parseInput(bareInput, req.body ?? {});
    const desk = await deskOf(needs, req.params);
    const by = actorOf(res).name;
    const { taken, overtaken } = await needs.questionnaires.languages.applySheet(
      keyOf(req.params),
      by,
      req.params.arkusz,
    );
    res.redirect(303, `${deskAddress(desk)}/jezyki?wczytano=${taken}&pominieto=${overtaken}`);
  };
