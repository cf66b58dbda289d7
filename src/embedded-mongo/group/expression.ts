import { Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';

/** The value for one document; undefined = missing. */
export type Expression = (document: BsonDocument) => BsonValue | undefined;

/** Field paths, constants and documents of them. Arithmetic on survey data does not belong into a pipeline. */
export const compileExpression = (expression: BsonValue): Expression => {
  if (typeof expression === 'string') return expression.startsWith('$') ? fieldPath(expression) : () => expression;
  if (Array.isArray(expression)) {
    const items = expression.map(compileExpression);
    return (document) => items.map((item) => item(document) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  return documentOf(expression);
};

const fieldPath = (text: string): Expression => {
  if (text.startsWith('$$')) throw new Refusal(17276, `Use of undefined variable: ${text.slice(2)}`);
  const path = text.slice(1).split('.');
  if (path.includes('')) throw new Refusal(15998, 'FieldPath field names may not be empty strings.');
  return (document) => valueAt(document, path);
};

/** Through a list a path yields the list of what its items have there. */
const valueAt = (value: BsonValue | undefined, path: readonly string[]): BsonValue | undefined => {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (isDocument(value)) return valueAt(value.get(name), rest);
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => (isDocument(item) ? valueAt(item, path) : undefined)).filter((item) => item !== undefined);
};

const documentOf = (expression: BsonDocument): Expression => {
  const literal = expression.get('$literal');
  if (literal !== undefined && expression.size === 1) return () => literal;
  const fields = [...expression].map(([name, value]) => {
    if (name.startsWith('$')) throw new Refusal(168, `Unrecognized expression '${name}'`);
    return [name, compileExpression(value)] as const;
  });
  return (document) => {
    const result: BsonDocument = new Map();
    for (const [name, value] of fields) {
      const found = value(document);
      if (found !== undefined) result.set(name, found);
    }
    return result;
  };
};
