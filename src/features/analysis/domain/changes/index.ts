export type {
  BesideReason,
  Change,
  ChangeEstimate,
  ChangeMeasure,
  ChangeSide,
  ChangeTest,
  ChangeVerdict,
  DisclosedEstimate,
  MeasuredChange,
  SideMeasure,
  TestedDifference,
} from './change';
export { adjustTogether, compareVariables, type ChangeRule } from './compare-variables';
export { LEVEL, ZONE_OF_RANGE } from './test-difference';
export {
  fieldworkReasons,
  isDescribed,
  MODES,
  RECRUITMENTS,
  UNKNOWN_FIELDWORK,
  type Fieldwork,
  type Mode,
  type Recruitment,
} from './fieldwork';
export { pairItems, type ItemPair, type NamedSet } from './pair-items';
export { measureSide } from './compare-variables';
