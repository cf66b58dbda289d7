import type { Field } from '../../field';
import type { Usages } from './usage';

type NumberField = Extract<Field, { kind: 'number' | 'part' }>;

/** Up to so many whole numbers are all tried. */
const SMALL_RANGE = 60;

export interface Numbers {
  readonly numbers: readonly number[];
  /** Whether every answer behaves like one of these in all expressions. */
  readonly isComplete: boolean;
}

/**
 * Numbers around each limit that an expression knows, and around the limits of the numbers it is compared with: as many on
 * each side as there are numbers to stand in order. A fraction compared with a whole number can also equal one.
 */
export const numbersThatMatter = (
  field: NumberField,
  usages: Usages,
  fieldByCode: ReadonlyMap<string, Field>,
): Numbers => {
  const { least, most, whole } = rangeOf(field);
  const usage = usages.get(field.code);
  if (whole && most - least <= SMALL_RANGE)
    return { numbers: Array.from({ length: most - least + 1 }, (_, index) => least + index), isComplete: true };
  const family = familyOf(field, usages, fieldByCode);
  const limits = [...new Set(family.flatMap((member) => limitsOf(member, usages)))].sort((a, b) => a - b);
  const wholes = limits.flatMap((limit) => neighbours(limit, family.length));
  const fractions = limits.flatMap((limit, index) => between(limit, limits[index + 1], family.length));
  const around = whole ? wholes : family.some(isWhole) ? [...wholes, ...fractions] : fractions;
  const numbers = [...new Set(around)].filter((number) => number >= least && number <= most);
  const isPlain =
    usage?.isEntangled !== true && family.every((member) => isNumber(member) && !isEntangled(member, usages));
  return { numbers, isComplete: isPlain && field.kind === 'number' };
};

const rangeOf = (field: NumberField): { least: number; most: number; whole: boolean } =>
  field.kind === 'part' ? { least: 0, most: field.total, whole: false } : field;

const isNumber = (field: Field): field is NumberField => field.kind === 'number' || field.kind === 'part';

const isWhole = (field: Field): boolean => field.kind === 'number' && field.whole;

const isEntangled = ({ code }: Field, usages: Usages): boolean => usages.get(code)?.isEntangled === true;

/** The field and all that it is compared with, directly or by way of others. */
const familyOf = (field: Field, usages: Usages, fieldByCode: ReadonlyMap<string, Field>): readonly Field[] => {
  const family = new Map([[field.code, field]]);
  const open = [field.code];
  for (let code = open.pop(); code !== undefined; code = open.pop())
    for (const peer of usages.get(code)?.peers ?? []) {
      const found = fieldByCode.get(peer);
      if (found === undefined || family.has(peer)) continue;
      family.set(peer, found);
      open.push(peer);
    }
  return [...family.values()];
};

const limitsOf = (field: Field, usages: Usages): readonly number[] => {
  const usage = usages.get(field.code);
  const texts = [...(usage?.texts ?? [])].filter((text) => text.trim() !== '').map(Number);
  const range = isNumber(field) ? rangeOf(field) : null;
  return [...(usage?.numbers ?? []), ...texts, ...(range === null ? [] : [range.least, range.most])].filter(
    Number.isFinite,
  );
};

const neighbours = (limit: number, reach: number): readonly number[] =>
  Array.from({ length: 2 * reach + 1 }, (_, index) => Math.floor(limit) - reach + index);

const between = (limit: number, next: number | undefined, count: number): readonly number[] =>
  next === undefined
    ? [limit]
    : [limit, ...Array.from({ length: count }, (_, index) => limit + ((next - limit) * (index + 1)) / (count + 1))];
