import {
  adjustHolm,
  regressionOfCells,
  type CellRegression,
  type GroupSums,
  type RegressionCell,
} from '../../../../statistics';
import { LEAST_FOR_PERCENT } from '../disclosure/disclose';
import type { Variable } from '../variables/variable';
import { LEAST_FOR_COEFFICIENT, type AdjustedContrast, type AdjustedResults, type Adjustment } from './adjustment';
import { groupsAskedAny, mixOf, type MixBase, type MixPart } from './client-mix';
import { REST, type ComparedItem } from './comparison';
import type { ComparisonContext } from './context';
import type { Measure } from './measure';
import { NOTHING, valueReader } from './measured';
import { LEVEL } from './verdict';

/**
 * Compares the groups as if their clients were alike.
 *
 * @param item the raw comparison: only groups that it shows are adjusted
 * @param mix  variables in which clients of the groups may differ
 * @source regression adjustment (analysis of covariance) with predictive margins: Lane & Nelder (1982), Biometrics 38, 613-621;
 *         errors HC3, or of the design where weighted; R: lm and sandwich::vcovHC, survey::svyglm
 */
export const adjustForMix = (
  what: Measure,
  item: ComparedItem,
  mix: readonly Variable[],
  context: ComparisonContext,
): Adjustment => {
  const shown = item.groups.flatMap((group, unit) => (group.seen ? [{ code: group.code, unit }] : []));
  const isAsked = groupsAskedAny(mix, baseOf(what, shown, context));
  const groups = shown.filter((_, at) => isAsked[at] === true);
  const base = baseOf(what, groups, context);
  const used: (Adjustment['used'][number] & { readonly parts: readonly MixPart[] })[] = [];
  const unused: Adjustment['unused'][number][] = [];
  let coefficients = groups.length;
  for (const variable of mix) {
    const about = { variable: variable.name, label: variable.label };
    const found = groups.length < 2 ? 'too-thin' : mixOf(variable, base);
    if (typeof found === 'string') {
      unused.push({ ...about, reason: found });
      continue;
    }
    const more = found.parts.reduce((sum, { codes }) => sum + codes - 1, 0);
    if ((coefficients + more) * LEAST_FOR_COEFFICIENT > base.places.length) {
      unused.push({ ...about, reason: 'too-many' });
      continue;
    }
    coefficients += more;
    used.push({ ...about, ...found });
  }
  const parts = used.flatMap((one) => one.parts);
  const results = parts.length === 0 ? null : resultsOf(what, { item, groups, base, parts, context });
  return {
    used: results === null ? [] : used.map(({ variable, label, pooled }) => ({ variable, label, pooled })),
    unused,
    notAsked: shown.flatMap(({ code }, at) => (isAsked[at] === true ? [] : [code])),
    results,
  };
};

interface Fitting {
  readonly item: ComparedItem;
  readonly groups: readonly { readonly code: string; readonly unit: number }[];
  readonly base: MixBase;
  readonly parts: readonly MixPart[];
  readonly context: ComparisonContext;
}

/** Respondents of the groups shown who are in the base of the measure. */
const baseOf = (what: Measure, groups: Fitting['groups'], { counting }: ComparisonContext): MixBase => {
  const groupAt = new Map(groups.map(({ unit }, group) => [unit, group]));
  const value = valueReader(what);
  const places: number[] = [];
  const groupOf: number[] = [];
  counting.units.placeOf.forEach((unit, at) => {
    const group = groupAt.get(unit);
    if (group === undefined || (counting.members !== null && counting.members[at] === 0) || value(at) === null) return;
    places.push(at);
    groupOf.push(group);
  });
  return { places: Uint32Array.from(places), groupOf: Int16Array.from(groupOf), groups: groups.length };
};

const resultsOf = (what: Measure, fitting: Fitting): AdjustedResults | null => {
  const { groups, context, parts } = fitting;
  const cells = cellsOf(what, fitting);
  const sizes = groups.map((_, group) => sizeOf(cells, ({ columns }) => columns[group] === 1));
  if (sizes.some((n) => n < LEAST_FOR_PERCENT)) return null;
  const model = regressionOfCells(cells, context.weighting !== null);
  if (model === null) return null;
  const width = parts.reduce((sum, { codes }) => sum + codes - 1, 0);
  const weight = cells.reduce((sum, cell) => sum + cell.weight, 0);
  const mean = Array.from(
    { length: width },
    (_, at) => cells.reduce((sum, cell) => sum + cell.weight * (cell.columns[groups.length + at] ?? 0), 0) / weight,
  );
  return {
    n: sizeOf(cells, () => true),
    groups: groups.map(({ code }, group) => {
      const found = model.contrast([...groups.map((_, at) => Number(at === group)), ...mean]);
      return { code, n: sizes[group] ?? 0, value: found?.estimate ?? null, interval: found?.interval ?? null };
    }),
    contrasts: contrastsOf(model, fitting, sizes, width),
  };
};

