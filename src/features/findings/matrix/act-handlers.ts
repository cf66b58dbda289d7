import type { Request, RequestHandler, Response } from 'express';
import { dayOf } from '../../../platform/clock';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf, type Account } from '../../accounts';
import { MATRIX_LIMITS, type MatrixRowId } from '../../evaluations/domain';
import { isDay } from '../../questionnaires/domain';
import type { FindingsRoutesNeeds } from '../routes';
import { approveForm, assignForm, matrixQuery, moveForm, objectivesForm, removeForm } from './inputs';
import { arrangeObjectives, objectiveLines, type ObjectiveLine } from './objective-lines';
import { presentRow } from './present-page';
import { presentAssign } from './present-assign';
import { questionNotFound } from './problems';
import { clean } from './read-draft';
import type { JudgedMatrix } from './read-judged';
import { wordRow } from './word-row';

type Handler = RequestHandler<{ id: string }>;
type QuestionHandler = RequestHandler<{ id: string; pytanie: string }>;

const idOf = (req: { readonly params: { readonly id: string } }): EvaluationId => req.params.id as EvaluationId;
const nameOf = (res: Response): string => (res.locals['account'] as Account).name;

const send = (
  req: Request<never>,
  res: Response,
  { evaluation }: Pick<JudgedMatrix, 'evaluation'>,
  page: { readonly view: string; readonly title: string; readonly model: object; readonly status?: number },
): void => {
  const isRefused = (page.status ?? 200) >= 400;
  const { t } = translatorOf(req);
  sendPage(req, res, {
    layout: actorOf(res).role === 'director' ? 'top-bar' : 'staff',
    current: 'findings',
    study: { id: evaluation.id, title: evaluation.shortTitle },
    demonstration: evaluation.demonstration,
    sheets: ['/css/matrix.css'],
    ...page,
    title: isRefused ? t('layout:errorTitle', { title: page.title }) : page.title,
    model: { ...page.model, home: `/badania/${evaluation.id}/matryca` },
  });
};

const placeOf = ({ rows }: JudgedMatrix, id: string): number => {
  const at = rows.findIndex(({ row }) => row.id === id);
  if (at < 0) throw questionNotFound();
  return at;
};

export const showQuestion =
  ({ findings }: FindingsRoutesNeeds): QuestionHandler =>
  async (req, res) => {
    const query = parseInput(matrixQuery, req.query);
    const [judged, conclusions] = await Promise.all([
      findings.matrix.readJudged(idOf(req)),
      findings.conclusions.listConclusions(idOf(req)),
    ]);
    const at = placeOf(judged, req.params.pytanie);
    const translator = translatorOf(req);
    const mayWrite = actorOf(res).role !== 'director';
    const { t } = translator;
    send(req as Request<never>, res, judged, {
      view: 'findings/matrix-question',
      title: t('matrix:show.title', { number: at + 1 }),
      model: {
        row: presentRow(judged, at, { conclusions, mayWrite }, translator),
        mayWrite,
        isFirst: at === 0,
        isLast: at === judged.rows.length - 1,
        note: query.zrobiono === undefined ? null : t(`matrix:done.${query.zrobiono}`),
      },
    });
  };

export const moveQuestion =
  ({ findings }: FindingsRoutesNeeds): QuestionHandler =>
  async (req, res) => {
    const { kierunek } = parseInput(moveForm, req.body);
    const id = req.params.pytanie as MatrixRowId;
    await findings.matrix.acts.moveRow(idOf(req), id, kierunek);
    res.redirect(303, `/badania/${req.params.id}/matryca/pytanie/${id}?zrobiono=moved`);
  };

export const showRemoval =
  ({ findings }: FindingsRoutesNeeds): QuestionHandler =>
  async (req, res) => {
    const judged = await findings.matrix.readJudged(idOf(req));
    sendRemoval(req as Request<never>, res, judged, { id: req.params.pytanie, isOvertaken: false });
  };

export const removeQuestion =
  ({ findings }: FindingsRoutesNeeds): QuestionHandler =>
  async (req, res) => {
    const { wersja } = parseInput(removeForm, req.body);
    const seen = { id: req.params.pytanie as MatrixRowId, seen: wersja };
    const outcome = await findings.matrix.acts.removeRow(idOf(req), seen, nameOf(res));
    if (outcome.kind === 'saved') {
      res.redirect(303, `/badania/${req.params.id}/matryca?zrobiono=removed`);
      return;
    }
    const judged = await findings.matrix.readJudged(idOf(req));
    sendRemoval(req as Request<never>, res, judged, { id: req.params.pytanie, isOvertaken: true });
  };

const sendRemoval = (
  req: Request<never>,
  res: Response,
  judged: JudgedMatrix,
  { id, isOvertaken }: { readonly id: string; readonly isOvertaken: boolean },
): void => {
  const at = placeOf(judged, id);
  const translator = translatorOf(req);
  send(req, res, judged, {
    view: 'findings/matrix-remove',
    title: translator.t('matrix:remove-form.title', { number: at + 1 }),
    ...(isOvertaken ? { status: 409 } : {}),
    model: {
      row: presentRow(judged, at, { conclusions: [], mayWrite: false }, translator),
      revision: judged.matrix.revision,
      isApproved: judged.matrix.approved !== null,
      isOvertaken,
    },
  });
};

export const showObjectives =
  ({ findings }: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const judged = await findings.matrix.readJudged(idOf(req));
    const lines = judged.matrix.objectives.map((text, was): ObjectiveLine => ({ text, was }));
    sendObjectives(req as Request<never>, res, judged, { lines, revision: judged.matrix.revision });
  };

