import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';

/** The named paths as a tree. A slice keeps its field and cuts the list. */
export type Shape = Map<string, Shape | 'leaf' | 'slice'>;

type Cut = (list: BsonValue[], path: string) => BsonValue[];

/** Only the fields of the shape, in the document's order. */
export const include = (document: BsonDocument, shape: Shape, cut: Cut, above = ''): BsonDocument => {
  const result: BsonDocument = new Map();
  for (const [name, value] of document) {
    const part = shape.get(name);
    if (part === undefined) continue;
    const kept =
      part === 'leaf' || part === 'slice'
        ? cutList(value, `${above}${name}`, cut)
        : includeBelow(value, part, cut, `${above}${name}.`);
    if (kept !== undefined) result.set(name, kept);
  }
  return result;
};

/** Below a named path only documents and lists of them can hold something. */
const includeBelow = (value: BsonValue, shape: Shape, cut: Cut, above: string): BsonValue | undefined => {
  if (isDocument(value)) return include(value, shape, cut, above);
  if (!Array.isArray(value)) return undefined;
  return cut(value, above.slice(0, -1))
    .map((item) => includeBelow(item, shape, cut, above))
    .filter((item) => item !== undefined);
};

/** Everything but the leaves of the shape. */
export const exclude = (document: BsonDocument, shape: Shape, cut: Cut, above = ''): BsonDocument => {
  const result: BsonDocument = new Map();
  for (const [name, value] of document) {
    const part = shape.get(name);
    if (part === 'leaf') continue;
    if (part === undefined) result.set(name, value);
    else
      result.set(
        name,
        part === 'slice' ? cutList(value, `${above}${name}`, cut) : excludeBelow(value, part, cut, `${above}${name}.`),
      );
  }
  return result;
};

const excludeBelow = (value: BsonValue, shape: Shape, cut: Cut, above: string): BsonValue => {
  if (isDocument(value)) return exclude(value, shape, cut, above);
  return Array.isArray(value) ? value.map((item) => excludeBelow(item, shape, cut, above)) : value;
};

const cutList = (value: BsonValue, path: string, cut: Cut): BsonValue =>
  Array.isArray(value) ? cut(value, path) : value;
