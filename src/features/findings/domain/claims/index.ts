export { boundaryOf, claimOf, readFocus, resolveFocus, toClaimOf, type Reading } from './claim-of';
export {
  groupOf,
  readCounts,
  readNumber,
  rowOf,
  SHARE,
  toClaim,
  type Measured,
  type ToldNumber,
  type ToldTable,
} from './read-numbers';
export { readAnswers, readStatements, type Ordered, type OrderedEntry } from './read-order';
export { standingOf } from './standing-of';
export { suggestFocuses } from './suggest-focuses';