const sizeOf = (cells: readonly RegressionCell[], isIn: (cell: RegressionCell) => boolean): number =>
  cells.reduce((sum, cell) => sum + (isIn(cell) ? cell.n : 0), 0);

/** Respondents of one group and one mix, their answers summed. */
const cellsOf = (what: Measure, { base, groups, parts, context }: Fitting): readonly RegressionCell[] => {
  const { weights } = context.counting;
  const value = valueReader(what);
  const cells = new Map<string, { readonly columns: readonly number[]; sums: GroupSums }>();
  base.places.forEach((at, place) => {
    const codes = parts.map(({ codeOf }) => codeOf(at));
    const x = value(at);
    if (x === null || codes.some((code) => code < 0)) return;
    const group = base.groupOf[place] ?? 0;
    const key = `${group} ${codes.join(' ')}`;
    const cell = cells.get(key) ?? { columns: columnsFor(group, codes, groups.length, parts), sums: NOTHING };
    cell.sums = withOne(cell.sums, weights === null ? 1 : (weights[at] ?? 0), x);
    cells.set(key, cell);
  });
  return [...cells.values()].map(({ columns, sums }) => ({ ...sums, columns }));
};

/** 0/1 for each group, then for each category of each part but the first. */
const columnsFor = (
  group: number,
  codes: readonly number[],
  groups: number,
  parts: readonly MixPart[],
): readonly number[] => [
  ...Array.from({ length: groups }, (_, at) => Number(at === group)),
  ...parts.flatMap(({ codes: all }, part) =>
    Array.from({ length: all - 1 }, (_, at) => Number(codes[part] === at + 1)),
  ),
];

const withOne = (sums: GroupSums, w: number, x: number): GroupSums => ({
  n: sums.n + 1,
  weight: sums.weight + w,
  weightSquared: sums.weightSquared + w * w,
  x: sums.x + w * x,
  xSquared: sums.xSquared + w * x * x,
  weightSquaredX: sums.weightSquaredX + w * w * x,
  weightSquaredXSquared: sums.weightSquaredXSquared + w * w * x * x,
});

/** The rest of the region: the other groups in proportion to their respondents. */
const contrastsOf = (
  model: CellRegression,
  { item, groups }: Fitting,
  sizes: readonly number[],
  width: number,
): readonly AdjustedContrast[] => {
  const sidesOf = (code: string, against: string): readonly number[] => {
    if (code !== REST) return groups.map((group) => Number(group.code === code));
    const others = sizes.map((n, at) => (groups[at]?.code === against ? 0 : n));
    const all = others.reduce((sum, n) => sum + n, 0);
    return others.map((n) => (all > 0 ? n / all : 0));
  };
  const seen = item.groups.filter((group) => group.seen).length;
  const made = item.contrasts.flatMap(({ first, second, found }) => {
    const isAdjusted = (code: string): boolean =>
      code === REST ? groups.length === seen : groups.some((group) => group.code === code);
    if (found === null || !isAdjusted(first) || !isAdjusted(second)) return [];
    const [a, b] = [sidesOf(first, second), sidesOf(second, first)];
    const contrast = model.contrast([
      ...a.map((share, at) => share - (b[at] ?? 0)),
      ...Array.from({ length: width }, () => 0),
    ]);
    return contrast === null ? [] : [{ first, second, raw: found, contrast }];
  });
  const adjusted = adjustHolm(made.map(({ contrast }) => contrast.p));
  const raw = adjustHolm(made.map((one) => one.raw.p));
  return made.map(({ first, second, raw: found, contrast: { estimate, interval, p } }, at) => {
    const [adjustedP, rawP] = [adjusted[at] ?? 1, raw[at] ?? 1];
    const isOtherSign = adjustedP < LEVEL && rawP < LEVEL && Math.sign(estimate) !== Math.sign(found.difference);
    return {
      first,
      second,
      difference: estimate,
      interval,
      p,
      adjustedP,
      rawP,
      disagrees: adjustedP < LEVEL !== rawP < LEVEL || isOtherSign,
    };
  });
};
