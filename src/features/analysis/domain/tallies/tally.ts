import { isAnswered, type Column, type ColumnPart, type RankingColumn } from '../columns/column';
import type { Crowd } from './crowd';

/**
 * The answers to one question counted in one pass, by place of the crowd: `width` numbers for each place, first the
 * respondents by state (0, then 95 to 99), then what they said, in the order of the choices.
 */
export interface Tally {
  readonly width: number;
  readonly counts: Uint32Array;
}

/** Numbers by state come first. */
export const STATES = 6;
const LEAST_STATE = 94;

/** 0 stays 0; 95 to 99 become 1 to 5. */
export const slotOfState = (state: number): number => (state === 0 ? 0 : state - LEAST_STATE);

export const tallyOf = (column: Column, crowd: Crowd): Tally => {
  switch (column.kind) {
    case 'number':
      return countParts(STATES, column, crowd, countNumbers);
    case 'coded':
      return countParts(STATES + column.choices.length, column, crowd, countCoded);
    case 'multiple':
      return countParts(STATES + column.choices.length, column, crowd, countMarks);
    case 'ranking':
      return tallyRanking(column, crowd);
  }
};

/** Counts one questionnaire's respondents, who stand in these places. */
type CountPart = (part: ColumnPart, placeOf: Uint32Array, tally: Tally) => void;

const countParts = (width: number, { parts }: Column, { places, placeOf }: Crowd, count: CountPart): Tally => {
  const tally = { width, counts: new Uint32Array(places.length * width) };
  for (const part of parts()) {
    const own = placeOf.subarray(part.start, part.start + part.n);
    if (part.rows === null) countNotAsked(own, tally);
    else count(part, own, tally);
  }
  return tally;
};

const countNotAsked = (placeOf: Uint32Array, { width, counts }: Tally): void => {
  const slot = slotOfState(96);
  for (const place of placeOf) counts[place * width + slot] = (counts[place * width + slot] ?? 0) + 1;
};

const countNumbers: CountPart = ({ rows }, placeOf, { width, counts }) => {
  if (rows?.kind !== 'number') return;
  const { states } = rows;
  for (let row = 0; row < placeOf.length; row += 1) {
    const slot = (placeOf[row] ?? 0) * width + slotOfState(-(states[row] ?? 0));
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
};

const countCoded: CountPart = ({ rows, choiceOf, stateOf }, placeOf, { width, counts }) => {
  if (rows?.kind !== 'coded') return;
  const { places } = rows;
  const slotOf = choiceOf.map((choice, option) => {
    const missing = stateOf[option] ?? 0;
    return missing === 0 ? STATES + choice : slotOfState(missing);
  });
  for (let row = 0; row < placeOf.length; row += 1) {
    const option = places[row] ?? 0;
    const slot = (placeOf[row] ?? 0) * width + (option < 0 ? slotOfState(-option) : (slotOf[option] ?? 0));
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  // Whoever chose something answered: one sum by place instead of two by respondent.
  for (let first = 0; first < counts.length; first += width) {
    let answered = 0;
    for (let slot = first + STATES; slot < first + width; slot += 1) answered += counts[slot] ?? 0;
    counts[first] = answered;
  }
};

const countMarks: CountPart = ({ rows, choiceOf, stateOf }, placeOf, { width, counts }) => {
  if (rows?.kind !== 'multiple') return;
  const { bits, wordsEach, states } = rows;
  for (let row = 0; row < placeOf.length; row += 1) {
    const first = (placeOf[row] ?? 0) * width;
    let state = slotOfState(-(states[row] ?? 0));
    for (let word = 0; word < wordsEach; word += 1)
      for (let left = bits[row * wordsEach + word] ?? 0; left !== 0; left &= left - 1) {
        const option = word * 32 + 31 - Math.clz32(left & -left);
        const missing = stateOf[option] ?? 0;
        if (missing !== 0) state = slotOfState(missing);
        else
          counts[first + STATES + (choiceOf[option] ?? 0)] =
            (counts[first + STATES + (choiceOf[option] ?? 0)] ?? 0) + 1;
      }
    counts[first + state] = (counts[first + state] ?? 0) + 1;
  }
};

/** For each choice in turn: those who gave it the first place, the second, and so on. */
const tallyRanking = (column: RankingColumn, crowd: Crowd): Tally => {
  const { choices, most } = column;
  const width = STATES + choices.length * most;
  return countParts(width, column, crowd, ({ rows, choiceOf, stateOf }, placeOf, { counts }) => {
    if (rows?.kind !== 'ranking') return;
    const { states, bits, wordsEach } = rows;
    const chosenMissing = [...stateOf].flatMap((missing, option) => (missing === 0 ? [] : [{ missing, option }]));
    for (let row = 0; row < placeOf.length; row += 1) {
      const isMarked = ({ option }: { readonly option: number }): boolean =>
        ((bits[row * wordsEach + (option >>> 5)] ?? 0) & (1 << (option & 31))) !== 0;
      const state = states[row] === 0 ? (chosenMissing.find(isMarked)?.missing ?? 0) : -(states[row] ?? -99);
      const slot = (placeOf[row] ?? 0) * width + slotOfState(state);
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    rows.places.forEach((given, option) => {
      const missing = stateOf[option] ?? 0;
      const choice = STATES + (choiceOf[option] ?? 0) * most - 1;
      for (let row = 0; row < placeOf.length; row += 1) {
        const place = given[row] ?? 0;
        if (place === 0 || missing !== 0) continue;
        const slot = (placeOf[row] ?? 0) * width + choice + place;
        counts[slot] = (counts[slot] ?? 0) + 1;
      }
    });
  });
};

/** The numbers of several places together. */
export const sumTally = ({ width, counts }: Tally, places: Uint32Array): Uint32Array => {
  const sums = new Uint32Array(width);
  for (const place of places)
    for (let slot = 0; slot < width; slot += 1) sums[slot] = (sums[slot] ?? 0) + (counts[place * width + slot] ?? 0);
  return sums;
};

/** For each place, how many are in the base of percentages. */
export const answeredBy = ({ width, counts }: Tally): Uint32Array => {
  const slots = [0, 95, 96, 97, 98, 99].filter(isAnswered).map(slotOfState);
  return Uint32Array.from({ length: counts.length / width }, (_, place) =>
    slots.reduce((sum, slot) => sum + (counts[place * width + slot] ?? 0), 0),
  );
};
