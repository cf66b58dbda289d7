export { chooseDrivers, chooseOutcome, countComplete, isMeasured } from './choose-drivers';
export {
  discloseDrivers,
  disclosePairs,
  type DisclosedDrivers,
  type DisclosedPairs,
  type ShownAspect,
} from './disclose-priorities';
export { drawMap, isBorderline, QUADRANTS, type ImportanceMap, type MapPoint } from './draw-map';
export { driveOutcome, type DriverAnalysis, type DriverBase, type DriverEstimate } from './drive-outcome';
export { findPairs, type Aspect, type ImportancePairs } from './find-pairs';
export { layOutMap, type Axis, type MapLayout, type MapScales, type PlacedPoint } from './lay-out-map';
export { groupBy } from './group-by';
export { countPairs, measurePairs, type MeasuredPair } from './measure-pairs';
export { placeRanges, type PlaceRange } from './place-ranges';
export { countedBy, pointsOf, type Counted } from './points';
export { protectGroups, type HiddenBecause } from './protect-groups';
export type { Estimate, TestedEstimate } from './sums';
