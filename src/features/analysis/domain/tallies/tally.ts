import { isAnswered, type CodedColumn, type Column, type MultipleColumn, type RankingColumn } from '../columns/column';
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
      return tallyStates(column.states, crowd);
    case 'coded':
      return tallyCoded(column, crowd);
    case 'multiple':
      return tallyMultiple(column, crowd);
    case 'ranking':
      return tallyRanking(column, crowd);
  }
};

const emptyTally = (width: number, { places }: Crowd): Tally => ({
  width,
  counts: new Uint32Array(places.length * width),
});

const tallyCoded = ({ choices, values, states }: CodedColumn, crowd: Crowd): Tally => {
  const tally = emptyTally(STATES + choices.length, crowd);
  const { width, counts } = tally;
  const { placeOf } = crowd;
  for (let at = 0; at < placeOf.length; at += 1) {
    const state = states[at] ?? 96;
    const slot = (placeOf[at] ?? 0) * width + (state === 0 ? STATES + (values[at] ?? 0) : state - LEAST_STATE);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  // Whoever chose something answered: one sum by place instead of two by respondent.
  for (let row = 0; row < counts.length; row += width)
    for (let slot = row + STATES; slot < row + width; slot += 1) counts[row] = (counts[row] ?? 0) + (counts[slot] ?? 0);
  return tally;
};

const countStates = (states: Uint8Array, { width, counts }: Tally, { placeOf }: Crowd): void => {
  for (let at = 0; at < placeOf.length; at += 1) {
    const slot = (placeOf[at] ?? 0) * width + slotOfState(states[at] ?? 96);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
};

const tallyMultiple = ({ marks, states }: MultipleColumn, crowd: Crowd): Tally => {
  const tally = emptyTally(STATES + marks.length, crowd);
  const { width, counts } = tally;
  const { placeOf } = crowd;
  countStates(states, tally, crowd);
  marks.forEach((marked, option) => {
    for (let at = 0; at < placeOf.length; at += 1) {
      if (marked[at] !== 1) continue;
      const slot = (placeOf[at] ?? 0) * width + STATES + option;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  });
  return tally;
};

const tallyStates = (states: Uint8Array, crowd: Crowd): Tally => {
  const tally = emptyTally(STATES, crowd);
  countStates(states, tally, crowd);
  return tally;
};

/** For each choice in turn: those who gave it the first place, the second, and so on. */
const tallyRanking = ({ places: ranks, most, states }: RankingColumn, crowd: Crowd): Tally => {
  const tally = emptyTally(STATES + ranks.length * most, crowd);
  const { width, counts } = tally;
  const { placeOf } = crowd;
  countStates(states, tally, crowd);
  ranks.forEach((rank, option) => {
    for (let at = 0; at < placeOf.length; at += 1) {
      const given = rank[at] ?? 0;
      if (given === 0) continue;
      const slot = (placeOf[at] ?? 0) * width + STATES + option * most + given - 1;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  });
  return tally;
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
