import { Refusal } from '../refusal';
import { readPath, writePath } from '../update/paths';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import type { Stage } from './stage';

/** One document for each item of a list. */
export const unwindStage = (spec: BsonValue): Stage => {
  const path = isDocument(spec) ? spec.get('path') : spec;
  const odd = isDocument(spec)
    ? [...spec.keys()].find((name) => name !== 'path' && name !== 'preserveNullAndEmptyArrays')
    : undefined;
  if (odd !== undefined) throw new Refusal(28811, `unrecognized option to $unwind stage: ${odd}`);
  if (typeof path !== 'string' || path.length < 2) throw new Refusal(28812, 'no path specified to $unwind stage');
  if (!path.startsWith('$'))
    throw new Refusal(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  const names = path.slice(1).split('.');
  const preserve = isDocument(spec) && spec.get('preserveNullAndEmptyArrays') === true;
  return function* unwound(documents) {
    for (const document of documents) yield* items(document, names, preserve);
  };
};

function* items(document: BsonDocument, path: readonly string[], preserve: boolean): Iterable<BsonDocument> {
  const value = readPath(document, path);
  if (!Array.isArray(value)) {
    if (preserve || (value !== undefined && value !== null)) yield document;
    return;
  }
  if (value.length === 0 && preserve) yield withValue(document, path, undefined);
  for (const item of value) yield withValue(document, path, item);
}

/** A copy of the documents along the path, so that the original stays as it is. */
const withValue = (document: BsonDocument, path: readonly string[], value: BsonValue | undefined): BsonDocument => {
  const [name = '', ...rest] = path;
  const copy: BsonDocument = new Map(document);
  const inner = copy.get(name);
  if (rest.length > 0 && isDocument(inner)) copy.set(name, withValue(inner, rest, value));
  else if (value === undefined) copy.delete(name);
  else writePath(copy, [name, ...rest], value);
  return copy;
};
