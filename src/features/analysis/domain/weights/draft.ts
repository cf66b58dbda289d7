import type { VariableSet } from '../variables/variable';
import type { WeightFault } from './fault';
import { countCells, eligible } from './count-cells';
import { placeInCells, possibleMargins, type PossibleCell, type PossibleMargin } from './margin-cells';
import { parseTotal } from './parse-total';
import type { Trimming, WeightMargin, WeightRules } from './rules';

/** What was typed, as it was typed. */
export interface WeightDraft {
  readonly method: WeightRules['method'];
  readonly unit: WeightRules['unit'];
  /** Empty: everyone alike. */
  readonly base: string;
  readonly variables: readonly string[];
  /** By `cellKey`. */
  readonly totals: ReadonlyMap<string, string>;
  /** By `cellKey`: the combination that it counts with. */
  readonly joined: ReadonlyMap<string, string>;
  readonly trimming: {
    readonly kind: Trimming['kind'];
    readonly lower: string;
    readonly upper: string;
    readonly share: string;
  };
}

export interface DraftReading {
  readonly margins: readonly PossibleMargin[];
  /** By margin and cell: respondents of the data set in it. */
  readonly counts: readonly Int32Array[];
  /** Null while there are faults. */
  readonly rules: WeightRules | null;
  readonly faults: readonly WeightFault[];
}

/** Reads a draft against a data set; everything that is wrong is told at once. */
export const readDraft = (set: VariableSet, draft: WeightDraft): DraftReading => {
  const { margins, faults: marginFaults } = possibleMargins(set, draft.method, draft.variables);
  if (marginFaults.length > 0) return { margins: [], counts: [], rules: null, faults: marginFaults };
  const counts = margins.map((margin) => countsOf(set, margin));
  const read = margins.map((margin, at) => readMargin(margin, counts[at] ?? new Int32Array(), draft));
  const trimming = readTrimming(draft.trimming);
  const base = readBase(set, draft.base);
  const cellFaults = read.flatMap(({ faults }) => faults);
  const faults = [
    ...cellFaults,
    ...(cellFaults.length === 0
      ? faultsOfSums(
          read.map(({ margin }) => margin),
          draft.unit,
        )
      : []),
    ...base,
    ...trimming.faults,
  ];
  return {
    margins,
    counts,
    faults,
    rules:
      faults.length > 0
        ? null
        : {
            method: draft.method,
            unit: draft.unit,
            base: draft.base === '' ? null : draft.base,
            margins: read.map(({ margin }) => margin),
            trimming: trimming.trimming,
          },
  };
};

const countsOf = (set: VariableSet, { variables, cells }: PossibleMargin): Int32Array => {
  const cellOf = placeInCells(
    variables,
    cells.map(({ codes }) => [codes]),
    set.n,
  );
  return countCells(cellOf, eligible(cellOf), cells.length);
};

/** What another combination counts with, followed to its end; a circle leads nowhere. */
const endOf = (key: string, joined: ReadonlyMap<string, string>): string => {
  const seen = new Set<string>();
  let at = key;
  for (let next = joined.get(at); next !== undefined && !seen.has(at); next = joined.get(at)) {
    seen.add(at);
    at = next;
  }
  return seen.has(at) ? key : at;
};

const readMargin = (
  { variables, cells }: PossibleMargin,
  counts: Int32Array,
  { totals, joined }: WeightDraft,
): { readonly margin: WeightMargin; readonly faults: readonly WeightFault[] } => {
  const known = new Set(cells.map(({ key }) => key));
  const faults: WeightFault[] = [];
  const made = new Map<string, { members: (readonly string[])[]; total: number; isUsed: boolean }>();
  const order = cells.toSorted((a, b) => Number(joined.has(a.key)) - Number(joined.has(b.key)));
  for (const cell of order) {
    const end = endOf(cell.key, joined);
    const into = known.has(end) ? end : cell.key;
    const n = counts[cells.indexOf(cell)] ?? 0;
    const total = totalOf(cell, totals.get(cell.key) ?? '', { n, isJoined: into !== cell.key });
    if (typeof total === 'object') faults.push(total);
    const entry = made.get(into) ?? { members: [], total: 0, isUsed: false };
    entry.members.push(cell.codes);
    if (typeof total === 'number') entry.total += total;
    entry.isUsed ||= n > 0 || (typeof total === 'number' && total > 0);
    made.set(into, entry);
  }
  const used = cells.flatMap(({ key }) => {
    const entry = made.get(key);
    return entry?.isUsed === true ? [{ members: entry.members, total: entry.total }] : [];
  });
  return { margin: { variables: variables.map(({ name }) => name), cells: used }, faults };
};

