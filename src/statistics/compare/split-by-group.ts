import { assertSameLength } from '../vector';

/**
 * Values of each group, from a column of values and a column of codes. Codes run from 0; any other code is a missing
 * answer, and so is a value that is NaN: such rows belong to no group.
 *
 * @param values column of numbers; NaN where missing
 * @param codes  group of each row
 * @param groups number of groups
 * @returns      one array per group, in the order of the rows
 * @throws RangeError if the lengths differ or the number of groups is not whole
 * @source by definition
 * @example splitByGroup([5, 3, 4], [0, 1, 0], 2) // => [[5, 4], [3]]
 */
export const splitByGroup = (
  values: ArrayLike<number>,
  codes: ArrayLike<number>,
  groups: number,
): readonly Float64Array[] => {
  assertSameLength(values.length, codes, 'codes');
  if (!(Number.isInteger(groups) && groups >= 0)) throw new RangeError(`${groups} groups: need a whole number ≥ 0`);
  const sizes = new Float64Array(groups);
  eachMember(values, codes, groups, (group) => (sizes[group] = (sizes[group] ?? 0) + 1));
  const split = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Float64Array(groups);
  eachMember(values, codes, groups, (group, value) => {
    const members = split[group];
    const at = filled[group] ?? 0;
    if (members) members[at] = value;
    filled[group] = at + 1;
  });
  return split;
};

const eachMember = (
  values: ArrayLike<number>,
  codes: ArrayLike<number>,
  groups: number,
  visit: (group: number, value: number) => void,
): void => {
  for (let at = 0; at < values.length; at++) {
    const [code, value] = [codes[at] ?? -1, values[at] ?? NaN];
    if (code >= 0 && code < groups && !Number.isNaN(value)) visit(code, value);
  }
};
