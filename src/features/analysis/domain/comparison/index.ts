export type { AdjustedContrast, AdjustedGroup, AdjustedResults, Adjustment } from './adjustment';
export { comparableVariables, mixVariables, overviewMeasures } from './choose-measures';
export type { UnusedReason } from './client-mix';
export { compareUnits } from './compare-units';
export {
  MARGINS,
  REST,
  type Against,
  type ComparedGroup,
  type ComparedItem,
  type ComparisonRequest,
  type Contrast,
  type DisclosedComparison,
  type Family,
  type Found,
  type Margins,
  type MeasureAbout,
  type UnseenReason,
  type Verdict,
} from './comparison';
export type { Estimate } from './estimate';
export { type Funnel, type FunnelPoint } from './funnel';
export { depthOf, type DisclosedDepth } from './item-depth';
export { joinSameMeaning } from './join-same-meaning';
export { measuresOf, type Measure } from './measure';
export type { NeededAnswers } from './needed-answers';
export { INSTITUTION, mayCompareBy, MOST_UNITS, unitsOf } from './units';
export { LEVEL } from './verdict';
