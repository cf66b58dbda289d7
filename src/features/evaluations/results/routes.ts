import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { dayOf } from '../../../platform/clock';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf, requireRole } from '../../accounts';
import type { Evaluation } from '../domain';
import { managingRoles } from '../policy';
import type { EvaluationsRoutesNeeds } from '../routes';
import { finishForm, isDay } from './inputs';
import { presentFinishing, type FinishFault, type FinishForm } from './present-finishing';

/** Where the results of an evaluation are closed, once and for good. */
export const resultsRoutes = (needs: EvaluationsRoutesNeeds): Router => {
  const router = express.Router();
  const managers = requireRole(...managingRoles);
  router.get('/badania/:id/wyniki-ostateczne', managers, showFinishing(needs));
  router.post('/badania/:id/wyniki-ostateczne', managers, finish(needs));
  return router;
};

type Handler = RequestHandler<{ id: string }>;

const showFinishing =
  (needs: EvaluationsRoutesNeeds): Handler =>
  async (req, res) => {
    const evaluation = await needs.evaluations.readEvaluation(req.params.id as EvaluationId);
    const day = dayOf(needs.clock.now());
    await show(needs, req, res, { evaluation, form: { day, isConfirmed: false }, faults: [] });
  };

const finish =
  (needs: EvaluationsRoutesNeeds): Handler =>
  async (req, res) => {
    const { dzien: day, potwierdzam } = parseInput(finishForm, req.body);
    const evaluation = await needs.evaluations.readEvaluation(req.params.id as EvaluationId);
    const isConfirmed = potwierdzam === '1';
    const isInRange = isDay(day) && day >= evaluation.opensOn && day <= dayOf(needs.clock.now());
    const faults: FinishFault[] = [
      ...(isInRange ? [] : ['day' as const]),
      ...(isConfirmed ? [] : ['confirmation' as const]),
    ];
    if (faults.length > 0) {
      await show(needs, req, res, { evaluation, form: { day, isConfirmed }, faults });
      return;
    }
    await needs.evaluations.finishResults(evaluation.id, { on: day, by: actorOf(res).name });
    res.redirect(303, `/badania/${evaluation.id}/wyniki-ostateczne`);
  };

interface Shown {
  readonly evaluation: Evaluation;
  readonly form: FinishForm;
  readonly faults: readonly FinishFault[];
}

const show = async (
  { evaluations, clock }: EvaluationsRoutesNeeds,
  req: Request<{ id: string }>,
  res: Response,
  shown: Shown,
): Promise<void> => {
  const translator = translatorOf(req);
  const { evaluation, faults } = shown;
  const closings = await evaluations.readResultLog(evaluation.id);
  const title = translator.t('evaluations:finish.title');
  sendPage(req, res, {
    layout: 'staff',
    view: 'evaluations/finish-results',
    title: faults.length > 0 ? translator.t('layout:errorTitle', { title }) : title,
    status: faults.length > 0 ? 400 : 200,
    current: 'overview',
    study: { id: evaluation.id, title: evaluation.shortTitle },
    demonstration: evaluation.demonstration,
    model: { page: presentFinishing({ ...shown, closings, today: dayOf(clock.now()) }, translator) },
  });
};
