export type * from './report-tree';
