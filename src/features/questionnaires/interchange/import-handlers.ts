import type { RequestHandler } from 'express';
import { parseInput, translatorOf, uploadedFile } from '../../../platform/http';
import { actorOf } from '../../accounts';
import { deskAddress } from '../present-frame';
import { presentFrame } from '../present-frame';
import type { QuestionnairesRoutesNeeds } from '../routes';
import { deskOf, scopeOf, send, type OfImport, type OfQuestionnaire } from './desk-page';
import { bareInput, replaceInput } from './inputs';
import { presentFiles } from './present-files';
import { presentReport } from './present-report';

/** Reads the file and goes to its report; nothing is changed. */
export const takeFile =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfQuestionnaire> =>
  async (req, res) => {
    parseInput(bareInput, req.body ?? {});
    const desk = await deskOf(needs, req.params);
    const file = uploadedFile(req);
    if (file === undefined) {
      const translator = translatorOf(req);
      const error = translator.t('interchange:problems.no-file.text');
      res.status(422);
      send(req, res, desk.evaluation, {
        view: 'questionnaires/interchange/show-files',
        title: desk.draft.definition.title,
        model: { ...presentFiles(translator, desk, actorOf(res), { taken: null, error }) },
      });
      return;
    }
    const id = await needs.questionnaires.interchange.readFile(scopeOf(req.params, actorOf(res)), file);
    res.redirect(303, `${deskAddress(desk)}/pliki/wczytanie/${id}`);
  };

export const showReport =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfImport> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    const actor = actorOf(res);
    const reading = await needs.questionnaires.interchange.readImport(scopeOf(req.params, actor), req.params.plik);
    const translator = translatorOf(req);
    const home = `${deskAddress(desk)}/pliki`;
    send(req, res, desk.evaluation, {
      view: 'questionnaires/interchange/show-report',
      title: `${translator.t('interchange:report.title')} – ${desk.draft.definition.title}`,
      model: {
        frame: presentFrame(translator, desk, actor, 'pliki'),
        report: presentReport(translator, reading),
        revision: desk.draft.revision,
        address: `${home}/wczytanie/${reading.id}`,
        back: home,
      },
    });
  };

export const confirmReplace =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfImport> =>
  async (req, res) => {
    const { rewizja } = parseInput(replaceInput, req.body ?? {});
    const desk = await deskOf(needs, req.params);
    const actor = actorOf(res);
    const { interchange } = needs.questionnaires;
    const reading = await interchange.readImport(scopeOf(req.params, actor), req.params.plik);
    await interchange.replaceDraft(reading, rewizja, actor.name);
    res.redirect(303, `${deskAddress(desk)}/pliki?wczytano=${reading.id}`);
  };
