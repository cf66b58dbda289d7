import { cronbachAlpha, type CronbachAlpha } from '../../../../statistics';
import type { Variable, VariableSet } from '../variables/variable';
import { membersOf } from './banners';
import type { TableRequest } from './table';

export interface Reliability {
  readonly items: readonly string[];
  readonly reversed: readonly string[];
  /** Null when too few people answered every item, or the items do not vary. */
  readonly alpha: CronbachAlpha | null;
}

/** Cronbach's alpha of the row variables, over respondents who answered all of them with a point of the scale. */
export const reliabilityOf = (
  set: VariableSet,
  { rows, filter }: TableRequest,
  { reversed, least }: { readonly reversed: readonly string[]; readonly least: number },
): Reliability | null => {
  const variables = rows.flatMap((name) => set.variables.get(name) ?? []);
  const readers = variables.map((variable) => readerOf(variable, reversed.includes(variable.name)));
  if (readers.length < 2 || readers.some((read) => read === null)) return null;
  const members = membersOf(set, filter);
  const complete: number[][] = readers.map(() => []);
  for (let at = 0; at < set.n; at += 1) {
    if (members !== null && members[at] === 0) continue;
    const values = readers.map((read) => read?.(at) ?? NaN);
    if (values.some(Number.isNaN)) continue;
    values.forEach((value, item) => complete[item]?.push(value));
  }
  const isEnough = (complete[0]?.length ?? 0) >= Math.max(2, least);
  return { items: rows, reversed, alpha: isEnough ? cronbachAlpha(complete) : null };
};

type Reader = (respondent: number) => number;

const readerOf = (variable: Variable, isReversed: boolean): Reader | null => {
  if (variable.kind === 'number') return isReversed ? null : (at) => variable.values[at] ?? NaN;
  if (variable.kind !== 'category') return null;
  const values = variable.categories.map(({ value, missing }) => (missing === null ? value : null));
  const points = values.filter((value) => value !== null);
  if (points.length < 2) return null;
  const ends = Math.min(...points) + Math.max(...points);
  return (at) => {
    const value = values[variable.places[at] ?? -1] ?? NaN;
    return isReversed ? ends - value : value;
  };
};
