import { randomUUID } from 'node:crypto';
import { Refusal } from '../refusal';
import { catalogKey, catalogPrefix, countKey, formatKey, nextIdKey } from '../store/keys';
import type { KeyValueStore } from '../store/key-value-store';
import { afterPrefix } from '../store/key-value-store';
import { checkNamespace } from './check-namespace';
import type { Collection, Index, IndexDefinition } from './collection';
import type { BsonDocument } from '../values/bson-value';
import { decodeCollection, encodeCollection, toIndex, toValidation } from './record';

const formatVersion = '1';

/** Which collections and indexes exist. Kept in memory, written in the transaction that changes it. */
export class Catalog {
  private collections = new Map<string, Collection>();
  private readonly changed = new Set<Collection>();
  private nextId = 1;

  constructor(private readonly store: KeyValueStore) {
    this.checkFormat();
    this.reload();
  }

  find(namespace: string): Collection | undefined {
    return this.collections.get(namespace);
  }

  all(): readonly Collection[] {
    return [...this.collections.values()];
  }

  inDatabase(database: string): readonly Collection[] {
    return this.all().filter(({ namespace }) => namespace.startsWith(`${database}.`));
  }

  findOrCreate(namespace: string): Collection {
    return this.find(namespace) ?? this.create(namespace);
  }

  create(namespace: string, validator: BsonDocument | null = null): Collection {
    checkNamespace(namespace);
    if (this.find(namespace)) throw new Refusal(48, `Collection ${namespace} already exists.`);
    const collection: Collection = {
      id: this.takeId(),
      namespace,
      uuid: randomUUID(),
      indexes: [],
      count: 0,
      ...toValidation(validator),
    };
    this.collections.set(namespace, collection);
    this.save(collection);
    return collection;
  }

  /** The collection under another, free name. */
  rename(collection: Collection, namespace: string): void {
    checkNamespace(namespace);
    this.collections.delete(collection.namespace);
    this.changed.delete(collection);
    this.store.remove(catalogKey(collection.namespace));
    const renamed: Collection = { ...collection, namespace };
    this.collections.set(namespace, renamed);
    this.save(renamed);
  }

  forget(collection: Collection): void {
    this.collections.delete(collection.namespace);
    this.changed.delete(collection);
    this.store.remove(catalogKey(collection.namespace));
    this.store.remove(countKey(collection.id));
  }

  setValidator(collection: Collection, validator: BsonDocument | null): void {
    Object.assign(collection, toValidation(validator));
    this.save(collection);
  }

  addIndex(collection: Collection, definition: IndexDefinition): Index {
    const index = toIndex(definition, this.takeId());
    collection.indexes.push(index);
    this.save(collection);
    return index;
  }

  save(collection: Collection): void {
    this.store.put(catalogKey(collection.namespace), encodeCollection(collection));
    this.countChanged(collection);
  }

  countChanged(collection: Collection): void {
    this.changed.add(collection);
  }

  /** Writes the counts that moved; the last step of each transaction. */
  saveCounts(): void {
    for (const { id, count } of this.changed) this.store.put(countKey(id), Buffer.from(String(count)));
    this.changed.clear();
  }

  /** Back to what is on disk, after a transaction was undone. */
  reload(): void {
    this.changed.clear();
    this.collections = new Map();
    this.nextId = Number(this.store.get(nextIdKey)?.toString() ?? '1');
    for (const { value } of this.store.range({ from: catalogPrefix, to: afterPrefix(catalogPrefix) })) {
      const collection = decodeCollection(value);
      collection.count = Number(this.store.get(countKey(collection.id))?.toString() ?? '0');
      this.collections.set(collection.namespace, collection);
    }
  }

  private takeId(): number {
    const id = this.nextId++;
    this.store.put(nextIdKey, Buffer.from(String(this.nextId)));
    return id;
  }

  private checkFormat(): void {
    const found = this.store.get(formatKey)?.toString();
    if (found === undefined) {
      this.store.transact(() => {
        this.store.put(formatKey, Buffer.from(formatVersion));
      });
    } else if (found !== formatVersion) {
      throw new Error(`The data were written in format ${found}; this program reads format ${formatVersion}.`);
    }
  }
}
