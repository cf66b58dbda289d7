import { weightDiagnostics } from '../../../../statistics';
import type { CategoryVariable, VariableSet } from '../variables/variable';
import { countCells } from './count-cells';
import { labelOfCodes, type Weighing } from './weigh';
import type { WeightRules } from './rules';

/** What a weight costs and whether it does what it was made for. Every group told of is large enough. */
export interface Diagnosis {
  /** Respondents of the data set, and those who carry a weight. */
  readonly all: number;
  readonly n: number;
  readonly sumOfWeights: number;
  readonly effectiveN: number;
  /** Kish's design effect of weighting. */
  readonly deff: number;
  readonly min: number;
  readonly max: number;
  readonly ratio: number;
  readonly rounds: number;
  readonly trimmed: number;
  readonly limits: Weighing['limits'];
  readonly margins: readonly DiagnosedMargin[];
  /** Largest distance of an achieved share from its target. */
  readonly largestMiss: number;
  /** The heaviest and the lightest people, in groups of at least `smallestGroup`. */
  readonly heaviest: readonly WeightBand[];
  readonly lightest: readonly WeightBand[];
  /** Respondents without a weight by what is missing; one may stand in several lines. */
  readonly without: readonly { readonly variable: string; readonly label: string; readonly people: number }[];
}

export interface DiagnosedMargin {
  readonly variables: readonly string[];
  readonly label: string;
  readonly cells: readonly {
    readonly label: string;
    readonly n: number;
    /** Of those who carry a weight, unweighted. */
    readonly share: number;
    readonly target: number;
    readonly targetShare: number;
    readonly achieved: number;
    readonly achievedShare: number;
  }[];
}

export interface WeightBand {
  readonly from: number;
  readonly to: number;
  readonly people: number;
}

export const diagnose = (
  set: VariableSet,
  rules: WeightRules,
  weighing: Weighing,
  smallestGroup: number,
): Diagnosis => {
  const carried = new Float64Array(weighing.rows.length);
  for (let at = 0; at < carried.length; at += 1) carried[at] = weighing.weights[weighing.rows[at] ?? 0] ?? 0;
  const found = weightDiagnostics(carried);
  const margins = rules.margins.map((_, at) => diagnoseMargin(set, rules, weighing, at));
  const sorted = carried.toSorted();
  return {
    all: set.n,
    n: weighing.rows.length,
    sumOfWeights: found?.sumOfWeights ?? 0,
    effectiveN: found?.effectiveN ?? 0,
    deff: found?.deff ?? 1,
    min: found?.min ?? 0,
    max: found?.max ?? 0,
    ratio: found?.ratio ?? 1,
    rounds: weighing.rounds,
    trimmed: weighing.trimmed,
    limits: weighing.limits,
    margins,
    largestMiss: Math.max(
      0,
      ...margins.flatMap(({ cells }) =>
        cells.map(({ targetShare, achievedShare }) => Math.abs(achievedShare - targetShare)),
      ),
    ),
    heaviest: bandsOf(sorted.toReversed(), smallestGroup),
    lightest: bandsOf(sorted, smallestGroup),
    without: withoutWeight(set, rules, weighing),
  };
};

const diagnoseMargin = (set: VariableSet, rules: WeightRules, weighing: Weighing, at: number): DiagnosedMargin => {
  const { variables: names = [], cells = [] } = rules.margins[at] ?? {};
  const variables = names.flatMap((name): readonly CategoryVariable[] => {
    const variable = set.variables.get(name);
    return variable?.kind === 'category' ? [variable] : [];
  });
  const cellOf = weighing.cellOf[at] ?? new Int32Array();
  const counts = countCells(cellOf, weighing.rows, cells.length);
  const achieved = new Float64Array(cells.length);
  for (const row of weighing.rows)
    achieved[cellOf[row] ?? 0] = (achieved[cellOf[row] ?? 0] ?? 0) + (weighing.weights[row] ?? 0);
  const targets = weighing.targets[at] ?? [];
  const sum = targets.reduce((all, target) => all + target, 0);
  const reached = achieved.reduce((all, one) => all + one, 0);
  return {
    variables: names,
    label: variables.map(({ label }) => label).join(' × '),
    cells: cells.map(({ members }, cell) => ({
      label: members.map((codes) => labelOfCodes(variables, codes)).join(' + '),
      n: counts[cell] ?? 0,
      share: (counts[cell] ?? 0) / weighing.rows.length,
      target: targets[cell] ?? 0,
      targetShare: (targets[cell] ?? 0) / sum,
      achieved: achieved[cell] ?? 0,
      achievedShare: (achieved[cell] ?? 0) / reached,
    })),
  };
};

const MOST_BANDS = 3;
/** Weights that differ by rounding alone are the same weight. */
const SAME = 1e-9;

/** Bands of the same weight from one end; a weight that few carry stands with the next ones. */
const bandsOf = (sorted: Float64Array, smallestGroup: number): readonly WeightBand[] => {
  const bands: WeightBand[] = [];
  let first = 0;
  while (bands.length < MOST_BANDS && sorted.length - first >= smallestGroup) {
    let last = first + smallestGroup - 1;
    while (last + 1 < sorted.length && isSame(sorted[last] ?? 0, sorted[last + 1] ?? 0)) last += 1;
    const rest = sorted.length - 1 - last;
    if (rest > 0 && rest < smallestGroup) last = sorted.length - 1;
    const ends = [sorted[first] ?? 0, sorted[last] ?? 0];
    bands.push({ from: Math.min(...ends), to: Math.max(...ends), people: last - first + 1 });
    first = last + 1;
  }
  return bands;
};

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= SAME * Math.abs(a);

const withoutWeight = (set: VariableSet, rules: WeightRules, { cellOf, weights }: Weighing): Diagnosis['without'] => {
  const base = rules.base === null ? undefined : set.variables.get(rules.base);
  const lines = rules.margins.map(({ variables }, at) => ({
    variable: variables.join(' × '),
    label: variables.map((name) => set.variables.get(name)?.label ?? name).join(' × '),
    people: cellOf[at]?.reduce((sum, cell) => sum + Number(cell < 0), 0) ?? 0,
  }));
  if (base?.kind === 'number')
    lines.push({
      variable: base.name,
      label: base.label,
      people: weights.reduce((sum, _, row) => sum + Number(!((base.values[row] ?? NaN) > 0)), 0),
    });
  return lines.filter(({ people }) => people > 0);
};
