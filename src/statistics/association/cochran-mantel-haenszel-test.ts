import { LuDecomposition, Matrix } from 'ml-matrix';
import { chiSquareUpper } from '../distributions/chi-square';
import { dot } from '../vector';
import { tableMargins, type Counts } from './contingency-table';

/** A test with its degrees of freedom. */
export interface StratifiedTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

export interface CochranMantelHaenszelTest {
  /** Any dependence; null when a category is empty in all strata. */
  readonly generalAssociation: StratifiedTest | null;
  /** Mean column scores differ between rows. */
  readonly rowMeans: StratifiedTest | null;
  /** Row and column scores correlate. */
  readonly correlation: StratifiedTest | null;
}

/**
 * Generalised Cochran-Mantel-Haenszel tests: do two questions depend on each other once a third one is held constant?
 * Counts of each stratum are compared with their mean and covariance under fixed totals; categories are scored 1, 2, …
 * for row means and correlation. Strata of fewer than two answers are left out.
 *
 * @param strata one table per stratum, all of the same categories
 * @returns      three tests, from the most general to the most pointed
 * @throws RangeError if the tables differ in shape or a count is negative or not finite
 * @source Landis, Heyman & Koch (1978), International Statistical Review 46, 237-254; R: mantelhaen.test,
 *         vcdExtra::CMHtest(a, overall = TRUE)
 * @example cochranMantelHaenszelTest([[[10, 5], [4, 12]], [[6, 6], [3, 9]]]).correlation?.statistic // => 6.4759
 */
export const cochranMantelHaenszelTest = (strata: readonly Counts[]): CochranMantelHaenszelTest => {
  const [rows, columns] = [strata[0]?.length ?? 0, strata[0]?.[0]?.length ?? 0];
  if (!strata.every((counts) => counts.length === rows && counts.every((row) => row.length === columns)))
    throw new RangeError('Every stratum needs the same categories');
  const scored = { rows: [scores(rows)], columns: [scores(columns)] };
  return {
    generalAssociation: testOf(strata, { rows: indicators(rows), columns: indicators(columns) }),
    rowMeans: testOf(strata, { rows: indicators(rows), columns: scored.columns }),
    correlation: testOf(strata, scored),
  };
};

/** Sums of rows and of columns to look at, one list of factors each. */
interface Contrasts {
  readonly rows: Counts;
  readonly columns: Counts;
}

const scores = (categories: number): readonly number[] => Array.from({ length: categories }, (_, at) => at + 1);

/** All categories but the last, each by itself: the last follows from the totals. */
const indicators = (categories: number): Counts =>
  scores(categories - 1).map((category) => scores(categories).map((other) => (other === category ? 1 : 0)));

const testOf = (strata: readonly Counts[], contrasts: Contrasts): StratifiedTest | null => {
  const df = contrasts.rows.length * contrasts.columns.length;
  const [distance, covariance] = [Matrix.zeros(df, 1), Matrix.zeros(df, df)];
  for (const counts of strata) {
    const { n, rowTotals, columnTotals } = tableMargins(counts);
    if (n < 2) continue;
    const ofRows = covarianceOf(contrasts.rows, rowTotals, n);
    const ofColumns = covarianceOf(contrasts.columns, columnTotals, n);
    distance.add(distanceOf(counts, contrasts));
    covariance.add(ofRows.kroneckerProduct(ofColumns).mul(n ** 2 / (n - 1)));
  }
  const decomposition = new LuDecomposition(covariance);
  if (df === 0 || decomposition.isSingular()) return null;
  const statistic = distance.dot(decomposition.solve(distance));
  if (!Number.isFinite(statistic)) return null;
  return { statistic: Math.max(0, statistic), df, p: chiSquareUpper(Math.max(0, statistic), df) };
};

/** Contrasts of observed minus expected counts, columns fastest. */
const distanceOf = (counts: Counts, contrasts: Contrasts): Matrix => {
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  const perCell = counts.map((row, i) =>
    row.map((count, j) => count - ((rowTotals[i] ?? 0) * (columnTotals[j] ?? 0)) / n),
  );
  const sums = contrasts.rows.flatMap((overRows) =>
    contrasts.columns.map((overColumns) =>
      dot(
        overRows,
        perCell.map((row) => dot(overColumns, row)),
      ),
    ),
  );
  return Matrix.columnVector(sums);
};

/** Covariance of contrasts of one multinomial answer: Σ uv p − (Σ up)(Σ vp). */
const covarianceOf = (contrasts: Counts, totals: readonly number[], n: number): Matrix => {
  const means = contrasts.map((contrast) => dot(contrast, totals) / n);
  return new Matrix(
    contrasts.map((first, i) =>
      contrasts.map((second, j) => {
        const product = first.map((factor, at) => (factor - (means[i] ?? 0)) * ((second[at] ?? 0) - (means[j] ?? 0)));
        return dot(product, totals) / n;
      }),
    ),
  );
};
