export type * from './report-tree';
export type * from './summary-facts';
export { readFacts } from './read-facts';
export { keyFindings, widestDifference, widestGap, type KeyFinding, type Tone } from './key-findings';
