import { discloseCounts, type DisclosedCounts } from '../dictionary/disclose-counts';
import { countVariable } from '../dictionary/count-variable';
import type { NumberVariable, Variable } from '../variables/variable';

/** One line of a frequency table: a category, or numbers from one to another. */
export type PreviewLine =
  | { readonly kind: 'category'; readonly code: string; readonly label: string }
  | { readonly kind: 'numbers'; readonly from: number; readonly to: number };

export interface Preview {
  readonly lines: readonly PreviewLine[];
  /** Counts of the lines and of the missing states; what would show a few people is hidden. */
  readonly counts: DisclosedCounts;
  /** Of a number with enough answers. */
  readonly summary: {
    readonly n: number;
    readonly mean: number;
    readonly sd: number | null;
    readonly median: number;
  } | null;
}

/** What a variable has come to, as it may be seen before it is saved. */
export const previewOf = (variable: Variable, smallestGroup: number): Preview => {
  const counts = countVariable(variable);
  if (variable.kind !== 'number') {
    const categories = 'categories' in variable ? variable.categories : [];
    return {
      lines: categories.map(({ code, label }) => ({ kind: 'category', code, label })),
      counts: discloseCounts(counts, smallestGroup, variable.kind === 'category'),
      summary: null,
    };
  }
  const values = answersOf(variable);
  const bins = binsOf(values);
  const disclosed = discloseCounts({ ...counts, categories: bins.map(({ count }) => count) }, smallestGroup, true);
  return {
    lines: bins.map(({ from, to }) => ({ kind: 'numbers', from, to })),
    counts: disclosed,
    summary: disclosed.answered === null ? null : summaryOf(values),
  };
};

const answersOf = ({ values, states }: NumberVariable): Float64Array =>
  values.filter((_, at) => states[at] === 0).toSorted();

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Few different numbers stand for themselves; more are put into bins of one width. */
const [MOST_VALUES, BINS] = [12, 8];

const binsOf = (sorted: Float64Array): readonly Bin[] => {
  const different = new Map<number, number>();
  for (const value of sorted) {
    different.set(value, (different.get(value) ?? 0) + 1);
    if (different.size > MOST_VALUES) return widthBins(sorted);
  }
  return [...different].map(([value, count]) => ({ from: value, to: value, count }));
};

const widthBins = (sorted: Float64Array): readonly Bin[] => {
  const [lowest, highest] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const width = niceWidth((highest - lowest) / BINS);
  const start = Math.floor(lowest / width);
  const counts = new Map<number, number>();
  for (const value of sorted) {
    const bin = Math.floor(value / width) - start;
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const last = Math.floor(highest / width) - start;
  return Array.from({ length: last + 1 }, (_, bin) => ({
    from: rounded((start + bin) * width),
    to: rounded((start + bin + 1) * width),
    count: counts.get(bin) ?? 0,
  }));
};

const rounded = (value: number): number => Number(value.toPrecision(12));

/** 1, 2 or 5 times a power of ten, not below. */
const niceWidth = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((step) => step * power >= least) ?? 10) * power || 1;
};

const summaryOf = (sorted: Float64Array): Preview['summary'] => {
  const n = sorted.length;
  if (n === 0) return null;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const middle = (at: number): number => sorted[at] ?? NaN;
  return {
    n,
    mean,
    sd: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    median: (middle(Math.floor((n - 1) / 2)) + middle(Math.floor(n / 2))) / 2,
  };
};
