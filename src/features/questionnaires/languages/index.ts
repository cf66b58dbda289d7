import type { Clock } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import { applySheet, judgeSheet } from '../domain';
import type { DraftKey, Drafts } from '../drafts';
import { reportGone } from './problems';
import { readSheet } from './sheet-file';
import { createSheetStore, type LoadedSheet } from './store';

export type { LoadedSheet } from './store';

export interface AppliedCount {
  readonly taken: number;
  /** Left as they are, because somebody changed them since the spreadsheet was loaded. */
  readonly overtaken: number;
}

/** Spreadsheets of translators: loaded, looked at, and only then taken over. */
export interface Languages {
  readonly ensureIndexes: () => Promise<void>;
  /**
   * Judges a spreadsheet; nothing is changed.
   *
   * @returns the id under which the report can be read and confirmed for a day
   * @throws Problem `languages.*` or `spreadsheet.*` when it cannot be read
   */
  readonly loadSheet: (key: DraftKey, by: string, bytes: Buffer) => Promise<string>;
  /** @throws Problem `languages.report-gone` */
  readonly readLoadedSheet: (key: DraftKey, id: string) => Promise<LoadedSheet>;
  /**
   * Makes the changes of the report. Safe to repeat: what is stored already is not stored again.
   *
   * @throws Problem `languages.report-gone`
   */
  readonly applySheet: (key: DraftKey, by: string, id: string) => Promise<AppliedCount>;
}

export interface LanguagesSetup {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly drafts: Drafts;
}

export const createLanguages = ({ connection, clock, drafts }: LanguagesSetup): Languages => {
  const store = createSheetStore(connection);
  const readLoadedSheet = async (key: DraftKey, id: string): Promise<LoadedSheet> => {
    const loaded = await store.find(key, id);
    if (loaded === undefined) throw reportGone();
    return loaded;
  };
  return {
    ensureIndexes: store.ensureIndexes,
    readLoadedSheet,
    loadSheet: async (key, by, bytes) => {
      const { rows, languages, cells } = await readSheet(bytes);
      const { definition } = await drafts.readDraft(key);
      const { evaluationId, code } = key;
      const id: string = newId<'translation sheet'>();
      const report = judgeSheet(definition, rows, languages);
      await store.add({ id, evaluationId, code, loadedBy: by, loadedAt: clock.now(), report, cells });
      return id;
    },
    applySheet: async (key, by, id) => {
      const { report } = await readLoadedSheet(key, id);
      let counts: AppliedCount = { taken: 0, overtaken: 0 };
      await drafts.changeDraft(key, by, ({ definition: before, state }) => {
        const { definition, taken, overtaken } = applySheet(before, report);
        counts = { taken, overtaken: overtaken.length };
        return { definition: taken === 0 ? before : definition, state };
      });
      await store.remove(key, id);
      return counts;
    },
  };
};
