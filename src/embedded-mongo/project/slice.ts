import { Refusal } from '../refusal';
import type { BsonValue } from '../values/bson-value';
import { toDouble } from '../values/numbers';
import { isNumber } from '../values/types';

export type ListCut = (list: readonly BsonValue[]) => BsonValue[];

/** `n` from the front, `-n` from the end, or `[skip, n]`. */
export const sliceOf = (operand: BsonValue): ListCut => {
  if (isNumber(operand)) {
    const count = Math.trunc(toDouble(operand));
    return (list) => (count < 0 ? list.slice(count) : list.slice(0, count));
  }
  const [skip, count] = Array.isArray(operand)
    ? operand.map((part) => (isNumber(part) ? Math.trunc(toDouble(part)) : NaN))
    : [];
  if (
    skip === undefined ||
    count === undefined ||
    Number.isNaN(skip) ||
    !(count > 0) ||
    (operand as BsonValue[]).length !== 2
  ) {
    throw new Refusal(28667, 'Invalid $slice syntax: expected a number, or [skip, positive limit]');
  }
  return (list) => {
    const start = skip < 0 ? Math.max(0, list.length + skip) : skip;
    return list.slice(start, start + count);
  };
};
