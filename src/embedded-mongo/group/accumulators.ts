import { Int32 } from 'bson';
import { Refusal } from '../refusal';
import { addNumbers } from '../update/arithmetic';
import type { BsonNumber, BsonValue } from '../values/bson-value';
import { compare } from '../values/compare';
import { encodeKey } from '../values/key';
import { isNumber } from '../values/types';

/** Collects the values of one group. */
export interface Accumulator {
  readonly add: (value: BsonValue | undefined) => void;
  readonly result: () => BsonValue;
}

const sum = (): Accumulator => {
  let total: BsonNumber = new Int32(0);
  return {
    add: (value) => {
      if (isNumber(value)) total = addNumbers(total, value);
    },
    result: () => total,
  };
};

const extreme = (sign: number) => (): Accumulator => {
  let best: BsonValue | undefined;
  return {
    add: (value) => {
      if (value === undefined || value === null) return;
      if (best === undefined || sign * compare(value, best) > 0) best = value;
    },
    result: () => best ?? null,
  };
};

const first = (): Accumulator => {
  let kept: BsonValue | undefined;
  return {
    add: (value) => {
      if (kept === undefined) kept = value ?? null;
    },
    result: () => kept ?? null,
  };
};

const last = (): Accumulator => {
  let kept: BsonValue = null;
  return {
    add: (value) => {
      kept = value ?? null;
    },
    result: () => kept,
  };
};

const push = (): Accumulator => {
  const items: BsonValue[] = [];
  return {
    add: (value) => {
      if (value !== undefined) items.push(value);
    },
    result: () => items,
  };
};

const addToSet = (): Accumulator => {
  const items = new Map<string, BsonValue>();
  return {
    add: (value) => {
      if (value !== undefined) items.set(encodeKey(value).toString('latin1'), value);
    },
    result: () => [...items.values()],
  };
};

const makers: ReadonlyMap<string, () => Accumulator> = new Map([
  ['$sum', sum],
  ['$min', extreme(-1)],
  ['$max', extreme(1)],
  ['$first', first],
  ['$last', last],
  ['$push', push],
  ['$addToSet', addToSet],
]);

export const accumulatorNamed = (name: string): (() => Accumulator) => {
  const maker = makers.get(name);
  if (!maker) throw new Refusal(15952, `unknown group operator '${name}'`);
  return maker;
};
