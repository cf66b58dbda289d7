import type { Variable } from '../variables/variable';

/**
 * When a result needs several answers and more than one is missing, the first of these says why there is none: left
 * empty (99), broken off before it (95), "don't know" (98), does not apply (97), not asked (96). So "not asked" stands
 * only where every missing answer was not asked for.
 */
const FIRST_TO_LAST: readonly number[] = [-99, -95, -98, -97, -96];
const RANK = Int8Array.from({ length: 100 }, (_, code) => FIRST_TO_LAST.length - FIRST_TO_LAST.indexOf(-code));

/** Zero is no missing state. */
export const strongerState = (one: number, other: number): number => {
  if (one === 0) return other;
  if (other === 0) return one;
  return (RANK[-one] ?? 0) >= (RANK[-other] ?? 0) ? one : other;
};

/** The missing state of each category that is chosen but no answer; zero for answers. */
export const chosenStates = (variable: Extract<Variable, { kind: 'category' | 'set' }>): Int8Array =>
  Int8Array.from(variable.categories, ({ missing }) => (missing === null ? 0 : -missing));
