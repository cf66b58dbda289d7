export { crossTable, LEVEL } from './cross-table';
export type * from './table';
