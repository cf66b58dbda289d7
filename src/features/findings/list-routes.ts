import express, { type RequestHandler, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../platform/http';
import type { EvaluationId } from '../../platform/ids';
import { requireRole } from '../accounts';
import { chooseFindings } from './domain';
import { listQuery } from './inputs';
import { mayWrite, pageOf } from './page-of';
import { presentFindingsJson } from './present-json';
import { presentFindings, wantedOf } from './present-list';
import type { FindingsRoutesNeeds } from './routes';

/** All findings of an evaluation; a director sees those that are ready. */
export const findingListRoutes = (needs: FindingsRoutesNeeds): Router => {
  const router = express.Router();
  const readers = requireRole('evaluator', 'administrator', 'director');
  router.get('/badania/:id/wnioski/wyniki', readers, showFindings(needs));
  return router;
};

const showFindings =
  ({ findings }: FindingsRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const query = parseInput(listQuery, req.query);
    const evaluation = await findings.readEvaluation(req.params.id as EvaluationId);
    const all = (await findings.readProven(evaluation.id)).filter(({ state }) => mayWrite(res) || state === 'ready');
    const standings = await findings.readStandings(evaluation, all);
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    if (query.format === 'json' || (query.format === undefined && wantsJson(req))) {
      res.json(presentFindingsJson(evaluation, chooseFindings(all, wantedOf(query)), standings));
      return;
    }
    const translator = translatorOf(req);
    sendPage(req, res, {
      ...pageOf(res, evaluation),
      view: 'findings/findings',
      title: translator.t('findings:list.title'),
      model: {
        page: presentFindings({ evaluation, findings: all, standings }, query, translator),
        mayWrite: mayWrite(res),
        done: query.usunieto === '1' ? translator.t('findings:done.removed') : null,
      },
    });
  };
