export { analyseAll, analyseInSteps, type Results } from './analyse-all';
export { chosenAnswer } from './answers/chosen-answer';
export type { Comparison, GroupResult } from './compare-groups';
export { createDataset, type Dataset, type DatasetParts, type Versions } from './dataset';
export {
  keyOfFilter,
  NO_FILTER,
  OTHERS,
  type AnswerFilter,
  type Dimensions,
  type Group,
  type NamedValue,
  type ResultsFilter,
  type Viewpoint,
} from './dimensions';
export type { VersionNotice } from './columns/notice';
export { LEAST_FOR_PERCENT, type Disclosed } from './disclosure/disclose';
export { keyChanges, type EarlierWave, type KeyChange, type KeyChanges } from './key-changes';
export type { KeyFigureName, KeyFigures, Noticed } from './key-figures';
export type { Bases } from './measures/bases';
export type { Distribution, DistributionCounts, DistributionEstimates } from './measures/distribution';
export type { MultipleChoice } from './measures/multiple-choice';
export type { Ranking } from './measures/ranking';
export type { Recommendation } from './measures/recommendation';
export type { Remainder } from './measures/remainder';
export type { Share } from './measures/share';
export { SECTIONS, type Question, type RatedRow, type Section } from './questions/question';
export type {
  QuestionResult,
  RatedRowResult,
  RatingsResult,
  RecommendationResult,
  RemainderResult,
  Split,
} from './results';
export * from './figures';
export { countTogether, gatherBatteries, scaleEndsOf } from './tables';
export type {
  BlockTest,
  Cell,
  CountedTogether,
  DisclosedBlock,
  DisclosedTable,
  FilterCondition,
  GatheredBattery,
  Merge,
  NamedTable,
  NamedVariable,
  ScaleEnds,
  SummaryCell,
  SummaryKind,
  TableColumn,
  TableRequest,
} from './tables';
export { containsAll, foldText, soughtWords, tellsContact } from './texts';
