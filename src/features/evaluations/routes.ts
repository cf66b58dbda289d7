import express, { type RequestHandler, type Router } from 'express';
import { dayOf, type Clock } from '../../platform/clock';
import { sendPage, translatorOf } from '../../platform/http';
import type { EvaluationId } from '../../platform/ids';
import { requireRole } from '../accounts';
import type { Evaluations } from '.';
import type { Evaluation } from './domain';
import { managingRoles } from './policy';
import { resultsRoutes } from './results/routes';
import { presentCard, presentCount, presentOverview, presentReminders, type OpenLink, type Standing } from './present';

export interface EvaluationsRoutesNeeds {
  readonly evaluations: Evaluations;
  readonly clock: Clock;
  /** Responses filled in to the end; `responses` comes later in the story. */
  readonly countResponses: (id: EvaluationId) => Promise<number>;
  /** Links anyone may answer by; `fieldwork` comes later in the story. */
  readonly listOpenLinks: (id: EvaluationId) => Promise<readonly OpenLink[]>;
}

/** The evaluator's list of studies and the overview of one. */
export const evaluationsRoutes = (needs: EvaluationsRoutesNeeds): Router => {
  const router = express.Router();
  const managers = requireRole(...managingRoles);
  router.get('/badania', managers, showEvaluations(needs));
  router.get('/badania/:id', managers, showEvaluation(needs));
  router.use(resultsRoutes(needs));
  return router;
};

const standingOf =
  ({ clock, countResponses }: EvaluationsRoutesNeeds) =>
  async (evaluation: Evaluation): Promise<Standing> => ({
    evaluation,
    completed: await countResponses(evaluation.id),
    today: dayOf(clock.now()),
  });

const showEvaluations =
  (needs: EvaluationsRoutesNeeds): RequestHandler =>
  async (req, res) => {
    const translator = translatorOf(req);
    const standings = await Promise.all((await needs.evaluations.listEvaluations()).map(standingOf(needs)));
    sendPage(req, res, {
      layout: 'staff',
      view: 'evaluations/show-evaluations',
      title: translator.t('evaluations:list.title'),
      current: 'evaluations',
      demonstration: standings.some(({ evaluation }) => evaluation.demonstration),
      model: {
        summary: presentCount(standings, translator),
        cards: standings.map((standing) => presentCard(standing, translator)),
        reminders: presentReminders(standings, translator),
      },
    });
  };

const showEvaluation =
  (needs: EvaluationsRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const translator = translatorOf(req);
    const evaluation = await needs.evaluations.readEvaluation(req.params.id as EvaluationId);
    const [standing, links] = await Promise.all([standingOf(needs)(evaluation), needs.listOpenLinks(evaluation.id)]);
    sendPage(req, res, {
      layout: 'staff',
      view: 'evaluations/show-evaluation',
      title: translator.t('evaluations:overview.title'),
      current: 'overview',
      study: { id: evaluation.id, title: evaluation.shortTitle },
      demonstration: evaluation.demonstration,
      model: presentOverview(standing, links, translator),
    });
  };
