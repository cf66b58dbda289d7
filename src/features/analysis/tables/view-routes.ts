import express, { type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { requireRole, type Account } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { presentViews } from './present-views';
import { noSuchView } from './problems';
import type { ViewId, ViewScope } from './store';
import { newViewForm, renameForm, shareForm, viewsQuery } from './view-inputs';

const HOME = '/badania/:id/tabele/widoki';

/** Tables that people keep under a name. */
export const viewRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  router.use(HOME, requireRole('evaluator', 'administrator'));
  router.get(HOME, showViews(needs));
  router.post(HOME, addView(needs));
  router.post(`${HOME}/:widok/nazwa`, renameView(needs));
  router.post(`${HOME}/:widok/udostepnij`, shareView(needs));
  router.post(`${HOME}/:widok/usun`, removeView(needs));
  return router;
};

type OfEvaluation = { id: string };
type OfView = OfEvaluation & { widok: string };

const accountOf = (res: Response): Account => res.locals['account'] as Account;

const scopeOf = (res: Response, evaluationId: string): ViewScope => ({
  evaluationId: evaluationId as EvaluationId,
  accountId: accountOf(res).id,
});

const showViews =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<OfEvaluation> =>
  async (req, res) => {
    const { gotowe } = parseInput(viewsQuery, req.query);
    const translator = translatorOf(req);
    const scope = scopeOf(res, req.params.id);
    const { evaluation, views } = await analysis.tables.readViews(scope);
    sendPage(req, res, {
      layout: 'staff',
      view: 'analysis/tables-views',
      title: translator.t('tables:views.title'),
      current: 'tables',
      study: { id: evaluation.id, title: evaluation.shortTitle },
      demonstration: evaluation.demonstration,
      model: { page: presentViews(views, { scope, done: gotowe }, translator) },
    });
  };

const addView =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<OfEvaluation> =>
  async (req, res) => {
    const { nazwa: name, adres: state } = parseInput(newViewForm, req.body);
    const ownerName = accountOf(res).name;
    await analysis.tables.saveView(scopeOf(res, req.params.id), { name, state, ownerName });
    back(res, req.params.id, 'zapisano');
  };

const renameView =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<OfView> =>
  async (req, res) => {
    const { nazwa } = parseInput(renameForm, req.body);
    const { id, widok } = req.params;
    if (!(await analysis.tables.renameView(scopeOf(res, id), widok as ViewId, nazwa))) throw noSuchView();
    back(res, id, 'zmieniono');
  };

const shareView =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<OfView> =>
  async (req, res) => {
    const { wspolny } = parseInput(shareForm, req.body);
    const { id, widok } = req.params;
    if (!(await analysis.tables.shareView(scopeOf(res, id), widok as ViewId, wspolny === '1'))) throw noSuchView();
    back(res, id, 'zmieniono');
  };

const removeView =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<OfView> =>
  async (req, res) => {
    const { id, widok } = req.params;
    if (!(await analysis.tables.removeView(scopeOf(res, id), widok as ViewId))) throw noSuchView();
    back(res, id, 'usunieto');
  };

const back = (res: Response, evaluationId: string, done: string): void => {
  res.redirect(303, `/badania/${encodeURIComponent(evaluationId)}/tabele/widoki?gotowe=${done}`);
};
