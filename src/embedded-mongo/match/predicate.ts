import type { BsonDocument } from '../values/bson-value';

/** Remembers which item of a list the query matched; the positional `$` of updates and projections reads it. */
export interface MatchedPosition {
  index?: number;
}

export type Predicate = (document: BsonDocument, matched?: MatchedPosition) => boolean;

export const remember = (matched: MatchedPosition | undefined, position: number | undefined): true => {
  if (matched && position !== undefined) matched.index = position;
  return true;
};
