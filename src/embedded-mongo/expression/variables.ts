import type { BsonValue } from '../values/bson-value';

/** The values of `let`, known before the first document is read. */
export type Variables = ReadonlyMap<string, BsonValue>;
