import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { isUploadTooLarge, parseInput, sendPage, translatorOf, uploadedFile } from '../../platform/http';
import { newId, type EvaluationId } from '../../platform/ids';
import { Problem } from '../../platform/problems';
import { writeCsv, writeWorkbook } from '../../platform/spreadsheet';
import { actorOf, requireActor } from '../accounts';
import type { Cooperation } from '.';
import { checkReport, type ReportIssue } from './check-report';
import { chooseEntries, type ProgressEvidence, type RegisterEntry } from './domain';
import { entryQuery, registerQuery, reportForm, wantedIn, type ReportForm } from './inputs';
import { presentEntryPage } from './present-entry';
import type { ReportTyped } from './present-form';
import { presentRegister } from './present-register';
import { entryIn, type RegisterRead } from './read-register';
import { registerLines, registerSheets, registerTable } from './sheets';

export interface CooperationRoutesNeeds {
  readonly cooperation: Cooperation;
  /** Where people find the application, without a closing slash. */
  readonly publicUrl: string;
}

type ListHandler = RequestHandler<{ id: string }>;
type Params = { id: string; kod: string };
type Handler = RequestHandler<Params>;

const HOME = '/badania/:id/wdrazanie';

/** The register of what was agreed and recommended. */
export const cooperationRoutes = (needs: CooperationRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/wdrazanie', requireActor, toRegister(needs));
  router.get(HOME, requireActor, showRegister(needs));
  router.get(`${HOME}.xlsx`, requireActor, sendWorkbook(needs));
  router.get(`${HOME}.csv`, requireActor, sendCsv(needs));
  router.get(`${HOME}/:kod`, requireActor, showEntry(needs));
  router.post(`${HOME}/:kod`, requireActor, report(needs));
  router.post(`${HOME}/:kod/zalacz`, requireActor, attach(needs));
  router.get(`${HOME}/:kod/dowody/:plik`, requireActor, sendEvidence(needs));
  return router;
};

const toRegister =
  ({ cooperation }: CooperationRoutesNeeds): RequestHandler =>
  async (_req, res) => {
    const { id } = await cooperation.readCurrentEvaluation();
    res.redirect(303, `/badania/${id}/wdrazanie`);
  };

const read = (
  { cooperation }: CooperationRoutesNeeds,
  req: Request<{ id: string }>,
  res: Response,
): Promise<RegisterRead> =>
  cooperation.readRegister(actorOf(res), req.params.id as EvaluationId, translatorOf(req).t('recommendations:others'));

const pageOf = ({ evaluation }: RegisterRead, res: Response) => ({
  layout: isDesk(res) ? ('staff' as const) : ('top-bar' as const),
  current: 'follow-up',
  study: { id: evaluation.id, title: evaluation.shortTitle },
  demonstration: evaluation.demonstration,
  sheets: ['/css/conclusions.css', '/css/cooperation.css'],
});

const isDesk = (res: Response): boolean => ['evaluator', 'administrator'].includes(actorOf(res).role);

const showRegister =
  (needs: CooperationRoutesNeeds): ListHandler =>
  async (req, res) => {
    const query = parseInput(registerQuery, req.query);
    const register = await read(needs, req, res);
    const page = presentRegister(register, query, actorOf(res), translatorOf(req));
    sendPage(req, res, { ...pageOf(register, res), view: 'cooperation/register', title: page.title, model: { page } });
  };

const tableOf = async (needs: CooperationRoutesNeeds, req: Request<{ id: string }>, res: Response) => {
  const query = parseInput(registerQuery, req.query);
  const register = await read(needs, req, res);
  const translator = translatorOf(req);
  const chosen = chooseEntries(register.entries, wantedIn(query), register.today);
  const name = translator.t('follow-up:files.name', { study: register.evaluation.shortTitle });
  res.set('Cache-Control', 'no-store');
  return { register, translator, name, table: registerTable(chosen, register, translator) };
};

const sendWorkbook =
  (needs: CooperationRoutesNeeds): ListHandler =>
  async (req, res) => {
    const { register, translator, name, table } = await tableOf(needs, req, res);
    res
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .attachment(`${name}.xlsx`)
      .send(await writeWorkbook(registerSheets(table, register, translator)));
  };

const sendCsv =
  (needs: CooperationRoutesNeeds): ListHandler =>
  async (req, res) => {
    const { name, table } = await tableOf(needs, req, res);
    res
      .type('text/csv; charset=utf-8')
      .attachment(`${name}.csv`)
      .send(writeCsv(registerLines(table)));
  };

const nothingTyped = (): ReportTyped => ({
  id: newId<'progress report'>(),
  status: null,
  text: '',
  links: '',
  files: [],
  issues: [],
  conflict: null,
});

interface Sent {
  readonly typed: ReportTyped;
  readonly status?: number;
  readonly isSaved?: boolean;
  readonly isAttached?: boolean;
}

