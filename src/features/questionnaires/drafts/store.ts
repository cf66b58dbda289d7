import type { EvaluationId } from '../../../platform/ids';
import { insertOnce, type Connection } from '../../../platform/storage';
import type { Draft, DraftKey } from './draft';

type DraftDocument = Draft & { _id: string };

const idOf = ({ evaluationId, code }: DraftKey): string => `${evaluationId}:${code}`;
const toDraft = ({ _id, ...draft }: DraftDocument): Draft => draft;

export type DraftStore = ReturnType<typeof createDraftStore>;

export const createDraftStore = (connection: Connection) => {
  const drafts = connection.collection<DraftDocument>('questionnaireDrafts');
  return {
    ensureIndexes: async (): Promise<void> => {
      await drafts.createIndex({ evaluationId: 1 }, {}, undefined);
    },

    find: async (key: DraftKey): Promise<Draft | undefined> => {
      const found = await drafts.findOne({ _id: idOf(key) });
      return found === null ? undefined : toDraft(found);
    },

    allOf: async (evaluationId: EvaluationId): Promise<readonly Draft[]> =>
      (await drafts.find({ evaluationId }).sort({ code: 1 }).toArray()).map(toDraft),

    /** True when stored; false when another change came first. Revision 1 is the first that is stored. */
    save: async (draft: Draft): Promise<boolean> => {
      const _id = idOf(draft);
      if (draft.revision > 1) {
        const { matchedCount } = await drafts.replaceOne({ _id, revision: draft.revision - 1 }, draft);
        return matchedCount === 1;
      }
      return insertOnce(drafts.insertOne({ _id, ...draft }));
    },
  };
};
