import type { Connection } from '../../../platform/storage';
import type { DraftKey } from '../drafts';
import type { SyntheticRun } from '../domain/proof/respondents';

/** Test data of one draft: invented, apart from what people answered, replaced by the next run. */
export interface StoredRun extends DraftKey, SyntheticRun {
  /** The draft that was walked. */
  readonly revision: number;
  readonly version: number;
  /** Hash of the definition that was walked. */
  readonly hash: string;
  readonly seed: number;
  readonly ranAt: Date;
  readonly ranBy: string;
}

type RunDocument = StoredRun & { _id: string };

const idOf = ({ evaluationId, code }: DraftKey): string => `${evaluationId}:${code}`;

export type SyntheticStore = ReturnType<typeof createSyntheticStore>;

export const createSyntheticStore = (connection: Connection) => {
  const runs = connection.collection<RunDocument>('syntheticResponses');
  return {
    ensureIndexes: async (): Promise<void> => {
      await runs.createIndex({ evaluationId: 1 }, {}, undefined);
    },

    /** One document for each questionnaire, so that a run is there as a whole or not at all. */
    replace: async (run: StoredRun): Promise<void> => {
      await runs.replaceOne({ _id: idOf(run) }, run, { upsert: true });
    },

    find: async (key: DraftKey): Promise<StoredRun | undefined> => {
      const found = await runs.findOne({ _id: idOf(key) });
      if (found === null) return undefined;
      const { _id, ...run } = found;
      return run;
    },
  };
};