export const takeObjectives =
  ({ findings }: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const form = parseInput(objectivesForm, req.body);
    const id = idOf(req);
    const lines = objectiveLines(form.cel.map(clean), form.bylo);
    const tooLong = lines.some(({ text }) => text.length > MATRIX_LIMITS.question);
    if (form.akcja !== 'zapisz' || tooLong) {
      const judged = await findings.matrix.readJudged(id);
      const moved = arrangeObjectives(lines, form.akcja);
      sendObjectives(req as Request<never>, res, judged, { lines: moved, revision: form.wersja, tooLong });
      return;
    }
    const outcome = await findings.matrix.acts.setObjectives(id, lines, form.wersja);
    if (outcome.kind === 'saved') {
      res.redirect(303, `/badania/${id}/matryca?zrobiono=objectives`);
      return;
    }
    const judged = await findings.matrix.readJudged(id);
    const { objectives, revision } = outcome.matrix;
    // Their places are other people's now: what was typed is taken as new unless it says the same.
    const anew = lines.map(({ text }) => ({ text, was: objectives.includes(text) ? objectives.indexOf(text) : null }));
    sendObjectives(req as Request<never>, res, judged, { lines: anew, revision, isOvertaken: true });
  };

interface ObjectivesState {
  readonly lines: readonly ObjectiveLine[];
  readonly revision: number;
  readonly tooLong?: boolean;
  readonly isOvertaken?: boolean;
}

const sendObjectives = (
  req: Request<never>,
  res: Response,
  judged: JudgedMatrix,
  { lines, revision, tooLong = false, isOvertaken = false }: ObjectivesState,
): void => {
  const { t } = translatorOf(req);
  send(req, res, judged, {
    view: 'findings/matrix-objectives',
    title: t('matrix:objectives-form.title'),
    ...(isOvertaken ? { status: 409 } : tooLong ? { status: 400 } : {}),
    model: {
      lines: lines.length === 0 || lines.every(({ text }) => text !== '') ? [...lines, { text: '', was: null }] : lines,
      revision,
      isOvertaken,
      theirs: isOvertaken ? judged.matrix.objectives : [],
      fault: tooLong ? t('matrix:fault.too-long', { most: MATRIX_LIMITS.question }) : null,
      most: MATRIX_LIMITS.question,
    },
  });
};

export const showApproval =
  ({ findings }: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const judged = await findings.matrix.readJudged(idOf(req));
    sendApproval(req as Request<never>, res, judged, {
      by: nameOf(res),
      day: judged.judgedOn,
      faults: [],
      isOvertaken: false,
    });
  };

export const takeApproval =
  ({ findings }: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const form = parseInput(approveForm, req.body);
    const id = idOf(req);
    const [by, day] = [clean(form.kto), form.dzien.trim()];
    const { acts, clock } = findings.matrix;
    const today = dayOf(clock.now());
    const faults = [
      ...(by === '' || by.length > MATRIX_LIMITS.label ? (['by'] as const) : []),
      ...(isDay(day) && day <= today ? [] : (['day'] as const)),
    ];
    const state = { by: form.kto, day: form.dzien, faults, isOvertaken: false };
    if (faults.length > 0) {
      sendApproval(req as Request<never>, res, await findings.matrix.readJudged(id), state);
      return;
    }
    const at = day === today ? clock.now() : new Date(`${day}T12:00:00Z`);
    const outcome = await acts.approve(id, { by, at }, { by: nameOf(res), seen: form.wersja });
    if (outcome.kind === 'saved') {
      res.redirect(303, `/badania/${id}/matryca?zrobiono=approved`);
      return;
    }
    sendApproval(req as Request<never>, res, await findings.matrix.readJudged(id), { ...state, isOvertaken: true });
  };

interface ApprovalState {
  readonly by: string;
  readonly day: string;
  readonly faults: readonly ('by' | 'day')[];
  readonly isOvertaken: boolean;
}

const sendApproval = (req: Request<never>, res: Response, judged: JudgedMatrix, state: ApprovalState): void => {
  const translator = translatorOf(req);
  const { t } = translator;
  const without = judged.rows.filter(({ row }) => row.threshold === null).length;
  send(req, res, judged, {
    view: 'findings/matrix-approve',
    title: t('matrix:approve-form.title'),
    ...(state.isOvertaken ? { status: 409 } : state.faults.length > 0 ? { status: 400 } : {}),
    model: {
      ...state,
      errors: state.faults.map((name) => ({
        name,
        href: name === 'by' ? '#kto' : '#dzien',
        text: t(`matrix:approve-form.fault-${name}`),
      })),
      rows: judged.rows.map((row, at) => wordRow(row, at + 1, judged, translator)),
      without: without === 0 ? null : t('matrix:approve-form.without', { count: without }),
      revision: judged.matrix.revision,
      today: judged.judgedOn,
    },
  });
};

export const showAssign =
  ({ findings }: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const judged = await findings.matrix.readJudged(idOf(req));
    const translator = translatorOf(req);
    send(req as Request<never>, res, judged, {
      view: 'findings/matrix-assign',
      title: translator.t('matrix:assign-form.title'),
      model: { page: presentAssign(judged, translator) },
    });
  };

export const takeAssign =
  ({ findings }: FindingsRoutesNeeds): Handler =>
  async (req, res) => {
    const { _csrf, ...fields } = parseInput(assignForm, req.body);
    const given = Object.entries(fields).flatMap(([key, row]) => {
      const [questionnaire = '', item = ''] = key.slice(2).split('|');
      return row === '' || item === '' ? [] : [{ row: row as MatrixRowId, item: { questionnaire, item } }];
    });
    if (given.length > 0) await findings.matrix.acts.assignItems(idOf(req), given);
    res.redirect(303, `/badania/${req.params.id}/matryca?przypisano=${given.length}`);
  };
