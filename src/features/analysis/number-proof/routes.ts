import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf, requireRole, type Account } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { numberForm, numberQuery, wantedBy } from './inputs';
import { presentNumber, type LinkShown } from './present-number';
import { presentNumberJson } from './present-number-json';
import type { NumberProof } from './read-number';

/** What stands behind one number: under its own description, and for good under `/l/…`. */
export const numberProofRoutes = (needs: AnalysisRoutesNeeds): Router => {
  const router = express.Router();
  const writers = requireRole('evaluator', 'administrator');
  router.get('/badania/:id/liczba', writers, showNumber(needs));
  router.post('/badania/:id/liczba', writers, keepNumber(needs));
  router.get('/badania/:id/liczba/:skrot', writers, goToLink);
  router.get('/l/:skrot', requireRole('evaluator', 'administrator', 'director'), showLink(needs));
  return router;
};

const goToLink: RequestHandler<{ id: string; skrot: string }> = (req, res) => {
  res.redirect(302, `/l/${encodeURIComponent(req.params.skrot)}`);
};

const showNumber =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const query = parseInput(numberQuery, req.query);
    const proof = await analysis.numberProof.readNumber(req.params.id as EvaluationId, wantedBy(query));
    reply(req, res, {
      proof,
      shown: null,
      isJson: query.format === 'json' || (query.format === undefined && wantsJson(req)),
    });
  };

const keepNumber =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const { _csrf, ...form } = parseInput(numberForm, req.body);
    const by = (res.locals['account'] as Account).name;
    const link = await analysis.numberProof.makeLink(req.params.id as EvaluationId, wantedBy(form), by);
    res.redirect(303, `/l/${link.code}`);
  };

const showLink =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ skrot: string }> =>
  async (req, res) => {
    const { link, proof, isSame } = await analysis.numberProof.openLink(req.params.skrot.toUpperCase());
    reply(req, res, { proof, shown: { link, isSame }, isJson: wantsJson(req) });
  };

interface Shown {
  readonly proof: NumberProof;
  readonly shown: LinkShown | null;
  readonly isJson: boolean;
}

const reply = (req: Request<never> | Request, res: Response, { proof, shown, isJson }: Shown): void => {
  res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
  if (isJson) {
    res.json(presentNumberJson(proof, shown));
    return;
  }
  const translator = translatorOf(req as Request);
  const page = presentNumber(proof, shown, translator);
  const { role } = actorOf(res);
  sendPage(req as Request, res, {
    layout: role === 'director' ? 'top-bar' : 'staff',
    view: 'analysis/number-proof',
    title: page.title,
    current: role === 'director' ? 'results' : 'tables',
    study: { id: proof.evaluation.id, title: proof.evaluation.shortTitle },
    demonstration: proof.evaluation.demonstration,
    scripts: ['/js/analysis/copy-address.js'],
    model: { page, mayOpenTables: role !== 'director' },
  });
};
