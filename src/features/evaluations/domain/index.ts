export type * from './evaluation';
export { fieldworkStage, type FieldworkStage } from './fieldwork-stage';
