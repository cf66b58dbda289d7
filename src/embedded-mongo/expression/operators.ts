import { Double } from 'bson';
import { randomInt } from 'node:crypto';
import { Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import type { StringOrder } from '../values/compare';
import { compare } from '../values/compare';
import { typeName } from '../values/types';
import { isTrue } from './is-true';

type Evaluate = (document: BsonDocument) => BsonValue | undefined;

export interface Compiling {
  readonly texts: StringOrder;
  readonly compile: (expression: BsonValue) => Evaluate;
}

type Operator = (operand: BsonValue, compiling: Compiling) => Evaluate;

/** Missing stands before everything, null included. */
const comparison =
  (name: string, accepts: (order: number) => boolean): Operator =>
  (operand, { texts, compile }) => {
    if (!Array.isArray(operand) || operand.length !== 2)
      throw new Refusal(16020, `Expression ${name} takes exactly 2 arguments.`);
    const [left, right] = operand.map(compile);
    return (document) => {
      const a = left?.(document);
      const b = right?.(document);
      if (a === undefined || b === undefined) return accepts(Number(a !== undefined) - Number(b !== undefined));
      return accepts(compare(a, b, texts));
    };
  };

const argumentsOf = (operand: BsonValue, compile: Compiling['compile']): readonly Evaluate[] =>
  (Array.isArray(operand) ? operand : [operand]).map(compile);

const every: Operator = (operand, { compile }) => {
  const parts = argumentsOf(operand, compile);
  return (document) => parts.every((part) => isTrue(part(document)));
};

const some: Operator = (operand, { compile }) => {
  const parts = argumentsOf(operand, compile);
  return (document) => parts.some((part) => isTrue(part(document)));
};

const not: Operator = (operand, { compile }) => {
  const [part, ...more] = argumentsOf(operand, compile);
  if (!part || more.length > 0) throw new Refusal(16020, 'Expression $not takes exactly 1 arguments.');
  return (document) => !isTrue(part(document));
};

/** `{ $setField: { field, input, value } }`: the way to names with dots and dollars. */
const setField: Operator = (operand, { compile }) => {
  const odd = isDocument(operand)
    ? [...operand.keys()].find((name) => !['field', 'input', 'value'].includes(name))
    : '';
  if (!isDocument(operand) || odd !== undefined)
    throw new Refusal(4161101, `$setField takes field, input and value, not '${odd ?? ''}'`);
  const [field, input, value] = ['field', 'input', 'value'].map((name) => operand.get(name));
  if (field === undefined || input === undefined || value === undefined)
    throw new Refusal(4161102, '$setField requires field, input and value');
  const name = fieldName(field, compile);
  const [inputOf, valueOf] = [compile(input), compile(value)];
  return (document) => withField(inputOf(document), name, valueOf(document));
};

const fieldName = (field: BsonValue, compile: Compiling['compile']): string => {
  if (typeof field === 'string' && field.startsWith('$'))
    throw new Refusal(4161108, "$setField requires 'field' to evaluate to a constant");
  const name = compile(field)(new Map());
  if (typeof name !== 'string') throw new Refusal(4161107, "$setField requires 'field' to evaluate to type String");
  return name;
};

const withField = (input: BsonValue | undefined, name: string, value: BsonValue | undefined): BsonValue => {
  if (input === undefined || input === null) return null;
  if (!isDocument(input))
    throw new Refusal(4161105, `$setField requires 'input' to evaluate to type Object, not ${typeName(input)}`);
  const copy: BsonDocument = new Map(input);
  if (value === undefined) copy.delete(name);
  else copy.set(name, value);
  return copy;
};

const mergeObjects: Operator = (operand, { compile }) => {
  const parts = argumentsOf(operand, compile);
  return (document) => {
    const merged: BsonDocument = new Map();
    for (const part of parts) {
      const value = part(document) ?? null;
      if (value === null) continue;
      if (!isDocument(value))
        throw new Refusal(40400, `$mergeObjects requires object inputs, but an input is of type ${typeName(value)}`);
      for (const [name, inner] of value) merged.set(name, inner);
    }
    return merged;
  };
};

const randomSteps = 2 ** 47;

const random: Operator = (operand) => {
  if (isDocument(operand) ? operand.size > 0 : !(Array.isArray(operand) && operand.length === 0))
    throw new Refusal(3040501, '$rand does not currently accept arguments');
  return () => new Double(randomInt(randomSteps) / randomSteps);
};

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['$eq', comparison('$eq', (order) => order === 0)],
  ['$ne', comparison('$ne', (order) => order !== 0)],
  ['$gt', comparison('$gt', (order) => order > 0)],
  ['$gte', comparison('$gte', (order) => order >= 0)],
  ['$lt', comparison('$lt', (order) => order < 0)],
  ['$lte', comparison('$lte', (order) => order <= 0)],
  ['$and', every],
  ['$or', some],
  ['$not', not],
  ['$setField', setField],
  ['$mergeObjects', mergeObjects],
  ['$rand', random],
]);

export const operatorNamed = (name: string): Operator => {
  const operator = operators.get(name);
  if (!operator) throw new Refusal(168, `Unrecognized expression '${name}'`);
  return operator;
};
