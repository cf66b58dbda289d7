import express, { type RequestHandler, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf, requireRole } from '../../accounts';
import { estimatePaths, makeReady, proveQuestionnaire } from '../domain/proof';
import type { DraftKey } from '../drafts';
import { hashDefinition } from '../hash-definition';
import { openDesk, type Desk } from '../open-desk';
import { mayWrite, readingRoles, writingRoles } from '../policy';
import { deskAddress, presentFrame } from '../present-frame';
import type { QuestionnairesRoutesNeeds } from '../routes';
import { runInput, viewQuery } from './inputs';
import { presentConditions } from './present-conditions';
import { presentPaths, presentReadability } from './present-paths';
import { presentProof } from './present-proof';
import { presentRun } from './present-run';
import { noTestData } from './problems';
import { testDataFile } from './test-data-file';

type OfQuestionnaire = { id: string; kod: string };

/** Routing, filters and everything else that is checked before launch, and the invented respondents who try it out. */
export const proofRoutes = (needs: QuestionnairesRoutesNeeds): Router => {
  const router = express.Router();
  const page = '/badania/:id/kwestionariusz/:kod/przejscia' as const;
  const readers = requireRole(...readingRoles);
  router.get(page, readers, showProof(needs));
  router.post(`${page}/proba`, requireRole(...writingRoles), tryOut(needs));
  router.get(`${page}/dane-testowe.csv`, readers, sendTestData(needs));
  return router;
};

const keyOf = ({ id, kod }: OfQuestionnaire): DraftKey => ({ evaluationId: id as EvaluationId, code: kod });

const showProof =
  (needs: QuestionnairesRoutesNeeds): RequestHandler<OfQuestionnaire> =>
  async (req, res) => {
    const { gotowe } = parseInput(viewQuery, req.query);
    const desk = await openDesk(needs)(keyOf(req.params).evaluationId, req.params.kod);
    if (wantsJson(req)) {
      const { definition } = desk.draft;
      const run = await needs.questionnaires.proof.readSynthetic(keyOf(req.params));
      const tested = run === undefined ? null : { ...run, responses: run.responses.length };
      res.json({ proof: proveQuestionnaire(definition), paths: estimatePaths(definition), testData: tested });
      return;
    }
    const translator = translatorOf(req);
    const { evaluation, draft } = desk;
    sendPage(req, res, {
      layout: mayWrite(actorOf(res)) ? 'staff' : 'top-bar',
      view: 'questionnaires/proof/show-proof',
      title: `${translator.t('proof:title')} – ${draft.definition.title}`,
      current: 'questionnaire',
      study: { id: evaluation.id, title: evaluation.shortTitle },
      demonstration: evaluation.demonstration,
      model: {
        frame: presentFrame(translator, desk, actorOf(res), 'przejscia'),
        ...(await modelOf(needs, desk, translator)),
        isDone: gotowe === '1',
      },
    });
  };

const modelOf = async (needs: QuestionnairesRoutesNeeds, desk: Desk, translator: ReturnType<typeof translatorOf>) => {
  const { definition } = desk.draft;
  const home = deskAddress(desk);
  const { compiled } = makeReady(definition);
  const run = await needs.questionnaires.proof.readSynthetic(desk.draft);
  const isOfThisDraft = run?.hash === hashDefinition(definition);
  return {
    proof: presentProof(translator, definition, home),
    conditions: presentConditions(translator, definition, home),
    paths: presentPaths(translator, definition),
    readability: presentReadability(translator, definition),
    run: run === undefined ? null : presentRun(translator, run, isOfThisDraft ? compiled : null),
    canRun: compiled !== null,
    tryOut: `${home}/przejscia/proba`,
    file: `${home}/przejscia/dane-testowe.csv`,
  };
};

const tryOut =
  ({ questionnaires }: QuestionnairesRoutesNeeds): RequestHandler<OfQuestionnaire> =>
  async (req, res) => {
    parseInput(runInput, req.body);
    const key = keyOf(req.params);
    const run = await questionnaires.proof.runSynthetic(key, actorOf(res).name);
    if (wantsJson(req)) {
      res.json({ ...run, responses: run.responses.length });
      return;
    }
    const { id, kod } = req.params;
    res.redirect(303, `/badania/${id}/kwestionariusz/${kod}/przejscia?gotowe=1#proba`);
  };

const sendTestData =
  ({ questionnaires }: QuestionnairesRoutesNeeds): RequestHandler<OfQuestionnaire> =>
  async (req, res) => {
    const run = await questionnaires.proof.readSynthetic(keyOf(req.params));
    if (run === undefined) throw noTestData();
    const name = run.code.replace(/[^A-Za-z0-9-]/g, '-');
    res
      .type('text/csv')
      .set('Content-Disposition', `attachment; filename="dane-testowe-${name}.csv"`)
      .set('Cache-Control', 'no-store')
      .send(testDataFile(translatorOf(req), run));
  };
