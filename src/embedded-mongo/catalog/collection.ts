import type { BsonDocument } from '../values/bson-value';

export interface IndexField {
  readonly path: string;
  readonly descending: boolean;
}

/** What a client defined. */
export interface IndexDefinition {
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partialFilter: BsonDocument | null;
  readonly expireAfterSeconds: number | null;
}

export interface Index extends IndexDefinition {
  readonly id: number;
  /** Some document has several entries: no sorting, only one-sided bounds. */
  multikey: boolean;
  /** Some entry was shortened: no sorting. */
  inexact: boolean;
  readonly covers: (document: BsonDocument) => boolean;
}

export interface Collection {
  readonly id: number;
  readonly namespace: string;
  readonly uuid: string;
  readonly indexes: Index[];
  validator: BsonDocument | null;
  accepts: (document: BsonDocument) => boolean;
  count: number;
}

export const databaseOf = (namespace: string): string => namespace.slice(0, namespace.indexOf('.'));
export const collectionNameOf = (namespace: string): string => namespace.slice(namespace.indexOf('.') + 1);

/** The index as the wire shows it, without version: `{ email: 1 }`. */
export const keyPatternOf = (index: IndexDefinition): Readonly<Record<string, number>> =>
  Object.fromEntries(index.fields.map(({ path, descending }) => [path, descending ? -1 : 1]));
