import type { Catalog } from '../catalog/catalog';
import type { Collection, Index, IndexDefinition } from '../catalog/collection';
import { Refusal } from '../refusal';
import { documentPrefix, indexPrefix } from '../store/keys';
import type { KeyValueStore } from '../store/key-value-store';
import { afterPrefix } from '../store/key-value-store';
import { inBatches } from '../store/in-batches';
import type { BsonDocument } from '../values/bson-value';
import { decode } from '../values/decode';
import { encodeKey, longestKeyBytes } from '../values/key';
import { duplicateKey } from './duplicate-key';
import type { IndexKeys } from './index-keys';
import { indexKeys } from './index-keys';
import type { Validation } from './validate-collection';
import { validateCollection } from './validate-collection';

const largestDocumentBytes = 16 * 1024 * 1024;

interface IndexChange {
  readonly index: Index;
  readonly added: readonly Buffer[];
  readonly removed: readonly Buffer[];
  readonly after: IndexKeys | null;
}

export interface Change {
  readonly primaryKey: Buffer;
  readonly before: BsonDocument | null;
  readonly after: BsonDocument | null;
}

/** Documents together with their index entries. Each change is checked completely before its first byte is written. */
export class Engine {
  constructor(
    private readonly store: KeyValueStore,
    private readonly catalog: Catalog,
  ) {}

  insert(collection: Collection, document: BsonDocument, raw: Buffer): void {
    const primaryKey = primaryKeyOf(document);
    if (this.store.get(documentKey(collection, primaryKey))) throw duplicateKey(collection, null, document);
    this.write(collection, { primaryKey, before: null, after: document }, raw);
    collection.count++;
  }

  replace(collection: Collection, before: BsonDocument, after: BsonDocument, raw: Buffer): void {
    this.write(collection, { primaryKey: primaryKeyOf(before), before, after }, raw);
  }

  remove(collection: Collection, document: BsonDocument): void {
    const primaryKey = primaryKeyOf(document);
    this.applyIndexes(primaryKey, this.indexChanges(collection, { primaryKey, before: document, after: null }));
    this.store.remove(documentKey(collection, primaryKey));
    collection.count--;
    this.catalog.countChanged(collection);
  }

  /** Adds an index and its entries; when a document stands against it, nothing remains. */
  buildIndex(collection: Collection, definition: IndexDefinition): void {
    const index = this.catalog.addIndex(collection, definition);
    try {
      this.fillIndex(collection, index);
    } catch (error) {
      this.dropIndex(collection, index);
      throw error;
    }
    this.catalog.save(collection);
  }

  dropIndex(collection: Collection, index: Index): void {
    this.clear(indexPrefix(index.id));
    collection.indexes.splice(collection.indexes.indexOf(index), 1);
    this.catalog.save(collection);
  }

  drop(collection: Collection): void {
    for (const { id } of collection.indexes) this.clear(indexPrefix(id));
    this.clear(documentPrefix(collection.id));
    this.catalog.forget(collection);
  }

  validate(collection: Collection): Validation {
    return validateCollection(this.store, collection);
  }

  private write(collection: Collection, change: Change, raw: Buffer): void {
    if (raw.length > largestDocumentBytes)
      throw new Refusal(10334, `BSONObj size: ${raw.length} is invalid. Size must be between 0 and 16793600`);
    const changes = this.indexChanges(collection, change);
    this.applyIndexes(change.primaryKey, changes);
    this.store.put(documentKey(collection, change.primaryKey), raw);
    this.noteShapes(collection, changes);
    this.catalog.countChanged(collection);
  }

  private fillIndex(collection: Collection, index: Index): void {
    for (const batch of inBatches(this.store, documentPrefix(collection.id))) {
      for (const { value } of batch) this.indexStored(collection, index, decode(value));
    }
  }

  private indexStored(collection: Collection, index: Index, after: BsonDocument): void {
    const primaryKey = primaryKeyOf(after);
    const change = this.indexChange(collection, index, { primaryKey, before: null, after });
    this.applyIndexes(primaryKey, [change]);
    this.noteShapes(collection, [change]);
  }

  private indexChanges(collection: Collection, change: Change): readonly IndexChange[] {
    return collection.indexes.map((index) => this.indexChange(collection, index, change));
  }

  private indexChange(collection: Collection, index: Index, { primaryKey, before, after }: Change): IndexChange {
    const old = before && indexKeys(index, before);
    const next = after && indexKeys(index, after);
    const oldKeys = new Set(old?.keys.map((key) => key.toString('latin1')));
    const nextKeys = new Set(next?.keys.map((key) => key.toString('latin1')));
    const added = next?.keys.filter((key) => !oldKeys.has(key.toString('latin1'))) ?? [];
    const removed = old?.keys.filter((key) => !nextKeys.has(key.toString('latin1'))) ?? [];
    if (index.unique && after && added.some((key) => this.isTaken(index, key, primaryKey))) {
      throw duplicateKey(collection, index, after);
    }
    return { index, added, removed, after: next };
  }

  private isTaken(index: Index, key: Buffer, primaryKey: Buffer): boolean {
    const from = Buffer.concat([indexPrefix(index.id), key]);
    for (const { value } of this.store.range({ from, to: afterPrefix(from) }))
      if (!value.equals(primaryKey)) return true;
    return false;
  }

  private applyIndexes(primaryKey: Buffer, changes: readonly IndexChange[]): void {
    for (const { index, added, removed } of changes) {
      const prefix = indexPrefix(index.id);
      for (const key of removed) this.store.remove(Buffer.concat([prefix, key, primaryKey]));
      for (const key of added) this.store.put(Buffer.concat([prefix, key, primaryKey]), primaryKey);
    }
  }

  /** An index that once held several or shortened keys per document is planned with care from then on. */
  private noteShapes(collection: Collection, changes: readonly IndexChange[]): void {
    for (const { index, after } of changes) {
      if (!after || (after.multikey <= index.multikey && after.inexact <= index.inexact)) continue;
      index.multikey ||= after.multikey;
      index.inexact ||= after.inexact;
      this.catalog.save(collection);
    }
  }

  private clear(prefix: Buffer): void {
    for (const batch of inBatches(this.store, prefix)) for (const { key } of batch) this.store.remove(key);
  }
}

const documentKey = (collection: Collection, primaryKey: Buffer): Buffer =>
  Buffer.concat([documentPrefix(collection.id), primaryKey]);

export const primaryKeyOf = (document: BsonDocument): Buffer => {
  const key = encodeKey(document.get('_id') ?? null);
  if (key.length > longestKeyBytes) throw new Refusal(17280, '_id is too long for an index key');
  return key;
};
