export type * from './evaluation';
export { SMALLEST_GROUP } from './evaluation';
export { fieldworkStage, type FieldworkStage } from './fieldwork-stage';
export { CRITERIA, DIMENSIONS, type Criterion, type CriterionCode, type Dimension } from './criteria';
export type * from './matrix';
