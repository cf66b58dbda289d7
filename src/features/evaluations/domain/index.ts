export type * from './evaluation';
export { SMALLEST_GROUP } from './evaluation';
export { fieldworkStage, type FieldworkStage } from './fieldwork-stage';
