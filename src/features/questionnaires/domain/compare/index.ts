export type { Change, ChangeKind, ComparabilityWarning, Setting } from './change';
export {
  answerSignature,
  comparabilityOf,
  haveSameScale,
  leastAlike,
  mayFlowTogether,
  type Comparability,
} from './comparability';
export { compareVersions } from './compare-versions';
export { comparabilityWarnings } from './warnings';
export { wordDifference, type TextPiece } from './word-difference';
