import type { EvaluationId, PublicationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { FrozenTable } from './frozen-table';

/** The table itself as text: what is frozen comes back to the last digit, and nobody queries its inside. */
interface FrozenDocument {
  _id: PublicationId;
  evaluationId: EvaluationId;
  frozenAt: Date;
  content: string;
}

const toFrozen = ({ _id, evaluationId, frozenAt, content }: FrozenDocument): FrozenTable => ({
  ...(JSON.parse(content) as Omit<FrozenTable, 'publication' | 'evaluationId' | 'frozenAt'>),
  publication: _id,
  evaluationId,
  frozenAt,
});

export type FrozenStore = ReturnType<typeof createFrozenStore>;

export const createFrozenStore = (connection: Connection) => {
  const tables = connection.collection<FrozenDocument>('frozenTables');
  return {
    ensureIndexes: async (): Promise<void> => {
      await tables.createIndex({ evaluationId: 1 }, {}, {});
    },

    add: async ({ publication, evaluationId, frozenAt, ...content }: FrozenTable): Promise<void> => {
      await tables.insertOne({ _id: publication, evaluationId, frozenAt, content: JSON.stringify(content) });
    },

    several: async (evaluationId: EvaluationId, ids: readonly PublicationId[]): Promise<readonly FrozenTable[]> => {
      const found = await tables
        .find({ evaluationId, _id: { $in: [...ids] } })
        .sort({ _id: 1 })
        .toArray();
      const byId = new Map(found.map((document) => [document._id, document]));
      return ids.flatMap((id) => {
        const document = byId.get(id);
        return document === undefined ? [] : [toFrozen(document)];
      });
    },
  };
};
