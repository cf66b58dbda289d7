export { cellKey, LIMITS, type Trimming, type WeightMargin, type WeightRules } from './rules';
export type { WeightFault } from './fault';
export { diagnose, type Diagnosis, type WeightBand } from './diagnose';
export { readDraft, type DraftReading, type WeightDraft } from './draft';
export { isMarginVariable, possibleMargins, type PossibleMargin } from './margin-cells';
export { readTotals, type TotalsLine, type TotalsReading } from './read-totals';
export { draftOf } from './rules-to-draft';
export { shownCounts } from './shown-counts';
export { weigh, type Weighing, type WeighingOutcome } from './weigh';
