export type * from './claim';
export type * from './conclusion';
export { NOTE_METHODS, TONES, WORK_STATES } from './finding';
export type * from './finding';
export {
  IMPLEMENTATION_STATUSES,
  PRIORITIES,
  RECOMMENDATION_CLASSES,
  RECOMMENDATION_SUBCLASSES,
} from './recommendation';
export type * from './recommendation';
export { inOrder, movedBy } from './in-order';
export { lastDayOf, quarterOf, quartersAfter } from './quarter';
export { addressedInstitutions, stancesOf, statusOf, type Stance } from './stances';
export { chooseFindings, criterionKey, NO_CHOICE, type FindingsWanted } from './choose-findings';
export { isAction } from './action-wording';
export {
  checkWork,
  type CheckContext,
  type FaultKind,
  type FaultWeight,
  type Work,
  type WorkFault,
} from './check-work';
export { judgeRow, type Judgement, type JudgeReason, type Measured, type NothingKnown } from './judge-row';
export { askedPlaces, coverageOf, itemsOf, type AskedPlace, type Coverage } from './judge-coverage';
export { nameItems } from './name-items';
export { baseOf, kindOfEvidence, sourceKinds, strengthOf, type SourceKind, type SurveyBase } from './strength';
export {
  chooseRecommendations,
  ORDERS,
  type RecommendationOrder,
  type RecommendationsWanted,
} from './choose-recommendations';
