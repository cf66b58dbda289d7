import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorOf } from '../../platform/http';
import { newId, type EvaluationId } from '../../platform/ids';
import { requireRole } from '../accounts';
import { carriedBy, doorIn, type Carried } from './at-door';
import type { EvidenceId, FindingId } from './domain';
import { doorQuery, editForm, newForm, type EditForm, type NewForm, type WordsForm } from './inputs';
import { nameOfWriter, pageOf } from './page-of';
import { presentEditForm, presentNewForm, type FindingFormView } from './present-form';
import { formOf, readWords, type WordsFault } from './read-words';
import type { FindingsRoutesNeeds } from './routes';
import { suggestSentences, type Sentences } from './suggest-sentences';
import type { NewEvidence } from './take-evidence';

type Handler<Parameters = unknown> = RequestHandler<Parameters & { id: string }>;

const HOME = '/badania/:id/wnioski/wyniki';

/** Forms in which tables, quotes and words become findings. */
export const findingFormRoutes = (needs: FindingsRoutesNeeds): Router => {
  const router = express.Router();
  const writers = requireRole('evaluator', 'administrator');
  router.get(`${HOME}/nowy`, writers, showNewForm(needs));
  router.post(HOME, writers, takeNewForm(needs));
  router.get(`${HOME}/:nr/edycja`, writers, showEditForm(needs));
  router.post(`${HOME}/:nr/edycja`, writers, takeEditForm(needs));
  return router;
};

const EMPTY: WordsForm = {
  tytul: '',
  tresc: '',
  wymiar: [],
  kryterium: '',
  wlasne: '',
  ton: 'neutral',
  stan: 'draft',
};

const sentencesOf = (req: Request<never> | Request, carried: Carried): Sentences =>
  carried.kind === 'table'
    ? suggestSentences(carried.given, carried.asked, translatorOf(req as Request))
    : { suggestions: [], focus: null, draft: null };

const showNewForm =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const own = parseInput(doorQuery, req.query);
    const carried = await carriedBy(needs.findings)(
      req.params.id as EvaluationId,
      doorIn(new URL(req.originalUrl, 'http://here.invalid').search, own),
    );
    const said = sentencesOf(req as Request<never>, carried);
    const form = said.draft === null ? EMPTY : { ...EMPTY, tytul: said.draft.title, tresc: said.draft.text };
    await sendNewForm(needs, req, res, { id: newId<'finding'>(), form, faults: [], carried, said });
  };

interface NewState {
  readonly id: string;
  readonly form: WordsForm;
  readonly faults: readonly WordsFault[];
  readonly carried: Carried;
  readonly said: Sentences;
  readonly isChoiceMissing?: boolean;
}

const sendNewForm = async (
  { findings }: FindingsRoutesNeeds,
  req: Request<{ id: string }>,
  res: Response,
  { isChoiceMissing = false, ...state }: NewState,
): Promise<void> => {
  const evaluationId = req.params.id as EvaluationId;
  const [evaluation, all] = await Promise.all([
    findings.readEvaluation(evaluationId),
    findings.listFindings(evaluationId),
  ]);
  const page = presentNewForm({ ...state, isChoiceMissing, evaluation, findings: all }, translatorOf(req as Request));
  sendForm(req, res, { ...pageOf(res, evaluation), page });
};

const sendForm = (
  req: Request<{ id: string }>,
  res: Response,
  { page, ...shared }: ReturnType<typeof pageOf> & { readonly page: FindingFormView },
): void => {
  const { t } = translatorOf(req as Request);
  const isFaulty = page.errors.length > 0;
  sendPage(req as Request, res, {
    ...shared,
    view: 'findings/finding-form',
    title: isFaulty ? t('layout:errorTitle', { title: page.title }) : page.title,
    status: page.conflict !== null ? 409 : isFaulty ? 400 : 200,
    scripts: ['/js/figures/draw-figures.js'],
    model: { page },
  });
};

