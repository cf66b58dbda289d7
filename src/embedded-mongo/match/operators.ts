import { BSONRegExp } from 'bson';
import { badValue } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import type { StringOrder } from '../values/compare';
import { compare, isEqual } from '../values/compare';
import { toDouble, toWhole } from '../values/numbers';
import { isNumber, typeName, typeRank } from '../values/types';
import type { LeafLists, Path } from './path-values';
import { someValue } from './path-values';
import type { Predicate, Terms } from './predicate';
import { remember } from './predicate';
import { regexTest } from './regex';
import { typeTest } from './type-test';

type Test = (value: BsonValue | undefined) => boolean;

export interface OperatorClause {
  readonly path: Path;
  readonly name: string;
  readonly operand: BsonValue;
  readonly options?: BsonValue | undefined;
  readonly item?: (item: BsonValue) => boolean;
  readonly terms: Terms;
}

/** `{ $gt: 1 }` is a document of operators; `{ street: 'x' }`, `{}` and `{ $ref, $id }` are values. */
export const isOperatorDocument = (value: BsonValue | undefined): value is BsonDocument => {
  if (!isDocument(value)) return false;
  const [first] = value.keys();
  return first !== undefined && first.startsWith('$') && !['$ref', '$id', '$db'].includes(first);
};

const somewhere =
  (path: Path, leaf: LeafLists, test: Test): Predicate =>
  (document, matched) =>
    someValue(document, path, leaf, (value, position) => test(value) && remember(matched, position));

const nowhere = (path: Path, leaf: LeafLists, test: Test): Predicate => {
  const predicate = somewhere(path, leaf, test);
  return (document) => !predicate(document);
};

export const equality = (path: Path, operand: BsonValue, texts?: StringOrder): Predicate =>
  somewhere(path, 'expanded', implicitTest(operand, texts));

const implicitTest = (operand: BsonValue, texts?: StringOrder): Test =>
  operand instanceof BSONRegExp ? regexTest(operand.pattern, operand.options) : equalTest(operand, texts);

const equalTest = (operand: BsonValue, texts?: StringOrder): Test =>
  operand === null
    ? (value) => value === undefined || value === null
    : (value) => value !== undefined && isEqual(value, operand, texts);

/** Values compare only with values of the same type; MinKey and MaxKey with all. */
const orderTest = (operand: BsonValue, texts: StringOrder, accepts: (order: number) => boolean): Test => {
  if (operand instanceof BSONRegExp) throw badValue("Can't have RegEx as arg to predicate over field");
  const kind = typeName(operand);
  if (kind === 'minKey' || kind === 'maxKey') return (value) => value !== undefined && accepts(compare(value, operand));
  if (operand === null) return (value) => accepts(0) && (value === undefined || value === null);
  if (isNumber(operand) && Number.isNaN(toDouble(operand))) return (value) => accepts(0) && equalTest(operand)(value);
  const rank = typeRank(operand);
  return (value) =>
    value !== undefined && typeRank(value) === rank && !isNaNValue(value) && accepts(compare(value, operand, texts));
};

const isNaNValue = (value: BsonValue): boolean => isNumber(value) && Number.isNaN(toDouble(value));

const memberTest = (name: string, operand: BsonValue, texts: StringOrder): Test => {
  if (!Array.isArray(operand)) throw badValue(`${name} needs an array`);
  if (operand.some(isOperatorDocument)) throw badValue(`cannot nest $ under ${name}`);
  const tests = operand.map((item) => implicitTest(item, texts));
  return (value) => tests.some((test) => test(value));
};

const sizeTest = (operand: BsonValue): Test => {
  const size = isNumber(operand) ? toDouble(operand) : NaN;
  if (!Number.isInteger(size) || size < 0)
    throw badValue('Failed to parse $size. Expected a non-negative integer number');
  return (value) => Array.isArray(value) && value.length === size;
};

const moduloTest = (operand: BsonValue): Test => {
  if (!Array.isArray(operand)) throw badValue('malformed mod, needs to be an array');
  if (operand.length < 2) throw badValue('malformed mod, not enough elements');
  if (operand.length > 2) throw badValue('malformed mod, too many elements');
  const [divisor, remainder] = operand.map((part) => (isNumber(part) ? toWhole(part) : null));
  if (divisor === null || divisor === undefined) throw badValue('malformed mod, divisor not a number');
  if (remainder === null || remainder === undefined) throw badValue('malformed mod, remainder not a number');
  if (divisor === 0n) throw badValue('divisor cannot be 0');
  return (value) => {
    const whole = isNumber(value) ? toWhole(value) : null;
    return whole !== null && whole % divisor === remainder;
  };
};

const isTruthy = (operand: BsonValue): boolean =>
  isNumber(operand) ? toDouble(operand) !== 0 : operand !== false && operand !== null;

const patternTest = (operand: BsonValue, options: BsonValue | undefined): Test => {
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string');
  if (operand instanceof BSONRegExp) return regexTest(operand.pattern, options ?? operand.options);
  if (typeof operand !== 'string') throw badValue('$regex has to be a string');
  return regexTest(operand, options ?? '');
};

/** One operator on one path. */
export const compileOperator = ({ path, name, operand, options, item, terms }: OperatorClause): Predicate => {
  const { texts } = terms;
  switch (name) {
    case '$eq':
      return somewhere(path, 'expanded', equalTest(operand, texts));
    case '$ne':
      if (operand instanceof BSONRegExp) throw badValue("Can't have regex as arg to $ne.");
      return nowhere(path, 'expanded', equalTest(operand, texts));
    case '$gt':
      return somewhere(
        path,
        'expanded',
        orderTest(operand, texts, (order) => order > 0),
      );
    case '$gte':
      return somewhere(
        path,
        'expanded',
        orderTest(operand, texts, (order) => order >= 0),
      );
    case '$lt':
      return somewhere(
        path,
        'expanded',
        orderTest(operand, texts, (order) => order < 0),
      );
    case '$lte':
      return somewhere(
        path,
        'expanded',
        orderTest(operand, texts, (order) => order <= 0),
      );
    case '$in':
      return somewhere(path, 'expanded', memberTest(name, operand, texts));
    case '$nin':
      return nowhere(path, 'expanded', memberTest(name, operand, texts));
    case '$elemMatch':
      return listItemMatch(path, item ?? (() => false));
    default:
      return shapeOperator({ path, name, operand, options, terms });
  }
};

const shapeOperator = ({ path, name, operand, options }: OperatorClause): Predicate => {
  switch (name) {
    case '$exists':
      return isTruthy(operand)
        ? somewhere(path, 'whole', (value) => value !== undefined)
        : nowhere(path, 'whole', (value) => value !== undefined);
    case '$type':
      return somewhere(path, 'expanded', typeTest(operand));
    case '$regex':
      return somewhere(path, 'expanded', patternTest(operand, options));
    case '$size':
      return somewhere(path, 'whole', sizeTest(operand));
    case '$mod':
      return somewhere(path, 'expanded', moduloTest(operand));
    default:
      throw badValue(`unknown operator: ${name}`);
  }
};

const listItemMatch =
  (path: Path, test: (item: BsonValue) => boolean): Predicate =>
  (document, matched) =>
    someValue(document, path, 'whole', (value, position) => {
      const index = Array.isArray(value) ? value.findIndex(test) : -1;
      return index >= 0 && remember(matched, position ?? index);
    });
