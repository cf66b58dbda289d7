import type { BsonDocument } from '../values/bson-value';

export type Stage = (documents: Iterable<BsonDocument>) => Iterable<BsonDocument>;
