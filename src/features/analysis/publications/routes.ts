import express, { type RequestHandler, type Router } from 'express';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { requireRole, type Account } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { protectionForm } from './inputs';
import { presentProtection } from './present-protection';

/** How small groups are protected, and what has been told already. */
export const publicationsRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  const writers = requireRole('evaluator', 'administrator');
  router.get('/badania/:id/ochrona', writers, showProtection(needs));
  router.post('/badania/:id/ochrona', writers, changeLimit(needs));
  return router;
};

const showProtection =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const translator = translatorOf(req);
    const { evaluation, changes, publications } = await analysis.publications.readProtection(
      req.params.id as EvaluationId,
    );
    sendPage(req, res, {
      layout: 'staff',
      view: 'analysis/protection',
      title: translator.t('publications:title'),
      current: 'variables',
      study: { id: evaluation.id, title: evaluation.shortTitle },
      demonstration: evaluation.demonstration,
      model: { page: presentProtection(evaluation, changes, publications, translator) },
    });
  };

const changeLimit =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const { prog } = parseInput(protectionForm, req.body);
    const id = req.params.id as EvaluationId;
    await analysis.publications.changeProtection(id, prog, (res.locals['account'] as Account).name);
    res.redirect(303, `/badania/${id}/ochrona`);
  };
