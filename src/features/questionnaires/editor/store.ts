import type { AccountId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { DraftKey } from '../drafts';
import type { CommentId, ItemComment } from './comments';
import type { EditId, MadeEdit } from './history';

type EditDocument = Omit<MadeEdit, 'id'> & { _id: EditId };
type CommentDocument = Omit<ItemComment, 'id'> & { _id: CommentId };

/** Edits kept for one questionnaire; older ones can no longer be undone. */
const MOST_EDITS = 200;

const toEdit = ({ _id, ...edit }: EditDocument): MadeEdit => ({ id: _id, ...edit });
const toComment = ({ _id, ...comment }: CommentDocument): ItemComment => ({ id: _id, ...comment });

export type EditorStore = ReturnType<typeof createEditorStore>;

export const createEditorStore = (connection: Connection) => {
  const edits = connection.collection<EditDocument>('questionnaireEdits');
  const comments = connection.collection<CommentDocument>('questionnaireComments');
  const newest = { revision: -1, _id: 1 } as const;
  return {
    ensureIndexes: async (): Promise<void> => {
      await edits.createIndex({ evaluationId: 1, code: 1, revision: -1 }, {}, undefined);
      await comments.createIndex({ evaluationId: 1, code: 1, item: 1, at: 1 }, {}, undefined);
    },

    addEdit: async ({ id, ...edit }: MadeEdit): Promise<void> => {
      const { evaluationId, code } = edit;
      await edits.insertOne({ _id: id, ...edit });
      const old = await edits.find({ evaluationId, code }).sort(newest).skip(MOST_EDITS).toArray();
      if (old.length > 0) await edits.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } });
    },

    /** Typing goes on: the edit now leads to another state, and is still taken back in one step. */
    prolongEdit: async (id: EditId, { at, revision, left, subject, label, inverse }: MadeEdit): Promise<void> => {
      await edits.updateOne({ _id: id }, { $set: { at, revision, left, subject, label, inverse } });
    },

    markUndone: async (id: EditId): Promise<void> => {
      await edits.updateOne({ _id: id }, { $set: { undone: true } });
    },

    /** The newest edit of a person that still stands. */
    lastEditBy: async ({ evaluationId, code }: DraftKey, by: AccountId): Promise<MadeEdit | undefined> => {
      const found = await edits.find({ evaluationId, code, by, undone: false }).sort(newest).limit(1).toArray();
      return found.map(toEdit)[0];
    },

    /** The newest edit of one item or page, whoever made it. */
    lastEditOf: async ({ evaluationId, code }: DraftKey, subject: string): Promise<MadeEdit | undefined> => {
      const found = await edits.find({ evaluationId, code, subject }).sort(newest).limit(1).toArray();
      return found.map(toEdit)[0];
    },

    addComment: async ({ id, ...comment }: ItemComment): Promise<void> => {
      await comments.insertOne({ _id: id, ...comment });
    },

    /** Oldest first. */
    commentsOn: async ({ evaluationId, code }: DraftKey): Promise<readonly ItemComment[]> =>
      (await comments.find({ evaluationId, code }).sort({ at: 1, _id: 1 }).toArray()).map(toComment),

    /** False when there is no such comment. */
    setResolved: async (
      { evaluationId, code }: DraftKey,
      id: CommentId,
      resolved: ItemComment['resolved'],
    ): Promise<boolean> => {
      const { matchedCount } = await comments.updateOne({ _id: id, evaluationId, code }, { $set: { resolved } });
      return matchedCount === 1;
    },
  };
};
