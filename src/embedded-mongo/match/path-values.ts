import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';

/** Called with each value that a path reaches (undefined = missing) and the position in the outermost list passed. */
export type ValueTest = (value: BsonValue | undefined, position: number | undefined) => boolean;

/** How a list at the end of a path counts: its items and itself, itself only, or its items only (itself when empty). */
export type LeafLists = 'expanded' | 'whole' | 'items';

/** A field path cut into its names. */
export type Path = readonly string[];

export const isPosition = (name: string): boolean => /^(0|[1-9]\d*)$/.test(name);

/**
 * Whether some value that `path` reaches passes the test, in MongoDB's manner: lists on the way are entered, a list at
 * the end is tried item by item and then as a whole, unless an explicit position led to it.
 */
export const someValue = (document: BsonDocument, path: Path, leaf: LeafLists, test: ValueTest): boolean =>
  path.length === 0 ? test(document.get(itemName), undefined) : inDocument(document, path, { leaf, test }, undefined);

const itemName = '';

/** Carries one item of a list to a test with the empty path, which takes it as it is. */
export const carrying = (item: BsonValue): BsonDocument => new Map([[itemName, item]]);

interface Search {
  readonly leaf: LeafLists;
  readonly test: ValueTest;
}

const inDocument = (document: BsonDocument, path: Path, search: Search, position: number | undefined): boolean => {
  const [name = '', ...rest] = path;
  const value = document.get(name);
  if (Array.isArray(value)) return inList(value, rest, search, position);
  if (rest.length === 0) return search.test(value, position);
  return isDocument(value) ? inDocument(value, rest, search, position) : search.test(undefined, position);
};

const inList = (list: BsonValue[], rest: Path, search: Search, position: number | undefined): boolean => {
  if (rest.length > 0) return list.some((item, index) => inItem(item, index, rest, search, position ?? index));
  if (search.leaf !== 'whole' && list.some((item, index) => search.test(item, position ?? index))) return true;
  return (search.leaf !== 'items' || list.length === 0) && search.test(list, position);
};

const inItem = (item: BsonValue, index: number, rest: Path, search: Search, position: number): boolean => {
  if (isDocument(item) && inDocument(item, rest, search, position)) return true;
  if (rest[0] !== String(index)) return false;
  const further = rest.slice(1);
  if (further.length === 0) return search.test(item, position);
  if (Array.isArray(item)) return inList(item, further, search, position);
  return isDocument(item) && inDocument(item, further, search, position);
};
