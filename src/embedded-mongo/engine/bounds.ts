import { BSONRegExp } from 'bson';
import { isOperatorDocument } from '../match/operators';
import { isPosition } from '../match/path-values';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { encodeKey, typePrefix } from '../values/key';
import { toDouble } from '../values/numbers';
import { isNumber, typeName } from '../values/types';

/** Keys that begin with `low` up to keys that begin with `high`, both included. */
export interface Interval {
  readonly low: Buffer;
  readonly high: Buffer;
}

/** What a filter demands of one path. Bounds only narrow a scan: the whole filter is tested again on each document. */
export interface Demand {
  readonly path: string;
  readonly kind: 'points' | 'range';
  readonly intervals: readonly Interval[];
  readonly allowsMissing: boolean;
  /** Some value may hold texts, whose order a collation changes. */
  readonly hasTexts: boolean;
}

/** The demands that every matching document meets: from the top level and from `$and`. */
export const demandsOf = (filter: BsonDocument): readonly Demand[] =>
  [...filter].flatMap(([name, value]) => {
    if (name === '$and' && Array.isArray(value)) return value.filter(isDocument).flatMap(demandsOf);
    if (name.startsWith('$') || name.split('.').some(isPosition)) return [];
    return isOperatorDocument(value) ? operatorDemands(name, value) : compact([pointsDemand(name, [value])]);
  });

const compact = (demands: readonly (Demand | null)[]): readonly Demand[] => demands.filter((demand) => demand !== null);

const operatorDemands = (path: string, operators: BsonDocument): readonly Demand[] =>
  compact([...operators].map(([operator, operand]) => operatorDemand(path, operator, operand)));

const operatorDemand = (path: string, operator: string, operand: BsonValue): Demand | null => {
  switch (operator) {
    case '$eq':
      return pointsDemand(path, [operand]);
    case '$in':
      return Array.isArray(operand) ? pointsDemand(path, operand) : null;
    case '$gt':
    case '$gte':
      return rangeDemand(path, operand, 'low');
    case '$lt':
    case '$lte':
      return rangeDemand(path, operand, 'high');
    default:
      return null;
  }
};

const pointsDemand = (path: string, values: readonly BsonValue[]): Demand | null => {
  if (values.length > 1000 || values.some((value) => value instanceof BSONRegExp || Array.isArray(value))) return null;
  const keys = new Map(values.map(encodeKey).map((key) => [key.toString('latin1'), key]));
  const sorted = [...keys.values()].sort((a, b) => Buffer.compare(a, b));
  const intervals = sorted.map((key) => ({ low: key, high: key }));
  return { path, kind: 'points', intervals, allowsMissing: values.includes(null), hasTexts: values.some(mayHoldTexts) };
};

const mayHoldTexts = (value: BsonValue): boolean => ['string', 'symbol', 'object', 'array'].includes(typeName(value));

const rangeDemand = (path: string, operand: BsonValue, side: 'low' | 'high'): Demand | null => {
  const unbounded = ['null', 'array', 'regex', 'minKey', 'maxKey'].includes(typeName(operand));
  if (unbounded || (isNumber(operand) && Number.isNaN(toDouble(operand)))) return null;
  const edge = encodeKey(operand);
  const whole = typePrefix(operand);
  const interval = side === 'low' ? { low: edge, high: whole } : { low: whole, high: edge };
  return { path, kind: 'range', intervals: [interval], allowsMissing: false, hasTexts: mayHoldTexts(operand) };
};
