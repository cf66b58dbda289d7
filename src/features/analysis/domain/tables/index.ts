export { crossTable, LEVEL } from './cross-table';
export type * from './table';
export { discloseTable, type DisclosedBlock, type DisclosedTable, type HiddenReason } from './disclose-table';
