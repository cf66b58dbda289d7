export type * from './response';
