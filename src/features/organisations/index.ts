export type * from './domain';
export * from './domain';
