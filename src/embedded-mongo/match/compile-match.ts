import { BSONRegExp } from 'bson';
import { badValue } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { carrying } from './path-values';
import type { OperatorClause } from './operators';
import { compileOperator, equality, isOperatorDocument } from './operators';
import { compileExpression } from '../expression/compile-expression';
import { isTrue } from '../expression/is-true';
import type { Predicate, Terms } from './predicate';
import { plainTerms } from './predicate';

/** Turns a query filter into a test on documents; unknown operators are refused before anything is read. */
export const compileMatch = (filter: BsonDocument, terms: Terms = plainTerms): Predicate =>
  all([...filter].map(([name, value]) => clause(name, value, terms)));

const all = (predicates: readonly Predicate[]): Predicate => {
  const [only] = predicates;
  if (only && predicates.length === 1) return only;
  return (document, matched) => predicates.every((predicate) => predicate(document, matched));
};

const clause = (name: string, value: BsonValue, terms: Terms): Predicate => {
  if (name.startsWith('$')) return logical(name, value, terms);
  const path = name.split('.');
  if (isOperatorDocument(value)) return all(operatorsOf(path, value, terms));
  return equality(path, value, terms.texts);
};

const operatorsOf = (path: readonly string[], operators: BsonDocument, terms: Terms): Predicate[] =>
  [...operators]
    .filter(([name]) => name !== '$options')
    .map(([name, operand]) => operatorClause({ path, name, operand, options: operators.get('$options'), terms }));

const operatorClause = (clause: OperatorClause): Predicate => {
  const { path, name, operand, terms } = clause;
  if (name === '$not') return negation(path, operand, terms);
  if (name === '$elemMatch') return elementMatch(path, operand, terms);
  if (name === '$all') return allOf(path, operand, terms);
  return compileOperator(clause);
};

const logical = (name: string, value: BsonValue, terms: Terms): Predicate => {
  if (name === '$comment') return () => true;
  if (name === '$expr') return expressionTest(value, terms);
  if (name !== '$and' && name !== '$or' && name !== '$nor') throw badValue(`unknown top level operator: ${name}`);
  const parts = branches(name, value, terms);
  if (name === '$and') return all(parts);
  if (name === '$or') return (document, matched) => parts.some((part) => part(document, matched));
  return (document) => !parts.some((part) => part(document));
};

const expressionTest = (expression: BsonValue, terms: Terms): Predicate => {
  if (!terms.expressions) throw badValue('$expr can only be applied to the top-level document');
  const value = compileExpression(expression, terms);
  return (document) => isTrue(value(document));
};

const branches = (name: string, value: BsonValue, terms: Terms): Predicate[] => {
  if (!Array.isArray(value)) throw badValue(`${name} must be an array`);
  if (value.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return value.map((branch) => {
    if (!isDocument(branch)) throw badValue('$or/$and/$nor entries need to be full objects');
    return compileMatch(branch, terms);
  });
};

const negation = (path: readonly string[], operand: BsonValue, terms: Terms): Predicate => {
  if (operand instanceof BSONRegExp) return not(equality(path, operand, terms.texts));
  if (!isDocument(operand)) throw badValue('$not needs a regex or a document');
  if (operand.size === 0) throw badValue('$not cannot be empty');
  const [first = ''] = operand.keys();
  if (!isOperatorDocument(operand)) throw badValue(`unknown operator: ${first}`);
  return not(all(operatorsOf(path, operand, terms)));
};

const not =
  (predicate: Predicate): Predicate =>
  (document) =>
    !predicate(document);

/** `{ $elemMatch: { $gt: 1 } }` tests the items themselves, `{ $elemMatch: { name: … } }` the fields of items. */
const elementMatch = (path: readonly string[], operand: BsonValue, terms: Terms): Predicate => {
  if (!isDocument(operand)) throw badValue('$elemMatch needs an Object');
  const item = compileElement(operand, terms);
  return compileOperator({ path, name: '$elemMatch', operand, item, terms });
};

/** A test for one item of a list. */
export const compileElement = (operand: BsonDocument, terms: Terms = plainTerms): ((item: BsonValue) => boolean) => {
  const inner = { ...terms, expressions: false };
  if (!isOperatorDocument(operand) || isLogical(operand)) return itemDocumentTest(compileMatch(operand, inner));
  const predicate = all(operatorsOf([], operand, inner));
  return (item) => predicate(carrying(item));
};

export const isLogical = (operand: BsonDocument): boolean => ['$and', '$or', '$nor'].some((name) => operand.has(name));

const itemDocumentTest =
  (predicate: Predicate) =>
  (item: BsonValue): boolean => {
    if (isDocument(item)) return predicate(item);
    return Array.isArray(item) && predicate(new Map(item.map((part, index) => [String(index), part])));
  };

const allOf = (path: readonly string[], operand: BsonValue, terms: Terms): Predicate => {
  if (!Array.isArray(operand)) throw badValue('$all needs an array');
  if (operand.length === 0) return () => false;
  return all(
    operand.map((item) => {
      if (!isOperatorDocument(item)) return equality(path, item, terms.texts);
      const inner = item.get('$elemMatch');
      if (inner === undefined || item.size > 1) throw badValue('no $ expressions in $all');
      return elementMatch(path, inner, terms);
    }),
  );
};
