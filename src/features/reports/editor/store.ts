import type { AccountId, EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { Edit } from '../domain/edit';
import type { EditorBlock, ReportId, StoredReport } from '../domain';
import type { EditId, MadeEdit, ReportKey } from './history';

/** Blocks as text: they come back to the last sign, and nobody queries their inside. */
interface ReportDocument extends Omit<StoredReport, 'id' | 'blocks'> {
  _id: ReportId;
  blocks: string;
  /** Absent while it stands in the list. */
  removedAt?: Date;
}

interface EditDocument extends Omit<MadeEdit, 'id' | 'inverse'> {
  _id: EditId;
  inverse: string;
}

/** Edits kept for one report; older ones can no longer be undone. */
const MOST_EDITS = 100;

const toReport = ({ _id, blocks, removedAt: _, ...report }: ReportDocument): StoredReport => ({
  id: _id,
  ...report,
  blocks: JSON.parse(blocks) as readonly EditorBlock[],
});

const toEdit = ({ _id, inverse, ...edit }: EditDocument): MadeEdit => ({
  id: _id,
  ...edit,
  inverse: JSON.parse(inverse) as Edit,
});

export type EditorStore = ReturnType<typeof createEditorStore>;

export const createEditorStore = (connection: Connection) => ({
  ensureIndexes: async (): Promise<void> => {
    await reportsOf(connection).createIndex({ evaluationId: 1, createdAt: 1 }, {}, undefined);
    await editsOf(connection).createIndex({ report: 1, revision: -1 }, {}, undefined);
  },
  ...reportStore(connection),
  ...editStore(connection),
});

const reportsOf = (connection: Connection) => connection.collection<ReportDocument>('reports');
const editsOf = (connection: Connection) => connection.collection<EditDocument>('reportEdits');

const reportStore = (connection: Connection) => {
  const reports = reportsOf(connection);
  return {
    add: async ({ id, blocks, ...report }: StoredReport): Promise<void> => {
      await reports.insertOne({ _id: id, ...report, blocks: JSON.stringify(blocks) });
    },

    find: async ({ evaluationId, id }: ReportKey): Promise<StoredReport | undefined> => {
      const found = await reports.findOne({ _id: id, evaluationId });
      return found === null || found.removedAt !== undefined ? undefined : toReport(found);
    },

    /** In the order of making. */
    allOf: async (evaluationId: EvaluationId): Promise<readonly StoredReport[]> =>
      (
        await reports
          .find({ evaluationId, removedAt: { $exists: false } })
          .sort({ createdAt: 1, _id: 1 })
          .toArray()
      ).map(toReport),

    /** Last removed first. */
    removedOf: async (evaluationId: EvaluationId): Promise<readonly StoredReport[]> =>
      (
        await reports
          .find({ evaluationId, removedAt: { $exists: true } })
          .sort({ removedAt: -1, _id: 1 })
          .toArray()
      ).map(toReport),

    /** True when stored; false when another change came first. */
    save: async ({
      id,
      evaluationId,
      title,
      blocks,
      revision,
      changedBy,
      changedAt,
    }: StoredReport): Promise<boolean> => {
      const { matchedCount } = await reports.updateOne(
        { _id: id, evaluationId, revision: revision - 1 },
        { $set: { title, blocks: JSON.stringify(blocks), revision, changedBy, changedAt } },
      );
      return matchedCount === 1;
    },

    /** It leaves the list and can come back; false when it was not there. */
    remove: async ({ evaluationId, id }: ReportKey, at: Date): Promise<boolean> =>
      (await reports.updateOne({ _id: id, evaluationId, removedAt: { $exists: false } }, { $set: { removedAt: at } }))
        .matchedCount === 1,

    bringBack: async ({ evaluationId, id }: ReportKey): Promise<boolean> =>
      (await reports.updateOne({ _id: id, evaluationId }, { $unset: { removedAt: '' } })).matchedCount === 1,
  };
};

const newest = { revision: -1, _id: 1 } as const;

const editStore = (connection: Connection) => {
  const edits = editsOf(connection);
  return {
    addEdit: async ({ id, inverse, ...edit }: MadeEdit): Promise<void> => {
      const { report } = edit;
      await edits.insertOne({ _id: id, ...edit, inverse: JSON.stringify(inverse) });
      const old = await edits.find({ report }).sort(newest).skip(MOST_EDITS).toArray();
      if (old.length > 0) await edits.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } });
    },

    /** Typing goes on: the edit now leads to another state, and is still taken back in one step. */
    prolongEdit: async (id: EditId, { at, revision, left }: MadeEdit): Promise<void> => {
      await edits.updateOne({ _id: id }, { $set: { at, revision, left } });
    },

    markUndone: async (id: EditId): Promise<void> => {
      await edits.updateOne({ _id: id }, { $set: { undone: true } });
    },

    /** Of this person, while it still stands. */
    findEdit: async (report: ReportId, by: AccountId, id: EditId): Promise<MadeEdit | undefined> => {
      const found = await edits.findOne({ _id: id, report, by, undone: false });
      return found === null ? undefined : toEdit(found);
    },

    /** The newest edit of a person that still stands. */
    lastEditBy: async (report: ReportId, by: AccountId): Promise<MadeEdit | undefined> => {
      const found = await edits.find({ report, by, undone: false }).sort(newest).limit(1).toArray();
      return found.map(toEdit)[0];
    },

    /** The newest edit of one block, whoever made it. */
    lastEditOf: async (report: ReportId, subject: string): Promise<MadeEdit | undefined> => {
      const found = await edits.find({ report, subjects: subject }).sort(newest).limit(1).toArray();
      return found.map(toEdit)[0];
    },
  };
};
