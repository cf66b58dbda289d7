import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf, wantsJson } from '../../platform/http';
import { newId, type EvaluationId } from '../../platform/ids';
import { requireRole } from '../accounts';
import type { Recheck } from '../analysis';
import type { EvidenceId } from './domain';
import { findingQuery, noteForm, quoteForm, seenForm, stateForm, type NoteForm } from './inputs';
import { mayWrite, nameOfWriter, pageOf } from './page-of';
import { presentFinding, type FindingShown } from './present-finding';
import { presentFindingJson } from './present-json';
import { findingNotFound } from './problems';
import type { ProvenFinding } from './read-proven';
import { readNote } from './read-note';
import type { FindingsRoutesNeeds } from './routes';

type Of = { id: string; nr: string };
type Handler<Parameters = Of> = RequestHandler<Parameters & Of>;

const PAGE = '/badania/:id/wnioski/wyniki/:nr';

/** One finding with what proves it. */
export const findingPageRoutes = (needs: FindingsRoutesNeeds): Router => {
  const router = express.Router();
  const writers = requireRole('evaluator', 'administrator');
  router.get(PAGE, requireRole('evaluator', 'administrator', 'director'), showFinding(needs));
  router.post(`${PAGE}/stan`, writers, changeState(needs));
  router.post(`${PAGE}/usun`, writers, remove(needs));
  router.post(`${PAGE}/dowody/notatka`, writers, takeNote(needs));
  router.post(`${PAGE}/dowody/cytat`, writers, takeQuote(needs));
  router.post(`${PAGE}/dowody/:dowod/usun`, writers, removeEvidence(needs));
  return router;
};

const addressOf = ({ id, nr }: Of, done: string): string => `/badania/${id}/wnioski/wyniki/${nr}?zapisano=${done}`;

const readOne = async ({ findings }: FindingsRoutesNeeds, res: Response, { id, nr }: Of): Promise<ProvenFinding> => {
  const { id: findingId } = await findings.readFinding(id as EvaluationId, Number(nr));
  const [finding] = await findings.readProven(id as EvaluationId, [findingId]);
  if (finding === undefined || (!mayWrite(res) && finding.state !== 'ready')) throw findingNotFound();
  return finding;
};

const emptyNote = (): FindingShown['note'] => ({
  form: { zgloszenie: newId<'evidence'>(), metoda: 'idi', zrodlo: '', dzien: '', notatka: '' },
  faults: [],
});

const showFinding =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const query = parseInput(findingQuery, req.query);
    const evaluation = await needs.findings.readEvaluation(req.params.id as EvaluationId);
    const finding = await readOne(needs, res, req.params);
    res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
    if (query.format === 'json' || (query.format === undefined && wantsJson(req))) {
      res.json(presentFindingJson(finding, await needs.findings.readStandings(evaluation, [finding])));
      return;
    }
    const recheck = await recheckOf(needs, finding, query.przelicz);
    const done =
      query.zapisano === undefined ? null : translatorOf(req as Request).t(`findings:done.${query.zapisano}`);
    await sendFinding(needs, req, res, { finding, recheck, done, note: emptyNote() });
  };

/** Counted again where somebody asks for it. */
const recheckOf = async (
  { findings }: FindingsRoutesNeeds,
  { evidence, tables }: ProvenFinding,
  id: string | undefined,
): Promise<Recheck | null> => {
  const wanted = evidence.find((one) => one.id === id);
  const frozen = wanted?.kind === 'table' ? tables.get(wanted.publication) : undefined;
  return frozen === undefined ? null : findings.analysis.frozen.recheckTable(frozen);
};

interface Sent extends Pick<FindingShown, 'finding' | 'recheck' | 'note'> {
  readonly done: string | null;
}

const sendFinding = async (
  { findings }: FindingsRoutesNeeds,
  req: Request<Of>,
  res: Response,
  { done, ...shown }: Sent,
): Promise<void> => {
  const evaluation = await findings.readEvaluation(req.params.id as EvaluationId);
  const [standings, quotes, conclusions] = await Promise.all([
    findings.readStandings(evaluation, [shown.finding]),
    findings.analysis.texts.listAllQuotes(evaluation.id),
    findings.conclusions.listConclusions(evaluation.id),
  ]);
  const translator = translatorOf(req as Request);
  const page = presentFinding({ ...shown, evaluation, standings, quotes, conclusions }, translator);
  const isFaulty = page.note.errors.length > 0;
  const title = `${page.code}. ${page.title}`;
  sendPage(req as Request, res, {
    ...pageOf(res, evaluation),
    view: 'findings/finding',
    title: isFaulty ? translator.t('layout:errorTitle', { title }) : title,
    status: isFaulty ? 400 : 200,
    scripts: ['/js/figures/draw-figures.js'],
    model: { page, done, mayWrite: mayWrite(res) },
  });
};

const changeState =
  ({ findings }: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const { rewizja: revision, stan: state } = parseInput(stateForm, req.body);
    const seen = { evaluationId: req.params.id as EvaluationId, number: Number(req.params.nr), revision };
    await findings.changeFinding(seen, { state }, nameOfWriter(res));
    res.redirect(303, addressOf(req.params, 'stan'));
  };

const remove =
  ({ findings }: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const { rewizja: revision } = parseInput(seenForm, req.body);
    const evaluationId = req.params.id as EvaluationId;
    await findings.removeFinding({ evaluationId, number: Number(req.params.nr), revision });
    res.redirect(303, `/badania/${evaluationId}/wnioski/wyniki?usunieto=1`);
  };

const takeNote =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const { _csrf, ...form }: NoteForm & { _csrf: string } = parseInput(noteForm, req.body);
    const { note, faults } = readNote(form);
    if (faults.length > 0) {
      const finding = await readOne(needs, res, req.params);
      await sendFinding(needs, req, res, { finding, recheck: null, done: null, note: { form, faults } });
      return;
    }
    const { id, nr } = req.params;
    await needs.findings.addEvidence(id as EvaluationId, Number(nr), note, nameOfWriter(res));
    res.redirect(303, addressOf(req.params, 'dowod'));
  };

const takeQuote =
  ({ findings }: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const { zgloszenie, cytat: quote } = parseInput(quoteForm, req.body);
    const { id, nr } = req.params;
    const given = { kind: 'quote', quote, id: zgloszenie as EvidenceId } as const;
    await findings.addEvidence(id as EvaluationId, Number(nr), given, nameOfWriter(res));
    res.redirect(303, addressOf(req.params, 'dowod'));
  };

const removeEvidence =
  ({ findings }: FindingsRoutesNeeds): Handler<{ dowod: string }> =>
  async (req, res) => {
    const { rewizja: revision } = parseInput(seenForm, req.body);
    const seen = { evaluationId: req.params.id as EvaluationId, number: Number(req.params.nr), revision };
    await findings.removeEvidence(seen, req.params.dowod as EvidenceId, nameOfWriter(res));
    res.redirect(303, addressOf(req.params, 'bez-dowodu'));
  };
