import type { AccountId } from '../../../platform/ids';
import type { ReportId } from '../domain';
import type { ReportsNeeds } from '../needs';
import { createReport } from './create-report';
import type { ReportKey } from './history';
import { makeEdit, readReport } from './make-edit';
import { createEditorStore } from './store';
import { undoEdit } from './undo-edit';

export type { NewReport } from './create-report';
export type { Editing, MadeEdit, ReportKey } from './history';
export type { EditOutcome, WantedEdit } from './make-edit';

/** Reports while they are written. */
export const createEditor = ({ connection, clock }: Pick<ReportsNeeds, 'connection' | 'clock'>) => {
  const store = createEditorStore(connection);
  const needs = { store, clock };
  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,
    /** In the order of making. */
    listReports: store.allOf,
    /** Last removed first. */
    listRemoved: store.removedOf,
    /** @throws Problem `report-editor.no-such-report` */
    readReport: readReport(needs),
    createReport: createReport(needs),
    /** @throws Problem `report-editor.no-such-report` · `report-editor.<reason>` · `report-editor.busy` */
    makeEdit: makeEdit(needs),
    /** @throws Problem `report-editor.nothing-to-undo` · `report-editor.undo-overtaken` */
    undoEdit: undoEdit(needs),
    lastEditBy: (report: ReportId, by: AccountId) => store.lastEditBy(report, by),
    /** Of one block, whoever made it. */
    lastEditOf: (report: ReportId, subject: string) => store.lastEditOf(report, subject),
    /** It leaves the list and can be brought back; published versions stay. */
    removeReport: (key: ReportKey): Promise<boolean> => store.remove(key, clock.now()),
    bringBack: (key: ReportKey): Promise<boolean> => store.bringBack(key),
  };
};

export type Editor = ReturnType<typeof createEditor>;
