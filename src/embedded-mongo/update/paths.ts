import { badValue, Refusal } from '../refusal';
import { isPosition } from '../match/path-values';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { describe } from '../values/describe';

const farthestPosition = 1_500_000;

export type Path = readonly string[];

export const parsePath = (path: string): Path => {
  if (path === '') throw new Refusal(56, 'An empty update path is not valid.');
  const names = path.split('.');
  if (names.includes(''))
    throw new Refusal(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  const odd = names.find(
    (name, at) => name.startsWith('$') && !isPlaceholder(name) && !(at > 0 && /^\$(id|ref|db)$/.test(name)),
  );
  if (odd !== undefined)
    throw new Refusal(
      52,
      `The dollar ($) prefixed field '${odd}' in '${path}' is not allowed in the context of an update's replacement document.`,
    );
  if (isPlaceholder(names[0] ?? ''))
    throw badValue(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  return names;
};

export const isPlaceholder = (name: string): boolean => /^\$(\[[^\]]*\])?$/.test(name);

/** The value at a concrete path; undefined when nothing is there. */
export const readPath = (document: BsonDocument, path: Path): BsonValue | undefined => {
  let value: BsonValue | undefined = document;
  for (const name of path) {
    if (isDocument(value)) value = value.get(name);
    else if (Array.isArray(value) && isPosition(name)) value = value[Number(name)];
    else return undefined;
  }
  return value;
};

/** Sets the value, making the documents on the way; lists are filled up with null. */
export const writePath = (document: BsonDocument, path: Path, value: BsonValue): void => {
  let parent: BsonDocument | BsonValue[] = document;
  for (const [at, name] of path.slice(0, -1).entries()) {
    const next: BsonValue | undefined = childOf(parent, name);
    if (next === undefined) {
      const made: BsonDocument = new Map();
      place(parent, name, made);
      parent = made;
    } else if (isDocument(next) || Array.isArray(next)) {
      parent = next;
    } else {
      throw notViable(path[at + 1] ?? '', name, next);
    }
  }
  const last = path[path.length - 1] ?? '';
  if (Array.isArray(parent) && !isPosition(last)) throw notViable(last, path[path.length - 2] ?? '', parent);
  place(parent, last, value);
};

/** Removes a field; in a list the place stays and holds null. */
export const removePath = (document: BsonDocument, path: Path): void => {
  const parent = readPath(document, path.slice(0, -1));
  const last = path[path.length - 1] ?? '';
  if (isDocument(parent)) parent.delete(last);
  else if (Array.isArray(parent) && isPosition(last) && Number(last) < parent.length) parent[Number(last)] = null;
};

const childOf = (parent: BsonDocument | BsonValue[], name: string): BsonValue | undefined =>
  isDocument(parent) ? parent.get(name) : isPosition(name) ? parent[Number(name)] : undefined;

const place = (parent: BsonDocument | BsonValue[], name: string, value: BsonValue): void => {
  if (isDocument(parent)) {
    parent.set(name, value);
    return;
  }
  const position = isPosition(name) ? Number(name) : NaN;
  if (Number.isNaN(position)) throw notViable(name, 'list', parent);
  if (position - parent.length > farthestPosition) throw badValue("can't backfill more than 1500000 elements");
  while (parent.length < position) parent.push(null);
  parent[position] = value;
};

const notViable = (name: string, parentName: string, parent: BsonValue): Refusal =>
  new Refusal(28, `Cannot create field '${name}' in element {${parentName}: ${describe(parent)}}`);
