import type { ComparisonContext } from './context';
import type { Measure } from './measure';
import { valueReader } from './measured';

/**
 * Whether the filter leaves so few people out of a group that the same comparison without it, or with less of it, would show
 * them: first of everyone compared, then of each unit.
 */
export const leftOutFew = (
  what: Measure,
  { counting, weaker, smallestGroup }: ComparisonContext,
): readonly boolean[] => {
  const { units, members } = counting;
  const few = new Array<boolean>(units.units.length + 1).fill(false);
  if (members === null) return few;
  const value = valueReader(what);
  for (const wider of weaker) {
    const left = new Uint32Array(units.units.length + 1);
    for (let at = 0; at < units.placeOf.length; at += 1) {
      const unit = units.placeOf[at] ?? -1;
      if (unit < 0 || members[at] === 1 || (wider !== null && wider[at] === 0) || value(at) === null) continue;
      left[unit] = (left[unit] ?? 0) + 1;
    }
    const isFew = (n: number): boolean => n > 0 && n < smallestGroup;
    units.units.forEach((_, unit) => {
      if (isFew(left[unit] ?? 0)) few[unit + 1] = true;
    });
    if (isFew(left.reduce((sum, n) => sum + n, 0))) few[0] = true;
  }
  return few;
};