const sendEntry = async (
  needs: CooperationRoutesNeeds,
  req: Request<Params>,
  res: Response,
  { typed, status = 200, isSaved = false, isAttached = false }: Sent,
): Promise<void> => {
  const register = await read(needs, req, res);
  const entry = entryIn(register, req.params.kod);
  const actor = actorOf(res);
  const origin = await needs.cooperation.readOrigin(actor, register, entry);
  const translator = translatorOf(req);
  const isOwn = actor.role === 'coordinator';
  const effect = isOwn ? null : await needs.cooperation.readEffect(entry, register.evaluation, translator);
  const page = presentEntryPage({ read: register, entry, origin, effect, actor, typed, isAttached }, translator);
  sendPage(req, res, {
    ...pageOf(register, res),
    view: 'cooperation/entry',
    title: status < 400 ? page.title : translator.t('layout:errorTitle', { title: page.title }),
    status,
    model: { page, isSaved },
  });
};

const showEntry =
  (needs: CooperationRoutesNeeds): Handler =>
  async (req, res) => {
    const { zapisano } = parseInput(entryQuery, req.query);
    await sendEntry(needs, req, res, { typed: nothingTyped(), isSaved: zapisano !== undefined });
  };

/** Keeps the file of the form, if one came; what is wrong with it is said beside the field. */
const keepSent = async (
  { cooperation }: CooperationRoutesNeeds,
  req: Request<Params>,
  res: Response,
  form: ReportForm,
): Promise<{ readonly kept: string | null; readonly issues: readonly ReportIssue[] }> => {
  if (isUploadTooLarge(req)) return { kept: null, issues: [{ field: 'dowod', fault: 'file-too-large' }] };
  const sent = uploadedFile(req, 'dowod');
  if (sent === undefined) return { kept: null, issues: [] };
  const evaluationId = req.params.id as EvaluationId;
  const kept = await cooperation.keepFile({ ...sent, evaluationId, report: form.id, by: actorOf(res).name });
  return typeof kept === 'string'
    ? { kept: null, issues: [{ field: 'dowod', fault: `file-${kept}` }] }
    : { kept: kept.id, issues: [] };
};

/** The form as it was sent, with its files kept. */
const readForm = async (needs: CooperationRoutesNeeds, req: Request<Params>, res: Response) => {
  const form = parseInput(reportForm, req.body);
  const entry: RegisterEntry = entryIn(await read(needs, req, res), req.params.kod);
  const { kept, issues } = await keepSent(needs, req, res, form);
  const files = await needs.cooperation.filesOf(entry.evaluationId, form.id);
  const wanted = new Set(kept === null ? form.zalacznik : [...form.zalacznik, kept]);
  const checked = checkReport(form);
  const typed: ReportTyped = {
    id: form.id,
    status: form.stan,
    text: form.tekst,
    links: form.odnosniki,
    files: files.map((file) => ({ ...file, isKept: wanted.has(file.id) })),
    issues: [...checked.issues, ...issues],
    conflict: null,
  };
  return { form, entry, checked, typed, fileIssues: issues };
};

const evidenceOf = (typed: ReportTyped, links: readonly ProgressEvidence[]): readonly ProgressEvidence[] => [
  ...links,
  ...typed.files
    .filter(({ isKept }) => isKept)
    .map(({ id, name, size }) => ({ kind: 'file' as const, file: id, name, bytes: size })),
];

const report =
  (needs: CooperationRoutesNeeds): Handler =>
  async (req, res) => {
    const { form, entry, checked, typed } = await readForm(needs, req, res);
    const { status, text, links } = checked;
    if (status === null || typed.issues.length > 0) {
      await sendEntry(needs, req, res, { typed, status: 400 });
      return;
    }
    const seen = { evaluationId: entry.evaluationId, code: entry.code, revision: form.wersja };
    const reported = { id: form.id, status, text, evidence: evidenceOf(typed, links) };
    const conflict = await conflictOf(needs.cooperation.reportProgress(actorOf(res), seen, reported));
    if (conflict !== null) {
      const anew = conflict === 'already' ? { id: newId<'progress report'>(), files: [] } : {};
      await sendEntry(needs, req, res, { typed: { ...typed, ...anew, conflict }, status: 409 });
      return;
    }
    res.redirect(303, `/badania/${req.params.id}/wdrazanie/${entry.code}?zapisano=1`);
  };

const conflictOf = async (reporting: Promise<void>): Promise<ReportTyped['conflict']> => {
  try {
    await reporting;
    return null;
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'conflict') throw error;
    return error.code === 'follow-up.already-reported' ? 'already' : 'overtaken';
  }
};

/** A file more, before the report is saved. */
const attach =
  (needs: CooperationRoutesNeeds): Handler =>
  async (req, res) => {
    const { typed, fileIssues } = await readForm(needs, req, res);
    const isFaulty = fileIssues.length > 0;
    const isAttached = !isFaulty && uploadedFile(req, 'dowod') !== undefined;
    await sendEntry(needs, req, res, {
      typed: { ...typed, issues: fileIssues },
      status: isFaulty ? 400 : 200,
      isAttached,
    });
  };

const sendEvidence =
  ({ cooperation }: CooperationRoutesNeeds): RequestHandler<Params & { plik: string }> =>
  async (req, res) => {
    const { id, kod: code, plik: file } = req.params;
    const found = await cooperation.readFile(actorOf(res), id as EvaluationId, { code, file });
    res
      .type(found.type)
      .attachment(found.name)
      .set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store' })
      .send(found.bytes);
  };
