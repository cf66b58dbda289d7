export { chooseEntries, countEntries, type EntriesWanted, type RegisterCounts } from './choose-entries';
export { entryStances, entryStatus, seenByInstitution, type Viewer } from './entry-stances';
export { changeBetween, nextWave, type IndicatorChange } from './next-wave';
export { reminderOf, REMINDED_BEFORE, type Reminder } from './reminders';
export { isDone, isOverdue, lastReport } from './register';
export type * from './register';
