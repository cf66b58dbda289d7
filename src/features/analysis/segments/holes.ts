import type { NumberedAnswers } from '../../responses';

/** A number taken so long ago that no response will come under it. */
export const HOLE_GIVEN_UP_MS = 5 * 60_000;

/** Numbers that were passed over: taken by a response that another process has not written yet, or that never will be. */
export type Holes = Map<number, { readonly seenMs: number }>;

/** Notes what is missing from one number to another. Numbers of break-offs that gave way are not missing. */
export const noteHoles = (
  holes: Holes,
  range: { readonly from: number; readonly to: number; readonly seenMs: number },
  found: Iterable<number>,
): void => {
  const known = new Set(found);
  for (let number = range.from; number <= range.to; number += 1)
    if (!known.has(number)) holes.set(number, { seenMs: range.seenMs });
};

export const numbersIn = (responses: readonly NumberedAnswers[]): readonly number[] =>
  responses.flatMap(({ sequence, replaces }) => (replaces === undefined ? [sequence] : [sequence, replaces]));

export const closeHoles = (holes: Holes, numbers: Iterable<number>): void => {
  for (const number of numbers) holes.delete(number);
};

export const giveUpOldHoles = (holes: Holes, nowMs: number): void => {
  for (const [number, { seenMs }] of holes) if (nowMs - seenMs > HOLE_GIVEN_UP_MS) holes.delete(number);
};
