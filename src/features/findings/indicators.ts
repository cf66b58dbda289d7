import type { Translator } from '../../platform/i18n';
import { wordsOfGiven, type GivenTable } from '../analysis';
import type { ClaimNumber, ColumnReference, Focus } from './domain';
import { readFocus, SHARE, toClaim, type Measured, type Reading } from './domain/claims';
import { answersText, inGroup, isShare, whatText, withCodes } from './word-parts';

/** One number that a finding is about, which the same table of another time can be asked for. */
export interface Indicator {
  /** Of one number: nothing is compared within it. */
  readonly focus: Focus;
  /** What it is a number of, in words. */
  readonly name: string;
  readonly measure: 'share' | 'nps' | 'number';
}

/** The numbers that a focus, or a table by itself, is about; none where it has nothing to say. */
export const indicatorsOf = (given: GivenTable, focus: Focus | null, translator: Translator): readonly Indicator[] => {
  const reading = readFocus(given, focus);
  if (reading === null) return [];
  const words = wordsOfGiven(given, translator);
  return focusesOf(given, reading).flatMap((one) => {
    const read = readFocus(given, one);
    if (read?.kind !== 'level') return [];
    const measured = withCodes(read.measured, words);
    const values = {
      what: whatText(measured.block, words),
      answers: answersText(measured, words),
      group: inGroup(read.number.at, words),
    };
    const name = translator.t(`claims:indicator.${isShare(measured) ? 'share' : measured.measure}`, values);
    return [{ focus: one, name, measure: measureOf(measured) }];
  });
};

/** Null where it may not be said: hidden, of too few people, or not there. */
export const indicatorIn = (given: GivenTable, { focus }: Pick<Indicator, 'focus'>): ClaimNumber | null => {
  const reading = readFocus(given, focus);
  return reading?.kind === 'level' ? toClaim(reading.number) : null;
};

const measureOf = (measured: Measured): Indicator['measure'] => {
  if (isShare(measured)) return 'share';
  return measured.measure === 'nps' ? 'nps' : 'number';
};

const focusesOf = (given: GivenTable, reading: Reading): readonly Focus[] => {
  if (reading.kind === 'order') return orderFocuses(reading.ordered);
  const { block, measure, codes } = reading.measured;
  const at = (place: number): Focus => ({
    variable: block.variable,
    measure,
    codes,
    column: columnAt(given, place),
    against: null,
  });
  switch (reading.kind) {
    case 'level':
      return [at(reading.number.at)];
    case 'difference':
      return [at(reading.first.at), at(reading.second.at)];
    case 'groups':
      return [at(reading.highest.at), at(reading.lowest.at)];
  }
};

const columnAt = ({ table }: GivenTable, place: number): ColumnReference | null => {
  const column = table.columns[place];
  return column?.variable == null || column.code === null ? null : { variable: column.variable, code: column.code };
};

type Ordered = Extract<Reading, { readonly kind: 'order' }>['ordered'];

/** The first and the last of an order. */
const orderFocuses = ({ of, block, battery, entries }: Ordered): readonly Focus[] =>
  [entries[0], entries.at(-1)].flatMap((entry) => {
    if (entry === undefined) return [];
    const everyone = { measure: SHARE, column: null, against: null };
    return of === 'answers'
      ? [{ ...everyone, variable: block.variable, codes: [entry.key] }]
      : [{ ...everyone, variable: entry.key, codes: battery?.ends.top ?? [] }];
  });
