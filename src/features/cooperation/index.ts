import type { EvaluationId } from '../../platform/ids';
import type { Actor } from '../accounts';
import { readEffect } from './effect';
import { keepFile } from './evidence/keep-file';
import { readFileOf } from './evidence/read-file';
import { createFilesStore } from './evidence/store';
import type { ReportId } from './domain';
import type { CooperationNeeds } from './needs';
import { listOverdue } from './list-overdue';
import { readCarried } from './read-carried';
import { readOrigin } from './read-origin';
import { listRegister, readRegister } from './read-register';
import { sendReminders } from './reminders';
import { reportProgress } from './report-progress';
import { createProgressStore } from './store';

export type * from './domain';
export type { Effect } from './effect';
export type { FileFault, FileSent } from './evidence/keep-file';
export type { KeptFile } from './evidence/store';
export type { CooperationNeeds } from './needs';
export type { Origin } from './read-origin';
export type { RegisterRead } from './read-register';
export type { EntrySeen, Reported } from './report-progress';

/** What came of it: recommendations and agreements followed until they are done, and what the next wave says. */
export const createCooperation = (given: CooperationNeeds) => {
  const progress = createProgressStore(given.connection);
  const files = createFilesStore(given.connection);
  const needs = { ...given, progress, files };
  const read = readRegister(needs);
  return {
    /** Call once before the first request. */
    ensureIndexes: async (): Promise<void> => {
      await progress.ensureIndexes();
      await files.ensureIndexes();
    },
    /** Recommendations by number, then agreements by number. */
    listRegister: listRegister(needs),
    /** The same as one person may see it; `others` names further addressees to a coordinator. */
    readRegister: read,
    /** What is late of what the person may see. */
    listOverdue: listOverdue(needs),
    /** What meetings of the group before this moment agreed, and how it stands now. */
    readCarried: readCarried(needs),
    isReportedOn: progress.isReportedOn,
    readOrigin: readOrigin(needs),
    readEffect: readEffect(needs),
    reportProgress: reportProgress(needs),
    /** What is due today; repeatable. */
    sendReminders: sendReminders(needs),
    keepFile: keepFile(needs),
    /** Sent with this report so far. */
    filesOf: (id: EvaluationId, report: ReportId) => files.ofReport(id, report),
    /** @throws Problem `follow-up.not-found` · `follow-up.file-not-found` */
    readFile: (actor: Actor, id: EvaluationId, wanted: { readonly code: string; readonly file: string }) =>
      readFileOf({ files, readRegister: read })(actor, id, wanted),
    readEvaluation: given.readEvaluation,
    readCurrentEvaluation: given.readCurrentEvaluation,
  };
};

export type Cooperation = ReturnType<typeof createCooperation>;
