import type { RequestHandler, Response } from 'express';
import { isUuid } from '../../../platform/ids';
import { parseInput, translatorOf } from '../../../platform/http';
import { writeWorkbook } from '../../../platform/spreadsheet';
import { actorOf } from '../../accounts';
import type { QuestionnaireDefinition } from '../domain';
import type { QuestionnairesRoutesNeeds } from '../routes';
import { deskOf, scopeOf, send, type OfImport, type OfQuestionnaire } from './desk-page';
import { filesQuery } from './inputs';
import { writeJson } from './json/envelope';
import { presentFiles } from './present-files';
import { importNotFound } from './problems';
import { toWrittenSheets } from './xlsform/to-written-sheets';
import { writeXlsForm } from './xlsform/write-xlsform';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const showFiles =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfQuestionnaire> =>
  async (req, res) => {
    const { wczytano } = parseInput(filesQuery, req.query);
    const desk = await deskOf(needs, req.params);
    const taken = isUuid(wczytano) ? wczytano : null;
    send(req, res, desk.evaluation, {
      view: 'questionnaires/interchange/show-files',
      title: desk.draft.definition.title,
      model: { ...presentFiles(translatorOf(req), desk, actorOf(res), { taken, error: null }) },
    });
  };

export const sendXlsForm =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfQuestionnaire> =>
  async (req, res) => {
    const { draft } = await deskOf(needs, req.params);
    const bytes = await writeWorkbook(toWrittenSheets(await writeXlsForm(draft.definition)));
    sendFile(res, XLSX, `${draft.code}.xlsx`, bytes);
  };

export const sendJson =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfQuestionnaire> =>
  async (req, res) => {
    const { draft } = await deskOf(needs, req.params);
    sendDefinition(res, draft.code, draft.definition);
  };

/** The draft as it was before a file took its place. */
export const sendPrevious =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfImport> =>
  async (req, res) => {
    const scope = scopeOf(req.params, actorOf(res));
    const { previous } = await needs.questionnaires.interchange.readImport(scope, req.params.plik);
    if (previous === null) throw importNotFound();
    sendDefinition(res, `${previous.code}-poprzedni`, previous);
  };

const sendDefinition = (res: Response, name: string, definition: QuestionnaireDefinition): void => {
  sendFile(res, 'application/json; charset=utf-8', `${name}.json`, Buffer.from(writeJson(definition)));
};

const sendFile = (res: Response, type: string, name: string, bytes: Buffer): void => {
  res
    .type(type)
    .set('Content-Disposition', `attachment; filename="${name.replace(/[^A-Za-z0-9.-]/g, '-')}"`)
    .set('Cache-Control', 'no-store')
    .send(bytes);
};
