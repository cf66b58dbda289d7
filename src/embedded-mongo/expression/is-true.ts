import type { BsonValue } from '../values/bson-value';
import { toDouble } from '../values/numbers';
import { isNumber } from '../values/types';

/** False, null, zero and nothing are false; everything else is true. */
export const isTrue = (value: BsonValue | undefined): boolean =>
  isNumber(value) ? toDouble(value) !== 0 : value !== undefined && value !== null && value !== false;
