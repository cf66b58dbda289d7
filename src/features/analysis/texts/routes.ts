import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { writeCsv, writeWorkbook } from '../../../platform/spreadsheet';
import { requireRole } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { answerRows, answerSheets, MOST_ROWS } from './answer-files';
import { chooseAnswers, shownGroups } from './choose-answers';
import { answersQuery, listQuery, type AnswersQuery } from './inputs';
import type { TextAnswer } from './keep-texts';
import { pageOf } from './page-of';
import { presentAnswers } from './present-answers';
import { presentAnswersJson } from './present-json';
import { presentList, presentListJson } from './present-list';
import { groupNotShown, tooManyRows } from './problems';
import { quoteRoutes } from './quote-routes';
import type { ReadAnswers } from '.';

type Handler<Parameters = { id: string }> = RequestHandler<Parameters & { id: string }>;

/** Open answers, listed and searched. */
export const textsRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  const readers = requireRole('evaluator', 'administrator');
  const home = '/badania/:id/odpowiedzi';
  router.get(home, readers, showList(needs));
  router.get(`${home}/:pytanie`, readers, showAnswers(needs));
  router.use(quoteRoutes(needs));
  return router;
};

const showList =
  ({ analysis }: AnalysisRoutesNeeds): Handler =>
  async (req, res) => {
    parseInput(listQuery, req.query);
    const read = await analysis.texts.readQuestions(req.params.id as EvaluationId);
    const translator = translatorOf(req);
    res.set('Vary', 'Accept');
    if (wantsJson(req)) {
      res.json(presentListJson(read));
      return;
    }
    sendPage(req, res, {
      ...pageOf(read.evaluation),
      view: 'analysis/texts',
      title: translator.t('texts:title'),
      model: { page: presentList(read, translator) },
    });
  };

const showAnswers =
  ({ analysis }: AnalysisRoutesNeeds): Handler<{ pytanie: string }> =>
  async (req, res) => {
    const query = parseInput(answersQuery, req.query);
    const read = await analysis.texts.readAnswers(req.params.id as EvaluationId, req.params.pytanie, query.zbior);
    refuseHidden(read, query);
    const chosen = chooseAnswers(read.texts.answers ?? [], {
      search: query.szukaj,
      institution: query.instytucja,
      clientType: query.typ,
    });
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    if (query.format === 'xlsx' || query.format === 'csv') {
      await sendFile(req, res, { read, chosen, query });
      return;
    }
    if (query.format === 'json' || (query.format === undefined && wantsJson(req))) {
      res.json(presentAnswersJson(read, chosen, query));
      return;
    }
    const translator = translatorOf(req);
    const page = presentAnswers(read, chosen, query, translator);
    sendPage(req, res, {
      ...pageOf(read.evaluation),
      view: 'analysis/texts-answers',
      title: page.title,
      model: { page },
    });
  };

/** A filter for a group whose label is hidden would set it apart. */
const refuseHidden = (read: ReadAnswers, { instytucja, typ }: AnswersQuery): void => {
  const { institutions, clientTypes } = shownGroups(read);
  const isShown = (groups: typeof institutions, code: string): boolean =>
    code === '' || groups.some((group) => group.code === code);
  if (!isShown(institutions, instytucja) || !isShown(clientTypes, typ))
    throw groupNotShown({ smallestGroup: read.evaluation.smallestGroup });
};

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const sendFile = async (
  req: Request<{ id: string; pytanie: string }>,
  res: Response,
  { read, chosen, query }: { read: ReadAnswers; chosen: readonly TextAnswer[]; query: AnswersQuery },
): Promise<void> => {
  const translator = translatorOf(req);
  const kind = query.format === 'csv' ? 'csv' : 'xlsx';
  if (kind === 'xlsx' && chosen.length > MOST_ROWS) throw tooManyRows({ most: MOST_ROWS });
  const bytes =
    kind === 'csv'
      ? Buffer.from(writeCsv(answerRows(read, chosen, query, translator)))
      : await writeWorkbook(answerSheets(read, chosen, query, translator));
  res
    .attachment(`${translator.t('texts:file.name')}-${read.field.code}.${kind}`)
    .type(TYPES[kind])
    .send(bytes);
};
