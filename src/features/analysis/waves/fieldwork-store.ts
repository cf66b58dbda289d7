import type { EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import { UNKNOWN_FIELDWORK, type Fieldwork } from '../domain/changes';

interface FieldworkDocument extends Fieldwork {
  readonly _id: string;
  readonly evaluationId: EvaluationId;
  /** Of the data set: a questionnaire of ours or a wave. */
  readonly code: string;
}

export type FieldworkStore = ReturnType<typeof createFieldworkStore>;

/** How each data set of an evaluation was collected, as somebody described it. */
export const createFieldworkStore = (connection: Connection) => {
  const described = connection.collection<FieldworkDocument>('waveFieldwork');
  return {
    ensureIndexes: async (): Promise<void> => {
      await described.createIndex({ evaluationId: 1 }, {}, undefined);
    },

    describe: async (evaluationId: EvaluationId, code: string, fieldwork: Fieldwork): Promise<void> => {
      await described.replaceOne(
        { _id: `${evaluationId}:${code}` },
        { evaluationId, code, ...fieldwork },
        { upsert: true },
      );
    },

    forget: async (evaluationId: EvaluationId, code: string): Promise<void> => {
      await described.deleteOne({ _id: `${evaluationId}:${code}` });
    },

    /** Of one data set; everything unknown where nobody has said. */
    read: async (evaluationId: EvaluationId, code: string): Promise<Fieldwork> => {
      const found = await described.findOne({ _id: `${evaluationId}:${code}` });
      if (found === null) return UNKNOWN_FIELDWORK;
      const { mode, recruitment, from, to } = found;
      return { mode, recruitment, from, to };
    },
  };
};
