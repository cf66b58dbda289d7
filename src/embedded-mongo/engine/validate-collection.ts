import type { Collection, Index } from '../catalog/collection';
import { documentPrefix, indexPrefix } from '../store/keys';
import type { KeyValueStore } from '../store/key-value-store';
import { afterPrefix } from '../store/key-value-store';
import { decode } from '../values/decode';
import { indexKeys } from './index-keys';

export interface Validation {
  readonly documents: number;
  readonly entries: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
}

const mostErrors = 20;

/**
 * Each document has all its entries in each index, and the indexes have no others: every expected entry is there, and
 * there are as many as expected.
 */
export const validateCollection = (store: KeyValueStore, collection: Collection): Validation => {
  const errors: string[] = [];
  const expected = new Map<Index, number>(collection.indexes.map((index) => [index, 0]));
  const prefix = documentPrefix(collection.id);
  let documents = 0;
  for (const { key, value } of store.range({ from: prefix, to: afterPrefix(prefix) })) {
    documents++;
    const primaryKey = key.subarray(prefix.length);
    const document = decode(value);
    for (const index of collection.indexes) {
      const { keys } = indexKeys(index, document);
      expected.set(index, (expected.get(index) ?? 0) + keys.length);
      const lost = keys.filter((one) => !store.get(Buffer.concat([indexPrefix(index.id), one, primaryKey])));
      if (lost.length > 0) errors.push(`${index.name}: ${lost.length} entries of a document are missing`);
    }
  }
  if (documents !== collection.count) errors.push(`the count is ${collection.count}, the documents are ${documents}`);
  const entries = Object.fromEntries(collection.indexes.map((index) => [index.name, countBelow(store, index)]));
  for (const [index, number] of expected)
    if (entries[index.name] !== number)
      errors.push(`${index.name}: ${entries[index.name] ?? 0} entries, expected ${number}`);
  return { documents, entries, errors: errors.slice(0, mostErrors) };
};

const countBelow = (store: KeyValueStore, { id }: Index): number => {
  const from = indexPrefix(id);
  let count = 0;
  for (const _entry of store.range({ from, to: afterPrefix(from) })) count++;
  return count;
};
