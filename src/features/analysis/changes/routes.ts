import express, { type RequestHandler, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { requireRole } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { changesQuery, fieldworkInput } from './inputs';
import { presentChanges } from './present-changes';
import { presentChangesJson } from './present-json';

/** Waves beside one another; the address is the whole state. */
export const changesRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  const staff = requireRole('evaluator', 'administrator');
  router.get('/badania/:id/fale', staff, showChanges(needs));
  router.post('/badania/:id/fale', staff, describeFieldwork(needs));
  return router;
};

const showChanges =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const query = parseInput(changesQuery, req.query);
    const read = await analysis.changes.readChanges(req.params.id as EvaluationId, {
      later: query.zbior,
      earlier: query.wczesniej,
      laterWeight: query.waga,
      earlierWeight: query.wagaw,
    });
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    if (query.format === 'json' || (query.format === undefined && wantsJson(req))) {
      res.json(presentChangesJson(read));
      return;
    }
    const translator = translatorOf(req);
    sendPage(req, res, {
      layout: 'staff',
      view: 'analysis/changes',
      title: translator.t('changes:title'),
      current: 'comparison',
      study: { id: read.evaluation.id, title: read.evaluation.shortTitle },
      demonstration: read.evaluation.demonstration,
      model: { view: presentChanges(translator, read), isSaved: query.zapisano === '1' },
    });
  };

/** How a wave was collected: what decides whether it may be compared. */
const describeFieldwork =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const { kod, zbior, wczesniej, tryb, dobor, od, do: to } = parseInput(fieldworkInput, req.body);
    const id = req.params.id as EvaluationId;
    await analysis.changes.describeFieldwork(id, kod, { mode: tryb, recruitment: dobor, from: od, to });
    const query = new URLSearchParams({ zbior, wczesniej, zapisano: '1' });
    res.redirect(303, `/badania/${id}/fale?${query.toString()}`);
  };
