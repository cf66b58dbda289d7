import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { writeCsv, writeWorkbook } from '../../../platform/spreadsheet';
import { actorOf, requireRole } from '../../accounts';
import type { Conclusion } from '../domain';
import type { FindingsRoutesNeeds } from '../routes';
import { matrixQuery } from './inputs';
import { matrixCsv, matrixSheets } from './matrix-sheets';
import { presentJson } from './present-json';
import { presentPage } from './present-page';
import type { JudgedMatrix } from './read-judged';

/** What the evaluation is to answer, and how far it has: read by directors, written by evaluators. */
export const matrixRoutes = (needs: FindingsRoutesNeeds): Router => {
  const router = express.Router();
  const readers = requireRole('evaluator', 'administrator', 'director');
  router.get('/badania/:id/matryca', readers, showMatrix(needs));
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
