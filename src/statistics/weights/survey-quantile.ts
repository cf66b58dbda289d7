import type { SurveyDesign } from './survey-design';

/**
 * How a quantile is read from the weighted distribution; C is the cumulated weight of the ordered values.
 * `inverse`: the first value with C ≥ p·ΣW. `averaged`: the midpoint to the next value at an exact hit (the "school"
 * rule and type 2 of Hyndman & Fan). `hf6`, `hf7`: linear interpolation as SPSS and as R and Excel do without weights.
 */
export type QuantileRule = 'inverse' | 'averaged' | 'hf6' | 'hf7';

/**
 * Weighted quantile of a survey variable.
 *
 * @param values      one per row; null = no answer or outside the domain
 * @param design      how the sample was drawn
 * @param probability in [0, 1]
 * @param rule        how to read between two values
 * @returns           in the unit of the values; null when no row with a value carries weight
 * @throws RangeError if lengths differ, a value is not finite or the probability is outside [0, 1]
 * @source Hyndman & Fan (1996), American Statistician 50, 361-365; R: survey::svyquantile(qrule = "math", "school",
 *         "hf2", "hf6", "hf7")
 * @example surveyQuantile([1, 2, 3, 4], surveyDesign({ weights: [1, 1, 1, 1] }), 0.5, 'averaged') // => 2.5
 */
export const surveyQuantile = (
  values: ArrayLike<number | null>,
  design: SurveyDesign,
  probability: number,
  rule: QuantileRule,
): number | null => {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability = ${probability}: need 0 to 1`);
  const ordered = orderedRows(values, design);
  const last = ordered.at(-1);
  if (!last) return null;
  const sumOfWeights = last.cumulated;
  switch (rule) {
    case 'inverse':
    case 'averaged':
      return step(ordered, probability * sumOfWeights, rule);
    case 'hf6':
      return interpolate(
        ordered.map((row) => [row.cumulated / (sumOfWeights + last.weight), row.value]),
        probability,
      );
    case 'hf7': {
      const below = sumOfWeights - last.weight;
      if (below === 0) return last.value;
      return interpolate(
        ordered.map((row) => [(row.cumulated - row.weight) / below, row.value]),
        probability,
      );
    }
  }
};

interface OrderedRow {
  readonly value: number;
  readonly weight: number;
  readonly cumulated: number;
}

const orderedRows = (values: ArrayLike<number | null>, design: SurveyDesign): OrderedRow[] => {
  if (values.length !== design.n) throw new RangeError(`${values.length} values for ${design.n} rows of the design`);
  const rows: { value: number; weight: number }[] = [];
  design.weights.forEach((weight, row) => {
    const value = values[row] ?? null;
    if (value === null || weight === 0) return;
    if (!Number.isFinite(value)) throw new RangeError(`value[${row}] = ${value}: need a finite number or null`);
    rows.push({ value, weight });
  });
  let cumulated = 0;
  return rows.sort((a, b) => a.value - b.value).map((row) => ({ ...row, cumulated: (cumulated += row.weight) }));
};

/** A cumulated weight within rounding of the target counts as an exact hit. */
const ROUNDING = 1e-12;

const step = (ordered: readonly OrderedRow[], target: number, rule: 'inverse' | 'averaged'): number | null => {
  const slack = ROUNDING * (ordered.at(-1)?.cumulated ?? 0);
  const at = ordered.findIndex(({ cumulated }) => cumulated >= target - slack);
  const here = ordered[at];
  const next = ordered[at + 1];
  if (!here) return null;
  const hit = Math.abs(here.cumulated - target) <= slack;
  return rule === 'averaged' && hit && next ? (here.value + next.value) / 2 : here.value;
};

const interpolate = (points: readonly (readonly [number, number])[], at: number): number | null => {
  const above = points.findIndex(([position]) => position >= at);
  const [right, left] = [points[above] ?? points.at(-1), points[above - 1]];
  if (!right) return null;
  if (!left || above === -1) return right[1];
  return left[1] + ((at - left[0]) / (right[0] - left[0])) * (right[1] - left[1]);
};
