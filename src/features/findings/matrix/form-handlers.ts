import type { Request, RequestHandler, Response } from 'express';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import type { Account } from '../../accounts';
import type { MatrixRow, MatrixRowDraft, MatrixRowId } from '../../evaluations/domain';
import type { FindingsRoutesNeeds } from '../routes';
import type { MatrixDesk } from '.';
import { rowForm, type RowForm } from './inputs';
import { presentForm, type ConflictView, type FormSetting, type ShownForm } from './present-form';
import { questionNotFound } from './problems';
import { readDraft, type FormFault } from './read-draft';
import { EMPTY_FORM, formOf } from './row-form';
import { wordRow } from './word-row';

export type RowHandler = RequestHandler<{ id: string; pytanie?: string }>;
type RowRequest = Request<{ id: string; pytanie?: string }>;

/** What the forms of one evaluation are made of. */
const openForms = async ({ matrix: desk }: { readonly matrix: MatrixDesk }, req: RowRequest): Promise<FormSetting> => {
  const id = req.params.id as EvaluationId;
  const evaluation = await desk.readEvaluation(id);
  const [matrix, questionnaires, datasets] = await Promise.all([
    desk.acts.readMatrix(id),
    desk.readQuestionnaires(id),
    desk.readVariables(evaluation),
  ]);
  return { evaluation, matrix, questionnaires, datasets };
};

const rowOf = ({ matrix }: FormSetting, req: RowRequest): MatrixRow | undefined =>
  matrix.rows.find(({ id }) => id === req.params.pytanie);

export const showForm =
  ({ findings }: FindingsRoutesNeeds): RowHandler =>
  async (req, res) => {
    const setting = await openForms(findings, req);
    const row = rowOf(setting, req);
    if (req.params.pytanie !== undefined && row === undefined) throw questionNotFound();
    const { revision } = setting.matrix;
    const form = row === undefined ? { ...EMPTY_FORM, wersja: revision } : formOf(row, revision, translatorOf(req));
    sendForm(req, res, setting, { form });
  };

export const takeForm =
  ({ findings }: FindingsRoutesNeeds): RowHandler =>
  async (req, res) => {
    const { akcja, _csrf, ...form } = parseInput(rowForm, req.body);
    const setting = await openForms(findings, req);
    if (akcja === 'zmienna') {
      const isOther = form.zmienna !== form.pokazana;
      sendForm(req, res, setting, { form: { ...form, ...(isOther ? { kod: [], miara: '' } : {}) } });
      return;
    }
    const { draft, faults } = readDraft(form, setting.datasets);
    const refused = faults.length > 0 ? null : await refusalOfNumber(findings.matrix, setting, draft, req);
    if (faults.length > 0 || refused !== null) {
      sendForm(req, res, setting, { form, faults: refused === null ? faults : [refused], status: 400 });
      return;
    }
    await saveForm(findings.matrix, { req, res }, setting, { form, draft });
  };

/** Why the number of an indicator cannot be counted: nobody saves what will never be judged. */
const refusalOfNumber = async (
  desk: MatrixDesk,
  { evaluation }: FormSetting,
  { indicator }: MatrixRowDraft,
  req: RowRequest,
): Promise<FormFault | null> => {
  const problem = await desk.checkIndicator(evaluation.id, indicator);
  if (problem === null) return null;
  const [chapter = '', name = ''] = problem.code.split('.');
  const reason = translatorOf(req).t(`${chapter}:problems.${name}.text`, problem.details);
  return { field: 'zmienna', sentence: 'number-refused', details: { reason } };
};

interface Exchange {
  readonly req: RowRequest;
  readonly res: Response;
}

const saveForm = async (
  { acts }: MatrixDesk,
  { req, res }: Exchange,
  setting: FormSetting,
  { form, draft }: { readonly form: RowForm; readonly draft: MatrixRowDraft },
): Promise<void> => {
  const { id } = setting.evaluation;
  const home = `/badania/${id}/matryca`;
  const by = (res.locals['account'] as Account).name;
  const row = rowOf(setting, req);
  if (req.params.pytanie === undefined) {
    await acts.addRow(id, draft, by);
    res.redirect(303, `${home}?zrobiono=added`);
    return;
  }
  if (row === undefined) {
    sendForm(req, res, setting, { form, status: 409, isGone: true });
    return;
  }
  const outcome = await acts.changeRow(id, { id: row.id, seen: form.wersja }, draft, by);
  if (outcome.kind === 'saved') {
    res.redirect(303, `${home}/pytanie/${row.id}?zrobiono=saved`);
    return;
  }
  const now = { ...setting, matrix: outcome.matrix };
  sendForm(req, res, now, { form: { ...form, wersja: outcome.matrix.revision }, status: 409, overtaken: row.id });
};

interface ToSend {
  readonly form: RowForm;
  readonly faults?: readonly FormFault[];
  readonly status?: number;
  /** The question that somebody else changed, or removed. */
  readonly overtaken?: MatrixRowId;
  readonly isGone?: true;
}

const sendForm = (req: RowRequest, res: Response, setting: FormSetting, toSend: ToSend): void => {
  const translator = translatorOf(req);
  const { evaluation, matrix } = setting;
  const home = `/badania/${evaluation.id}/matryca`;
  const at = toSend.isGone === true ? -1 : matrix.rows.findIndex(({ id }) => id === req.params.pytanie);
  const own = `${home}/pytanie/${req.params.pytanie ?? ''}`;
  const shown: ShownForm = {
    number: at < 0 ? null : at + 1,
    action: at < 0 ? `${home}/pytanie` : `${own}/zmien`,
    back: at < 0 ? home : own,
    form: toSend.form,
    faults: toSend.faults ?? [],
    conflict: conflictOf(setting, toSend, translator),
  };
  const page = presentForm(setting, shown, translator);
  const isRefused = page.faults.length > 0 || page.conflict !== null;
  sendPage(req as Request, res, {
    layout: 'staff',
    view: 'findings/matrix-form',
    title: isRefused ? translator.t('layout:errorTitle', { title: page.title }) : page.title,
    current: 'findings',
    study: { id: evaluation.id, title: evaluation.shortTitle },
    demonstration: evaluation.demonstration,
    sheets: ['/css/matrix.css'],
    ...(toSend.status === undefined ? {} : { status: toSend.status }),
    model: { page },
  });
};

const conflictOf = (
  setting: FormSetting,
  { overtaken, isGone }: ToSend,
  translator: ReturnType<typeof translatorOf>,
): ConflictView | null => {
  const { t } = translator;
  if (isGone === true)
    return { title: t('matrix:conflict.gone-title'), text: t('matrix:conflict.gone-text'), theirs: null };
  const at = setting.matrix.rows.findIndex(({ id }) => id === overtaken);
  const row = setting.matrix.rows[at];
  if (row === undefined) return null;
  const unjudged = { row, result: null, verdict: 'undecided', reason: 'no-data', unknownItems: [] } as const;
  return {
    title: t('matrix:conflict.title'),
    text: t('matrix:conflict.text'),
    theirs: wordRow(unjudged, at + 1, setting, translator),
  };
};