/** 0: nobody asked and nobody there, or counted with another. */
const totalOf = (
  { key, label }: PossibleCell,
  text: string,
  { n, isJoined }: { readonly n: number; readonly isJoined: boolean },
): number | WeightFault => {
  const parsed = parseTotal(text);
  switch (parsed.kind) {
    case 'number':
      return parsed.value;
    case 'empty':
      return n === 0 || isJoined ? 0 : { kind: 'total-missing', key, label, n };
    case 'not-positive':
      return n === 0 && /^0+(?:[.,]0+)?$/.test(text.trim()) ? 0 : { kind: 'total-not-positive', key, label };
    case 'not-number':
      return { kind: 'total-not-number', key, label };
    case 'too-large':
      return { kind: 'total-too-large', key, label };
  }
};

/** Relative distance at which sums of two tables are the same. */
const SAME = 1e-9;
/** Percentages are rounded: so far from 100 they may add up. */
const ROUNDED_PERCENT = 0.5;

const faultsOfSums = (margins: readonly WeightMargin[], unit: WeightRules['unit']): readonly WeightFault[] => {
  const sums = margins.map(({ variables, cells }) => ({
    variables: variables.join(' × '),
    sum: cells.reduce((sum, { total }) => sum + total, 0),
  }));
  if (unit === 'shares')
    return sums.flatMap(({ variables, sum }) =>
      Math.abs(sum - 100) <= ROUNDED_PERCENT ? [] : [{ kind: 'shares-sum' as const, variables, sum }],
    );
  const first = sums[0]?.sum ?? 0;
  return sums.every(({ sum }) => Math.abs(sum - first) <= SAME * first) ? [] : [{ kind: 'sums-differ', sums }];
};

const readBase = ({ variables }: VariableSet, name: string): readonly WeightFault[] => {
  if (name === '') return [];
  const variable = variables.get(name);
  const isUsable = variable?.kind === 'number' && variable.level === 'weight' && variable.origin?.kind !== 'weight';
  return isUsable ? [] : [{ kind: 'bad-base', variable: name }];
};

const LARGEST_MULTIPLE = 1000;
const LARGEST_SHARE = 25;

const readTrimming = ({
  kind,
  lower: lowerText,
  upper: upperText,
  share: shareText,
}: WeightDraft['trimming']): { readonly trimming: Trimming; readonly faults: readonly WeightFault[] } => {
  const none: Trimming = { kind: 'none' };
  switch (kind) {
    case 'none':
      return { trimming: none, faults: [] };
    case 'bounds': {
      const lower = /^0*$/.test(lowerText.trim()) ? 0 : valueOf(lowerText);
      const upper = valueOf(upperText);
      if (lower === null || lower >= 1) return { trimming: none, faults: [{ kind: 'trim-bounds', field: 'dolna' }] };
      if (upper === null || upper <= 1 || upper > LARGEST_MULTIPLE)
        return { trimming: none, faults: [{ kind: 'trim-bounds', field: 'gorna' }] };
      return { trimming: { kind, lower, upper }, faults: [] };
    }
    case 'quantile': {
      const percent = valueOf(shareText);
      return percent === null || percent > LARGEST_SHARE
        ? { trimming: none, faults: [{ kind: 'trim-share', field: 'odsetek' }] }
        : { trimming: { kind, share: percent / 100 }, faults: [] };
    }
  }
};

const valueOf = (text: string): number | null => {
  const parsed = parseTotal(text);
  return parsed.kind === 'number' ? parsed.value : null;
};
