import type { Variables } from '../expression/variables';
import type { BsonDocument } from '../values/bson-value';
import type { StringOrder } from '../values/compare';
import { compareStrings } from '../values/compare';

/** Remembers which item of a list the query matched; the positional `$` of updates and projections reads it. */
export interface MatchedPosition {
  index?: number;
}

/** What a filter, an expression or an order means besides its own words: the command's collation and `let`. */
export interface Terms {
  readonly texts: StringOrder;
  readonly variables: Variables;
  /** `$expr` speaks of whole documents, so that it cannot stand in a test of items. */
  readonly expressions: boolean;
}

export const plainTerms: Terms = { texts: compareStrings, variables: new Map(), expressions: false };

export type Predicate = (document: BsonDocument, matched?: MatchedPosition) => boolean;

export const remember = (matched: MatchedPosition | undefined, position: number | undefined): true => {
  if (matched && position !== undefined) matched.index = position;
  return true;
};
