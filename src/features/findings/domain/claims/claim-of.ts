import type { Claim } from '../claim';
import type { ColumnReference, Focus } from '../finding';
import {
  groupOf,
  measuredBy,
  placeOf,
  readNumber,
  SHARE,
  toClaim,
  verdictOf,
  type Measured,
  type ToldNumber,
  type ToldTable,
} from './read-numbers';
import { readAnswers, readStatements, type Ordered } from './read-order';
import { suggestFocuses } from './suggest-focuses';

/** A focus read in its table: what can be said, with all that is needed to say it. */
export type Reading =
  | { readonly kind: 'level'; readonly measured: Measured; readonly number: ToldNumber }
  | {
      readonly kind: 'difference';
      readonly measured: Measured;
      readonly first: ToldNumber;
      readonly second: ToldNumber;
      readonly verdict: ReturnType<typeof verdictOf>;
    }
  | {
      readonly kind: 'groups';
      readonly measured: Measured;
      readonly highest: ToldNumber;
      readonly lowest: ToldNumber;
      readonly groups: number;
      readonly isSignificant: boolean | null;
    }
  | { readonly kind: 'order'; readonly ordered: Ordered };

/** Code of a column reference that means every group of its variable. */
export const EVERY_GROUP = '';

/** Null where the table has nothing to say: hidden, of too few people, gone. Null for a focus: what the rules find first. */
export const readFocus = (told: ToldTable, focus: Focus | null): Reading | null => {
  if (focus === null) {
    const found = resolveFocus(told);
    return found === null ? null : readFocus(told, found);
  }
  const measured = measuredBy(told, focus);
  if (measured === null) {
    const ordered = focus.measure === SHARE ? readStatements(told, focus.variable) : null;
    return ordered && { kind: 'order', ordered };
  }
  if (focus.measure === SHARE && focus.codes.length === 0) {
    const ordered = readAnswers(told, measured.block);
    return ordered && { kind: 'order', ordered };
  }
  if (focus.column?.code === EVERY_GROUP && placeOf(told, focus.column) === null)
    return readGroups(told, measured, focus.column);
  return focus.against === null && focus.column === null
    ? readLevel(told, measured, null)
    : readColumns(told, measured, focus);
};

/** What a table without a focus is about: the first suggestion that it has numbers for. */
export const resolveFocus = (told: ToldTable): Focus | null =>
  suggestFocuses(told).find((suggested) => readFocus(told, suggested) !== null) ?? null;

const readLevel = (told: ToldTable, measured: Measured, column: ColumnReference | null): Reading | null => {
  const at = placeOf(told, column);
  const number = at === null ? null : readNumber(measured, at);
  return number && { kind: 'level', measured, number };
};

const readColumns = (told: ToldTable, measured: Measured, { column, against }: Focus): Reading | null => {
  if (against === null) return readLevel(told, measured, column);
  const [one, other] = [placeOf(told, column), placeOf(told, against)];
  if (one === null || other === null || one === other) return null;
  const [first, second] = [readNumber(measured, one), readNumber(measured, other)];
  if (first === null || second === null) return null;
  return { kind: 'difference', measured, first, second, verdict: verdictOf(told, measured, [first, second]) };
};

const readGroups = (told: ToldTable, measured: Measured, { variable }: ColumnReference): Reading | null => {
  const numbers = told.table.columns
    .flatMap((column, at) => (column.variable === variable ? (readNumber(measured, at) ?? []) : []))
    .toSorted((a, b) => b.value - a.value);
  const [highest, lowest] = [numbers[0], numbers.at(-1)];
  if (highest === undefined || lowest === undefined || numbers.length < 2) return null;
  const verdict = verdictOf(told, measured, [highest, lowest]);
  const isSignificant = verdict === 'untested' ? null : verdict === 'higher';
  return { kind: 'groups', measured, highest, lowest, groups: numbers.length, isSignificant };
};

/** What the rules say of a table, in numbers alone. */
export const claimOf = (told: ToldTable, focus: Focus | null): Claim | null => {
  const reading = readFocus(told, focus);
  return reading === null ? null : toClaimOf(told, reading);
};

export const toClaimOf = (told: ToldTable, reading: Reading): Claim => {
  const inGroup = (number: ToldNumber) => {
    const column = told.table.columns[number.at];
    return { ...toClaim(number), group: column === undefined ? '' : groupOf(column) };
  };
  switch (reading.kind) {
    case 'level':
      return { kind: 'level', ...toClaim(reading.number), boundary: boundaryOf(reading) };
    case 'difference':
      return {
        kind: 'difference',
        first: inGroup(reading.first),
        second: inGroup(reading.second),
        verdict: reading.verdict,
      };
    case 'groups':
      return {
        kind: 'groups',
        highest: inGroup(reading.highest),
        lowest: inGroup(reading.lowest),
        isSignificant: reading.isSignificant,
      };
    case 'order': {
      const { entries } = reading.ordered;
      const [first, last] = [entries[0], entries.at(-1)];
      if (first === undefined || last === undefined) throw new RangeError('An order has entries');
      return {
        kind: 'order',
        first: { ...toClaim(first), label: first.label },
        last: { ...toClaim(last), label: last.label },
      };
    }
  }
};

const HALF = 0.5;
/** From here on "more than half" would say too little. */
const MUCH_MORE = 2 / 3;

/** What the whole interval lies above: one half of the people; of a balance, nought on either side. */
export const boundaryOf = ({
  measured: { block, measure },
  number: { value, interval },
}: Extract<Reading, { readonly kind: 'level' }>): number | null => {
  if (interval === null) return null;
  if (measure === 'nps') return interval.low > 0 || interval.high < 0 ? 0 : null;
  const isOfPeople = measure === SHARE && block.percentsOf === 'respondents';
  return isOfPeople && value < MUCH_MORE && interval.low > HALF ? HALF : null;
};
