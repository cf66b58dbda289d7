import type { Collection, Index } from '../catalog/collection';
import { keyPatternOf } from '../catalog/collection';
import { Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { describe } from '../values/describe';

/** Error 11000; `index` null stands for the primary key. */
export const duplicateKey = (collection: Collection, index: Index | null, document: BsonDocument): Refusal => {
  const keyPattern = index ? keyPatternOf(index) : { _id: 1 };
  const keyValue = Object.fromEntries(
    Object.keys(keyPattern).map((path) => [path, valueAt(document, path.split('.'))]),
  );
  const shown = Object.entries(keyValue)
    .map(([path, value]) => `${path}: ${describe(value)}`)
    .join(', ');
  return new Refusal(
    11000,
    `E11000 duplicate key error collection: ${collection.namespace} index: ${index?.name ?? '_id_'} dup key: { ${shown} }`,
    { keyPattern, keyValue },
  );
};

const valueAt = (value: BsonValue | undefined, path: readonly string[]): BsonValue => {
  const [name, ...rest] = path;
  if (name === undefined) return value ?? null;
  return isDocument(value) ? valueAt(value.get(name), rest) : null;
};
