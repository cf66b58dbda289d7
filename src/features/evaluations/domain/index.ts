export type * from './evaluation';
export { SMALLEST_GROUP } from './evaluation';
export { fieldworkStage, type FieldworkStage } from './fieldwork-stage';
export { CRITERIA, DIMENSIONS, type Criterion, type CriterionCode, type Dimension } from './criteria';
export {
  addRow,
  approveMatrix,
  assignItems,
  changeRow,
  emptyMatrix,
  joinItems,
  moveRow,
  removeRow,
  setObjectives,
  type Edited,
  type KeptObjective,
} from './edit-matrix';
export { MATRIX_LIMITS } from './matrix';
export type * from './matrix';
