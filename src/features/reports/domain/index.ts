export {
  compareTables,
  type ComparedTable,
  type ComparedPair,
  type MovedNumber,
  type TablesCompared,
} from './compare-tables';
export { checkReport, CHECKS, isEmptyBlock } from './check-report';
export type { Check, CheckFacts, CheckName, DataFacts, FindingFacts } from './check-report';
export { compareTexts, type TextsCompared } from './compare-texts';
export type { Estimate } from './estimate';
export { keyFindings, widestDifference, type KeyFinding, type Tone } from './key-findings';
export { readFacts } from './read-facts';
export { readOwnResults, type OwnComparison, type OwnResults, type Verdict } from './read-own-results';
export { plainText, readRichText } from './rich-text';
export type * from './paper-question';
export type * from './report-tree';
export { GENERATED_PARTS, REPORT_KINDS, requestOf } from './stored-report';
export type * from './stored-report';
export type * from './summary-facts';
