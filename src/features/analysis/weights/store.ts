import type { AccountId, EvaluationId } from '../../../platform/ids';
import { insertOnce, type Connection } from '../../../platform/storage';
import type { WeightRules } from '../domain/weights';

/** One saved version of a named weight: what it was to reach and how, never changed afterwards. */
export interface WeightVersion {
  readonly evaluationId: EvaluationId;
  /** Code of the data set. */
  readonly dataset: string;
  /** Variable in the data set: `waga_region`. */
  readonly name: string;
  readonly label: string;
  /** From 1. */
  readonly version: number;
  readonly rules: WeightRules;
  readonly by: { readonly id: AccountId; readonly name: string };
  readonly at: Date;
}

type VersionDocument = WeightVersion & { _id: string };

const idOf = ({ evaluationId, dataset, name, version }: WeightVersion): string =>
  JSON.stringify([evaluationId, dataset, name, version]);

const toVersion = ({ _id, ...version }: VersionDocument): WeightVersion => version;

export type WeightStore = ReturnType<typeof createWeightStore>;

export const createWeightStore = (connection: Connection) => {
  const versions = connection.collection<VersionDocument>('weightVersions');
  return {
    ensureIndexes: async (): Promise<void> => {
      await versions.createIndex({ evaluationId: 1, dataset: 1 }, {}, undefined);
    },

    /** False when somebody else has saved this version first. */
    addOnce: async (version: WeightVersion): Promise<boolean> => {
      return insertOnce(versions.insertOne({ _id: idOf(version), ...version }));
    },

    /** By name, the newest version first. */
    ofDataset: async (evaluationId: EvaluationId, dataset: string): Promise<readonly WeightVersion[]> => {
      const found = versions.find({ evaluationId, dataset }).sort({ name: 1, version: -1 });
      return (await found.toArray()).map(toVersion);
    },
  };
};
