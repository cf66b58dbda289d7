import type { WeightDraft } from './draft';
import { cellKey, type WeightRules } from './rules';

const written = (value: number): string => String(value).replace('.', ',');

/** A saved version as it was typed, to begin the next one from. */
export const draftOf = ({ method, unit, base, margins, trimming }: WeightRules): WeightDraft => {
  const totals = new Map<string, string>();
  const joined = new Map<string, string>();
  for (const { variables, cells } of margins)
    for (const { members, total } of cells) {
      const [first = [], ...others] = members;
      const key = cellKey(variables, first);
      totals.set(key, written(total));
      for (const other of others) joined.set(cellKey(variables, other), key);
    }
  return {
    method,
    unit,
    base: base ?? '',
    variables: margins.flatMap(({ variables }) => variables),
    totals,
    joined,
    trimming: {
      kind: trimming.kind,
      lower: trimming.kind === 'bounds' ? written(trimming.lower) : '0,3',
      upper: trimming.kind === 'bounds' ? written(trimming.upper) : '3',
      share: trimming.kind === 'quantile' ? written(trimming.share * 100) : '2,5',
    },
  };
};
