import { Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import type { StringOrder } from '../values/compare';
import { operatorNamed } from './operators';
import type { Variables } from './variables';

/** The value for one document; undefined = missing. */
export type Expression = (document: BsonDocument) => BsonValue | undefined;

export interface ExpressionTerms {
  readonly texts: StringOrder;
  readonly variables: Variables;
}

/** Field paths, constants, documents of them, and few operators. Arithmetic on survey data has no place in a pipeline. */
export const compileExpression = (expression: BsonValue, terms: ExpressionTerms): Expression => {
  if (typeof expression === 'string')
    return expression.startsWith('$') ? fieldPath(expression, terms.variables) : () => expression;
  if (Array.isArray(expression)) {
    const items = expression.map((item) => compileExpression(item, terms));
    return (document) => items.map((item) => item(document) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  return isOperation(expression) ? operation(expression, terms) : documentOf(expression, terms);
};

/** `{ $eq: […] }`, not `{ name: … }`. */
export const isOperation = (expression: BsonDocument): boolean => {
  const [first] = expression.keys();
  return first?.startsWith('$') ?? false;
};

const fieldPath = (text: string, variables: Variables): Expression => {
  const [start = '', ...path] = text.replace(/^\$/, '').split('.');
  if (path.includes('') || start === '') throw new Refusal(15998, 'FieldPath field names may not be empty strings.');
  if (!start.startsWith('$')) return (document) => valueAt(document, [start, ...path]);
  const name = start.slice(1);
  if (name === 'ROOT' || name === 'CURRENT') return (document) => valueAt(document, path);
  if (name === 'REMOVE') return () => undefined;
  const variable = variables.get(name);
  if (variable === undefined) throw new Refusal(17276, `Use of undefined variable: ${name}`);
  const value = valueAt(variable, path);
  return () => value;
};

/** Through a list a path yields the list of what its items have there. */
const valueAt = (value: BsonValue | undefined, path: readonly string[]): BsonValue | undefined => {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (isDocument(value)) return valueAt(value.get(name), rest);
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => (isDocument(item) ? valueAt(item, path) : undefined)).filter((item) => item !== undefined);
};

const operation = (expression: BsonDocument, terms: ExpressionTerms): Expression => {
  const [[name, operand] = ['', null], ...more] = expression;
  if (more.length > 0)
    throw new Refusal(15983, 'An object representing an expression must have exactly one field, the operator.');
  if (name === '$literal' || name === '$const') return () => operand;
  const operator = operatorNamed(name);
  return operator(operand, { texts: terms.texts, compile: (inner) => compileExpression(inner, terms) });
};

const documentOf = (expression: BsonDocument, terms: ExpressionTerms): Expression => {
  const fields = [...expression].map(([name, value]) => [checkedName(name), compileExpression(value, terms)] as const);
  return (document) => {
    const result: BsonDocument = new Map();
    for (const [name, value] of fields) {
      const found = value(document);
      if (found !== undefined) result.set(name, found);
    }
    return result;
  };
};

const checkedName = (name: string): string => {
  if (name.startsWith('$')) throw new Refusal(16410, `FieldPath field names may not start with '$': ${name}`);
  if (name.includes('.'))
    throw new Refusal(16412, "FieldPath field names may not contain '.'. Consider using $getField or $setField.");
  return name;
};
