import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { writeCsv, writeWorkbook } from '../../../platform/spreadsheet';
import { actorOf, requireRole } from '../../accounts';
import type { Conclusion } from '../domain';
import type { FindingsRoutesNeeds } from '../routes';
import {
  moveQuestion,
  removeQuestion,
  showApproval,
  showAssign,
  showObjectives,
  showQuestion,
  showRemoval,
  takeApproval,
  takeAssign,
  takeObjectives,
} from './act-handlers';
import { showForm, takeForm } from './form-handlers';
import { matrixQuery } from './inputs';
import { matrixCsv, matrixSheets } from './matrix-sheets';
import { presentJson } from './present-json';
import { presentPage } from './present-page';
import type { JudgedMatrix } from './read-judged';

/** What the evaluation is to answer, and how far it has: read by directors, written by evaluators. */
export const matrixRoutes = (needs: FindingsRoutesNeeds): Router => {
  const router = express.Router();
  const readers = requireRole('evaluator', 'administrator', 'director');
  const writers = requireRole('evaluator', 'administrator');
  const home = '/badania/:id/matryca';
  const question = `${home}/pytanie/:pytanie` as const;
  router.get(home, readers, showMatrix(needs));
  router.get(`${home}/pytanie`, writers, showForm(needs));
  router.post(`${home}/pytanie`, writers, takeForm(needs));
  router.get(question, readers, showQuestion(needs));
  router.get(`${question}/zmien`, writers, showForm(needs));
  router.post(`${question}/zmien`, writers, takeForm(needs));
  router.post(`${question}/przesun`, writers, moveQuestion(needs));
  router.get(`${question}/usun`, writers, showRemoval(needs));
  router.post(`${question}/usun`, writers, removeQuestion(needs));
  router.get(`${home}/cele`, writers, showObjectives(needs));
  router.post(`${home}/cele`, writers, takeObjectives(needs));
  router.get(`${home}/zatwierdzenie`, writers, showApproval(needs));
  router.post(`${home}/zatwierdzenie`, writers, takeApproval(needs));
  router.get(`${home}/pozycje`, writers, showAssign(needs));
  router.post(`${home}/pozycje`, writers, takeAssign(needs));
  return router;
};

const showMatrix =
  ({ findings }: FindingsRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const query = parseInput(matrixQuery, req.query);
    const id = req.params.id as EvaluationId;
    const [judged, conclusions] = await Promise.all([
      findings.matrix.readJudged(id),
      findings.conclusions.listConclusions(id),
    ]);
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    if (query.format === 'json' || (query.format === undefined && wantsJson(req))) {
      res.json(presentJson(judged, conclusions));
      return;
    }
    if (query.format === 'xlsx' || query.format === 'csv') {
      await sendFile(req, res, { judged, conclusions, kind: query.format });
      return;
    }
    const translator = translatorOf(req);
    const mayWrite = actorOf(res).role !== 'director';
    const { evaluation } = judged;
    const note =
      query.przypisano === undefined
        ? query.zrobiono && translator.t(`matrix:done.${query.zrobiono}`)
        : translator.t('matrix:assign-form.done', { count: query.przypisano });
    sendPage(req, res, {
      layout: mayWrite ? 'staff' : 'top-bar',
      view: 'findings/matrix',
      title: translator.t('matrix:title'),
      current: 'findings',
      sheets: ['/css/matrix.css'],
      study: { id: evaluation.id, title: evaluation.shortTitle },
      demonstration: evaluation.demonstration,
      model: { page: presentPage(judged, conclusions, { mayWrite }, translator), note: note ?? null },
    });
  };

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

interface MatrixFile {
  readonly judged: JudgedMatrix;
  readonly conclusions: readonly Conclusion[];
  readonly kind: keyof typeof TYPES;
}

const sendFile = async (
  req: Request<{ id: string }>,
  res: Response,
  { judged, conclusions, kind }: MatrixFile,
): Promise<void> => {
  const translator = translatorOf(req);
  const bytes =
    kind === 'csv'
      ? Buffer.from(writeCsv(matrixCsv(judged, conclusions, translator)))
      : await writeWorkbook(matrixSheets(judged, conclusions, translator));
  res
    .type(TYPES[kind])
    .set('Content-Disposition', `attachment; filename="${translator.t('matrix:file')}.${kind}"`)
    .send(bytes);
};
