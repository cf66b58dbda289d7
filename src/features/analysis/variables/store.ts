import { insertOnce, type Connection } from '../../../platform/storage';
import type { VariableChange, VariablesOf } from './history';

type ChangeDocument = VariableChange & { _id: string };

const idOf = ({ evaluationId, dataset, name, version }: VariableChange): string =>
  JSON.stringify([evaluationId, dataset, name, version]);

const toChange = ({ _id, ...change }: ChangeDocument): VariableChange => change;

export type VariableStore = ReturnType<typeof createVariableStore>;

/** Changes are only ever added: a number can be proved with the definition that made it. */
export const createVariableStore = (connection: Connection) => {
  const changes = connection.collection<ChangeDocument>('derivedVariableChanges');
  return {
    ensureIndexes: async (): Promise<void> => {
      await changes.createIndex({ evaluationId: 1, dataset: 1 }, {}, undefined);
    },

    /** False when somebody else has made this version already. */
    addOnce: async (change: VariableChange): Promise<boolean> => {
      return insertOnce(changes.insertOne({ _id: idOf(change), ...change }));
    },

    /** Grows with every change: tells whether there are new ones. */
    count: ({ evaluationId, dataset }: VariablesOf): Promise<number> =>
      changes.countDocuments({ evaluationId, dataset }),

    /** By name, the oldest version first. */
    allOf: async ({ evaluationId, dataset }: VariablesOf): Promise<readonly VariableChange[]> =>
      (await changes.find({ evaluationId, dataset }).sort({ name: 1, version: 1 }).toArray()).map(toChange),
  };
};
