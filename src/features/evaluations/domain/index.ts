export type * from './evaluation';
