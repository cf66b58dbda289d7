import { applyEdit, EditRefused, type AppliedEdit, type Edit, type ReportContents } from '../domain/edit';
import type { StoredReport } from '../domain';
import type { Clock } from '../../../platform/clock';
import type { Editing, ReportKey } from './history';
import { editRefused, noSuchReport, reportBusy } from './problems';
import { rememberEdit } from './remember-edit';
import { stateBefore } from './state-before';
import type { EditorStore } from './store';

export interface EditNeeds {
  readonly store: EditorStore;
  readonly clock: Clock;
}

/** What a person wants, and what they had before their eyes when they wanted it. */
export interface WantedEdit {
  /** Made anew for each state of the report, because others may have saved in between. */
  readonly edit: (contents: ReportContents) => Edit;
  /** Fingerprints of what it would overwrite, as the person saw it; null where nothing can be overwritten. */
  readonly seen: string | null;
  /** Saved by itself while the person was typing. */
  readonly typing?: boolean;
}

export type EditOutcome =
  | { readonly kind: 'made'; readonly report: StoredReport; readonly hasChanged: boolean }
  /** Somebody changed or removed the same thing; nothing was saved. */
  | { readonly kind: 'conflict'; readonly report: StoredReport };

/** How often a change is tried again on top of somebody else's. */
const MOST_TRIES = 20;

/** @throws Problem `report-editor.no-such-report` */
export const readReport =
  ({ store }: Pick<EditNeeds, 'store'>) =>
  async (key: ReportKey): Promise<StoredReport> => {
    const found = await store.find(key);
    if (found === undefined) throw noSuchReport({ home: `/badania/${encodeURIComponent(key.evaluationId)}/raporty` });
    return found;
  };

/**
 * Makes one edit on the newest state of the report and remembers how to take it back. It never overwrites what the person
 * has not seen: where somebody else saved in between, it is made again on top of theirs.
 *
 * @throws Problem `report-editor.no-such-report` · `report-editor.<reason>` · `report-editor.busy`
 */
export const makeEdit = (needs: EditNeeds) => {
  const read = readReport(needs);
  return async (key: ReportKey, by: Editing, { edit, seen, typing }: WantedEdit): Promise<EditOutcome> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const before = await read(key);
      const wanted = edit(before);
      if (seen !== null && stateBefore(before, wanted) !== seen) return { kind: 'conflict', report: before };
      const { contents, inverse } = apply(before, wanted);
      if (isSame(before, contents)) return { kind: 'made', report: before, hasChanged: false };
      const report = next(needs, before, contents, by);
      if (!(await needs.store.save(report))) continue;
      await rememberEdit(needs, { before, report, edit: wanted, inverse, by, typing: typing === true });
      return { kind: 'made', report, hasChanged: true };
    }
    throw reportBusy();
  };
};

/** @throws Problem `report-editor.<reason>` */
export const apply = (contents: ReportContents, edit: Edit): AppliedEdit => {
  try {
    return applyEdit(contents, edit);
  } catch (error) {
    if (error instanceof EditRefused) throw editRefused(error);
    throw error;
  }
};

export const next = (
  { clock }: Pick<EditNeeds, 'clock'>,
  before: StoredReport,
  { title, blocks }: ReportContents,
  by: Editing,
): StoredReport => ({
  ...before,
  title,
  blocks,
  revision: before.revision + 1,
  changedBy: by.name,
  changedAt: clock.now(),
});

const isSame = (a: ReportContents, b: ReportContents): boolean =>
  a.title === b.title && JSON.stringify(a.blocks) === JSON.stringify(b.blocks);
