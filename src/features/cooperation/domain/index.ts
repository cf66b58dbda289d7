export { chooseEntries, countEntries, type EntriesWanted, type RegisterCounts } from './choose-entries';
export { entryStances, entryStatus, seenByInstitution, type Viewer } from './entry-stances';
export { isDone, isOverdue } from './register';
export type * from './register';
