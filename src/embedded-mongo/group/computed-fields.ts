import type { Expression, ExpressionTerms } from '../expression/compile-expression';
import { compileExpression, isOperation } from '../expression/compile-expression';
import { Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';

type Tree = Map<string, Tree | Expression>;

/** Sets computed values in a copy of the document; what an expression does not yield is removed. */
export type ComputedFields = (document: BsonDocument, from: BsonDocument) => BsonDocument;

/** `{ 'a.b': …, a: { c: … } }`: names with dots and documents without operators lead below a field. */
export const compileComputedFields = (spec: BsonDocument, terms: ExpressionTerms): ComputedFields => {
  const tree: Tree = new Map();
  for (const [name, value] of spec) plant(tree, name, value, terms);
  return (document, from) => applied(document, tree, from);
};

const plant = (tree: Tree, name: string, value: BsonValue, terms: ExpressionTerms): void => {
  const names = name.split('.');
  if (names.includes(''))
    throw new Refusal(name === '' ? 40352 : 15998, 'FieldPath field names may not be empty strings.');
  const odd = names.find((part) => part.startsWith('$'));
  if (odd !== undefined)
    throw new Refusal(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
  const branch = isDocument(value) && value.size > 0 && !isOperation(value) ? value : null;
  const parent = names.slice(0, branch ? undefined : -1).reduce(below, tree);
  if (branch) {
    for (const [inner, innerValue] of branch) plant(parent, inner, innerValue, terms);
    return;
  }
  const last = names[names.length - 1] ?? '';
  if (parent.has(last)) throw collision(last);
  parent.set(last, compileExpression(value, terms));
};

const below = (tree: Tree, name: string): Tree => {
  const present = tree.get(name);
  if (typeof present === 'function') throw collision(name);
  const next: Tree = present ?? new Map<string, Tree | Expression>();
  tree.set(name, next);
  return next;
};

const collision = (name: string): Refusal => new Refusal(40176, `Path collision at ${name}`);

const applied = (document: BsonDocument, tree: Tree, from: BsonDocument): BsonDocument => {
  const copy: BsonDocument = new Map(document);
  for (const [name, part] of tree) {
    const value = typeof part === 'function' ? part(from) : inside(copy.get(name), part, from);
    if (value === undefined) copy.delete(name);
    else copy.set(name, value);
  }
  return copy;
};

/** Each item of a list gets the fields; a value in the way gives place to a document. */
const inside = (value: BsonValue | undefined, tree: Tree, from: BsonDocument): BsonValue =>
  Array.isArray(value)
    ? value.map((item) => inside(item, tree, from))
    : applied(isDocument(value) ? value : new Map<string, BsonValue>(), tree, from);
