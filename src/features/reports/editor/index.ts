import type { AccountId } from '../../../platform/ids';
import type { ReportId } from '../domain';
import type { ReportsNeeds } from '../needs';
import { createReport } from './create-report';
import { freezeBlocks } from './freeze-blocks';
import type { ReportKey } from './history';
import { makeEdit, readReport } from './make-edit';
import { readDataDesk } from './read-data-desk';
import { readMaterial } from './read-material';
import { readMoves } from './read-moves';
import { saveTyped } from './save-typed';
import { createEditorStore } from './store';
import { undoEdit } from './undo-edit';

export type { NewReport } from './create-report';
export type { Editing, MadeEdit, ReportKey } from './history';
export type { EditOutcome, WantedEdit } from './make-edit';
export type { Material } from './read-material';

export type EditorNeeds = Pick<ReportsNeeds, 'connection' | 'clock' | 'analysis' | 'findings'>;

/** Reports while they are written. */
export const createEditor = ({ connection, clock, analysis, findings }: EditorNeeds) => {
  const store = createEditorStore(connection);
  const needs = { store, clock, analysis, findings };
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
    /** What was typed on one page; what others changed meanwhile comes back beside it. */
    saveTyped: saveTyped(needs),
    /** @throws Problem `report-editor.nothing-to-undo` · `report-editor.undo-overtaken` */
    undoEdit: undoEdit(needs),
    lastEditBy: (report: ReportId, by: AccountId) => store.lastEditBy(report, by),
    /** Of one block, whoever made it. */
    lastEditOf: (report: ReportId, subject: string) => store.lastEditOf(report, subject),
    /** It leaves the list and can be brought back; published versions stay. */
    removeReport: (key: ReportKey): Promise<boolean> => store.remove(key, clock.now()),
    bringBack: (key: ReportKey): Promise<boolean> => store.bringBack(key),
    freezeBlocks: freezeBlocks(needs),
    /** Words, facts and checks of a report; nothing is counted. */
    readMaterial: readMaterial(needs),
    /** What would change if a frozen table were told anew. */
    readMoves: readMoves(needs),
    /** What a table can be asked of. */
    readDataDesk: readDataDesk(needs),
    /** Tables as a preview shows them: nobody is told. */
    frozen: analysis.frozen,
  };
};

export type Editor = ReturnType<typeof createEditor>;
