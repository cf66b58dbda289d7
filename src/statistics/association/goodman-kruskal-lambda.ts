import { tableMargins, transpose, type Counts } from './contingency-table';

/** A measure of prediction in both directions; null where the predicted answer does not vary. */
export interface DirectedAssociation {
  /** Predicting the row from the column. */
  readonly rowDependent: number | null;
  /** Predicting the column from the row. */
  readonly columnDependent: number | null;
  readonly symmetric: number | null;
}

/**
 * Goodman and Kruskal's lambda: by what share knowing one answer reduces errors in guessing the other by its most
 * frequent category. 0 when the guess stays the same in every category, even if the answers do depend on each other.
 *
 * @param counts contingency table
 * @returns      shares in [0, 1]; null when the guessed answer does not vary
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Goodman & Kruskal (1954), JASA 49, 732-764
 * @example goodmanKruskalLambda([[30, 10], [10, 50]]) // => { rowDependent: 0.5, columnDependent: 0.5, symmetric: 0.5 }
 */
export const goodmanKruskalLambda = (counts: Counts): DirectedAssociation => {
  const column = errorsOf(counts);
  const row = errorsOf(transpose(counts));
  return {
    rowDependent: reduction(row.without, row.saved),
    columnDependent: reduction(column.without, column.saved),
    symmetric: reduction(row.without + column.without, row.saved + column.saved),
  };
};

/** Errors in guessing the column without the row, and those that knowing the row saves. */
const errorsOf = (counts: Counts): { readonly without: number; readonly saved: number } => {
  const { n, columnTotals } = tableMargins(counts);
  const modal = Math.max(0, ...columnTotals);
  const modalPerRow = counts.reduce((total, row) => total + Math.max(0, ...row), 0);
  return { without: n - modal, saved: modalPerRow - modal };
};

const reduction = (without: number, saved: number): number | null => (without === 0 ? null : saved / without);
