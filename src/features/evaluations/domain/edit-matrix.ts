import type { Approval, EvaluationMatrix, ItemReference, Judging, MatrixChange, MatrixRow } from './matrix';
import { MATRIX_LIMITS, type MatrixRowDraft, type MatrixRowId } from './matrix';

/** Who does it, and when. */
export interface Hand {
  readonly by: string;
  readonly at: Date;
}

/** An objective of a form: its text, and its place before the form was opened. */
export interface KeptObjective {
  readonly text: string;
  /** Null for a new one. */
  readonly was: number | null;
}

/** Why a matrix stays as it is: somebody else was quicker, or there is no room. */
export type EditRefusal = 'overtaken' | 'gone' | 'full';

export type Edited = EvaluationMatrix | EditRefusal;

export const emptyMatrix = (evaluationId: EvaluationMatrix['evaluationId']): EvaluationMatrix => ({
  evaluationId,
  objectives: [],
  rows: [],
  approved: null,
  log: [],
  revision: 0,
  objectivesRevision: 0,
});

/** The next revision of a matrix, its log grown by what changed in a way of judging that was approved. */
const next = (
  matrix: EvaluationMatrix,
  part: Partial<EvaluationMatrix>,
  changes: readonly MatrixChange[] = [],
): EvaluationMatrix => ({
  ...matrix,
  ...part,
  log: kept([...matrix.log, ...changes]),
  revision: matrix.revision + 1,
});

const kept = (log: readonly MatrixChange[]): readonly MatrixChange[] => {
  const tooMany = log.length - MATRIX_LIMITS.log;
  if (tooMany <= 0) return log;
  const given = new Set(log.filter(({ kind }) => kind !== 'approved').slice(0, tooMany));
  return log.filter((change) => !given.has(change));
};

const ifApproved = ({ approved }: EvaluationMatrix, change: MatrixChange): readonly MatrixChange[] =>
  approved === null ? [] : [change];

export const addRow = (matrix: EvaluationMatrix, draft: MatrixRowDraft, id: MatrixRowId, hand: Hand): Edited => {
  if (matrix.rows.length >= MATRIX_LIMITS.rows) return 'full';
  const row: MatrixRow = { ...fitting(matrix, draft), id, revision: matrix.revision + 1 };
  return next(
    matrix,
    { rows: [...matrix.rows, row] },
    ifApproved(matrix, { kind: 'added', row: id, after: judgingOf(row), ...hand }),
  );
};

/** @param seen revision of the matrix that the person has changed */
export const changeRow = (
  matrix: EvaluationMatrix,
  draft: MatrixRowDraft,
  { id, seen }: { readonly id: MatrixRowId; readonly seen: number },
  hand: Hand,
): Edited => {
  const before = matrix.rows.find((row) => row.id === id);
  if (before === undefined) return 'gone';
  if (before.revision > seen) return 'overtaken';
  const after: MatrixRow = { ...fitting(matrix, draft), id, revision: matrix.revision + 1 };
  const isOther = JSON.stringify(methodOf(before)) !== JSON.stringify(methodOf(after));
  return next(
    matrix,
    { rows: matrix.rows.map((row) => (row.id === id ? after : row)) },
    isOther
      ? ifApproved(matrix, { kind: 'changed', row: id, before: judgingOf(before), after: judgingOf(after), ...hand })
      : [],
  );
};

export const removeRow = (
  matrix: EvaluationMatrix,
  { id, seen }: { readonly id: MatrixRowId; readonly seen: number },
  hand: Hand,
): Edited => {
  const before = matrix.rows.find((row) => row.id === id);
  if (before === undefined) return 'gone';
  if (before.revision > seen) return 'overtaken';
  return next(
    matrix,
    { rows: matrix.rows.filter((row) => row.id !== id) },
    ifApproved(matrix, { kind: 'removed', row: id, before: judgingOf(before), ...hand }),
  );
};

/** One place up or down; at an end it stays. */
export const moveRow = (matrix: EvaluationMatrix, id: MatrixRowId, direction: 'up' | 'down'): Edited => {
  const at = matrix.rows.findIndex((row) => row.id === id);
  if (at < 0) return 'gone';
  const to = direction === 'up' ? at - 1 : at + 1;
  const [row, other] = [matrix.rows[at], matrix.rows[to]];
  if (row === undefined || other === undefined) return matrix;
  return next(matrix, { rows: matrix.rows.with(at, other).with(to, row) });
};

/** Items that no question used are given to questions; what a question has already is not given twice. */
export const assignItems = (
  matrix: EvaluationMatrix,
  given: readonly { readonly row: MatrixRowId; readonly item: ItemReference }[],
): Edited => {
  if (given.some(({ row }) => matrix.rows.every(({ id }) => id !== row))) return 'gone';
  const rows = matrix.rows.map((row) => {
    const items = joinItems([...row.items, ...given.flatMap((one) => (one.row === row.id ? [one.item] : []))]);
    return items.length === row.items.length ? row : { ...row, items, revision: matrix.revision + 1 };
  });
  return rows.some(({ items }) => items.length > MATRIX_LIMITS.items) ? 'full' : next(matrix, { rows });
};

/** Rows follow their objective to its new place; those of one that is gone have none. */
export const setObjectives = (matrix: EvaluationMatrix, list: readonly KeptObjective[], seen: number): Edited => {
  if (matrix.objectivesRevision > seen) return 'overtaken';
  const objectives = list.filter(({ text }) => text !== '');
  if (objectives.length > MATRIX_LIMITS.objectives) return 'full';
  const revision = matrix.revision + 1;
  const rows = matrix.rows.map((row) => {
    const at = row.objective === null ? -1 : objectives.findIndex(({ was }) => was === row.objective);
    const objective = at < 0 ? null : at;
    return objective === row.objective ? row : { ...row, objective, revision };
  });
  return next(matrix, { objectives: objectives.map(({ text }) => text), rows, objectivesRevision: revision });
};

/** @param seen revision that was before the eyes of the person: nobody approves what they have not read */
export const approveMatrix = (matrix: EvaluationMatrix, approval: Approval, seen: number): Edited => {
  if (matrix.revision > seen) return 'overtaken';
  const { recordedBy: by, recordedAt: at } = approval;
  return next(matrix, { approved: approval }, [{ kind: 'approved', approval, by, at }]);
};

export const judgingOf = ({ criterion, question, indicator, threshold, analysis }: MatrixRow): Judging => ({
  criterion,
  question,
  indicator,
  threshold,
  analysis,
});

/** The way of judging without what was found: a new number from monitoring changes no method. */
const methodOf = (row: MatrixRow): Judging => {
  const judging = judgingOf(row);
  const { indicator } = judging;
  return indicator.kind === 'typed' ? { ...judging, indicator: { ...indicator, value: null, planned: null } } : judging;
};

export const joinItems = (items: readonly ItemReference[]): readonly ItemReference[] => [
  ...new Map(items.map((item) => [`${item.questionnaire}:${item.item}`, item])).values(),
];

/** An objective that is not there any more is none. */
const fitting = ({ objectives }: EvaluationMatrix, draft: MatrixRowDraft): MatrixRowDraft => ({
  ...draft,
  items: joinItems(draft.items),
  objective: draft.objective !== null && draft.objective < objectives.length ? draft.objective : null,
});
