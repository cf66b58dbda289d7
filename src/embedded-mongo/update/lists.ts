import { badValue, typeMismatch } from '../refusal';
import { compileSort, compareSortKeys, sortKeyOf } from '../engine/sort';
import { compileMatch, isLogical } from '../match/compile-match';
import { carrying } from '../match/path-values';
import { equality, isOperatorDocument } from '../match/operators';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { compare, isEqual } from '../values/compare';
import { toDouble } from '../values/numbers';
import { isNumber, typeName } from '../values/types';
import type { Operator } from './new-value';

const listAt = (current: BsonValue | undefined, name: string, path: string): readonly BsonValue[] => {
  if (current === undefined) return [];
  if (Array.isArray(current)) return current;
  throw badValue(`The field '${path}' must be an array but is of type ${typeName(current)} in ${name}`);
};

const isModifiers = (operand: BsonValue): operand is BsonDocument => isDocument(operand) && operand.has('$each');

const eachOf = (operand: BsonDocument, name: string): readonly BsonValue[] => {
  const each = operand.get('$each');
  if (Array.isArray(each)) return each;
  throw typeMismatch(`The argument to $each in ${name} must be an array but it was of type: ${typeName(each ?? null)}`);
};

export const push: Operator = (operand, path) => {
  if (!isModifiers(operand)) return (current) => [...listAt(current, '$push', path), operand];
  for (const name of operand.keys()) {
    if (!['$each', '$position', '$slice', '$sort'].includes(name))
      throw badValue(`Unrecognized clause in $push: ${name}`);
  }
  const added = eachOf(operand, '$push');
  const position = wholeNumber(operand.get('$position'), '$position');
  const slice = wholeNumber(operand.get('$slice'), '$slice');
  const sort = operand.has('$sort') ? itemOrder(operand.get('$sort') ?? null) : null;
  return (current) => {
    const items = [...listAt(current, '$push', path)];
    items.splice(position ?? items.length, 0, ...added);
    if (sort) items.sort(sort);
    if (slice === undefined) return items;
    return slice < 0 ? items.slice(slice) : items.slice(0, slice);
  };
};

const wholeNumber = (value: BsonValue | undefined, name: string): number | undefined => {
  if (value === undefined) return undefined;
  const number = isNumber(value) ? toDouble(value) : NaN;
  if (!Number.isInteger(number))
    throw badValue(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`);
  return number;
};

const itemOrder = (sort: BsonValue): ((a: BsonValue, b: BsonValue) => number) => {
  if (isNumber(sort)) {
    const direction = toDouble(sort);
    if (direction !== 1 && direction !== -1) throw badValue('The $sort element value must be either 1 or -1');
    return (a, b) => direction * compare(a, b);
  }
  if (!isDocument(sort) || sort.size === 0)
    throw badValue('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields');
  for (const [path, direction] of sort) {
    const number = isNumber(direction) ? toDouble(direction) : NaN;
    if (path.split('.').includes('') || Math.abs(number) !== 1)
      throw badValue('The $sort element value must be either 1 or -1');
  }
  const fields = compileSort(sort);
  const keyOf = (item: BsonValue) => sortKeyOf(fields, isDocument(item) ? item : new Map<string, BsonValue>());
  return (a, b) => compareSortKeys(fields, keyOf(a), keyOf(b));
};

export const addToSet: Operator = (operand, path) => {
  const modifiers = isModifiers(operand);
  const odd = modifiers ? [...operand.keys()].find((name) => name !== '$each') : undefined;
  if (odd !== undefined) throw badValue(`Found unexpected fields after $each in $addToSet: ${odd}`);
  const added = modifiers ? eachOf(operand, '$addToSet') : [operand];
  return (current) => {
    const items = [...listAt(current, '$addToSet', path)];
    for (const item of added) if (!items.some((present) => isEqual(present, item))) items.push(item);
    return items;
  };
};

const withoutItems = (current: BsonValue | undefined, path: string, isGone: (item: BsonValue) => boolean) =>
  current === undefined ? undefined : listAt(current, '$pull', path).filter((item) => !isGone(item));

export const pull: Operator = (operand, path) => {
  const isGone = pullTest(operand);
  return (current) => withoutItems(current, path, isGone);
};

/** Operators test an item like a field, `{ name: … }` its fields; anything else pulls the items that equal it. */
const pullTest = (operand: BsonValue): ((item: BsonValue) => boolean) => {
  if (isOperatorDocument(operand) && !isLogical(operand)) {
    const field = compileMatch(new Map([['', operand]]));
    return (item) => field(carrying(item));
  }
  if (isDocument(operand)) {
    const fields = compileMatch(operand);
    return (item) => isDocument(item) && fields(item);
  }
  if (Array.isArray(operand)) return (item) => isEqual(item, operand);
  const equal = equality([], operand);
  return (item) => equal(carrying(item));
};

export const pullAll: Operator = (operand, path) => {
  if (!Array.isArray(operand))
    throw badValue(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
  return (current) => withoutItems(current, path, (item) => operand.some((gone) => isEqual(gone, item)));
};

export const pop: Operator = (operand, path) => {
  const side = isNumber(operand) ? toDouble(operand) : NaN;
  if (Number.isNaN(side)) throw badValue(`Expected a number in: ${path}`);
  if (side !== 1 && side !== -1) throw badValue(`$pop expects 1 or -1, found: ${side}`);
  return (current) => {
    if (current === undefined) return undefined;
    if (!Array.isArray(current))
      throw typeMismatch(`Path '${path}' contains an element of non-array type '${typeName(current)}'`);
    return side === 1 ? current.slice(0, -1) : current.slice(1);
  };
};
