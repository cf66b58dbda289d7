export { isDone, isOverdue } from './register';
export type * from './register';