const takeNewForm =
  (needs: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const form = parseInput(newForm, req.body);
    const evaluationId = req.params.id as EvaluationId;
    const choice = { focus: form.skupienie, number: form.liczba, group: form.grupa, against: form.wobec };
    const door = { table: form.tabela, choice, quote: form.cytat };
    const carried = await carriedBy(needs.findings)(evaluationId, door);
    const said = sentencesOf(req as Request<never>, carried);
    const { words, faults } = readWords(form);
    const again = (more: Partial<NewState>): Promise<void> =>
      sendNewForm(needs, req, res, { id: form.zgloszenie, form, faults: [], carried, said, ...more });
    const evidence = evidenceOf(carried, said);
    if (form.akcja === 'zdanie') return again({ form: redrafted(form, said) });
    if (form.akcja === 'dolacz' && evidence !== null) {
      if (form.wynik === '') return again({ isChoiceMissing: true });
      const once = { ...evidence, id: form.zgloszenie as EvidenceId };
      await needs.findings.addEvidence(evaluationId, form.wynik, once, nameOfWriter(res));
      res.redirect(303, `/badania/${evaluationId}/wnioski/wyniki/${form.wynik}?zapisano=dowod`);
      return;
    }
    if (faults.length > 0) return again({ faults });
    const id = form.zgloszenie as FindingId;
    const wanted = { id, ...words, evidence: evidence === null ? [] : [evidence] };
    const { number } = await needs.findings.addFinding(evaluationId, wanted, nameOfWriter(res));
    res.redirect(303, `/badania/${evaluationId}/wnioski/wyniki/${number}?zapisano=1`);
  };

const evidenceOf = (carried: Carried, { focus, draft }: Sentences): NewEvidence | null => {
  switch (carried.kind) {
    case 'nothing':
      return null;
    case 'quote':
      return { kind: 'quote', quote: carried.quote.id };
    case 'table': {
      const { dataset, request, level } = carried.table;
      return { kind: 'table', dataset, request, level, focus, claim: draft?.claim ?? null, draft: draft?.title ?? '' };
    }
  }
};

/** A title that was the rules' own becomes their new one; what a person wrote stays. */
const redrafted = (form: NewForm, { draft }: Sentences): WordsForm => {
  const isOwn = form.tytul.trim() !== '' && form.tytul.trim() !== form.szkic.trim();
  return draft === null || isOwn ? form : { ...form, tytul: draft.title, tresc: draft.text };
};

const showEditForm =
  ({ findings }: FindingsRoutesNeeds): Handler<{ nr: string }> =>
  async (req, res) => {
    const evaluationId = req.params.id as EvaluationId;
    const [evaluation, finding] = await Promise.all([
      findings.readEvaluation(evaluationId),
      findings.readFinding(evaluationId, Number(req.params.nr)),
    ]);
    const shown = { evaluation, finding, form: formOf(finding), faults: [], stored: null };
    sendForm(req, res, { ...pageOf(res, evaluation), page: presentEditForm(shown, translatorOf(req as never)) });
  };

const takeEditForm =
  ({ findings }: FindingsRoutesNeeds): Handler<{ nr: string }> =>
  async (req, res) => {
    const { _csrf, rewizja: revision, ...form }: EditForm = parseInput(editForm, req.body);
    const evaluationId = req.params.id as EvaluationId;
    const number = Number(req.params.nr);
    const [evaluation, finding] = await Promise.all([
      findings.readEvaluation(evaluationId),
      findings.readFinding(evaluationId, number),
    ]);
    const { words, faults } = readWords(form);
    const isOvertaken = finding.log.revision !== revision;
    if (faults.length > 0 || isOvertaken) {
      const shown = { evaluation, finding, form, faults, stored: isOvertaken ? formOf(finding) : null };
      sendForm(req, res, { ...pageOf(res, evaluation), page: presentEditForm(shown, translatorOf(req as never)) });
      return;
    }
    await findings.changeFinding({ evaluationId, number, revision }, words, nameOfWriter(res));
    res.redirect(303, `/badania/${evaluationId}/wnioski/wyniki/${number}?zapisano=1`);
  };
