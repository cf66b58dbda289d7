import type { EvaluationId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import type { Evaluation, ProtectionChange, ResultsClosing } from './domain';

type EvaluationDocument = Omit<Evaluation, 'id'> & {
  _id: EvaluationId;
  createdAt: Date;
  /** Oldest first. */
  protectionLog?: ProtectionChange[];
  resultLog?: ResultsClosing[];
};

const toEvaluation = ({
  _id: id,
  createdAt: _createdAt,
  protectionLog: _protectionLog,
  resultLog: _resultLog,
  ...rest
}: EvaluationDocument): Evaluation => ({ id, ...rest });

export type EvaluationsStore = ReturnType<typeof createEvaluationsStore>;

export const createEvaluationsStore = (connection: Connection) => {
  const evaluations = connection.collection<EvaluationDocument>('evaluations');
  return {
    add: async ({ id, ...rest }: Evaluation, createdAt: Date): Promise<void> => {
      await evaluations.insertOne({ _id: id, ...rest, createdAt });
    },

    find: async (id: EvaluationId): Promise<Evaluation | undefined> => {
      const found = await evaluations.findOne({ _id: id });
      return found === null ? undefined : toEvaluation(found);
    },

    /** Sets it only where it still is what the person saw; true when this call did it. */
    setSmallestGroup: async (id: EvaluationId, before: number, after: ProtectionChange): Promise<boolean> => {
      const { modifiedCount } = await evaluations.updateOne(
        { _id: id, smallestGroup: before },
        { $set: { smallestGroup: after.smallestGroup }, $push: { protectionLog: after } },
      );
      return modifiedCount === 1;
    },

    protectionLog: async (id: EvaluationId): Promise<readonly ProtectionChange[]> =>
      (await evaluations.findOne({ _id: id }))?.protectionLog ?? [],

    /** Only once: true when this call did it. */
    setFinal: async (id: EvaluationId, closing: ResultsClosing): Promise<boolean> => {
      const { modifiedCount } = await evaluations.updateOne(
        { _id: id, resultState: 'preliminary' },
        { $set: { resultState: 'final', finalOn: closing.on }, $push: { resultLog: closing } },
      );
      return modifiedCount === 1;
    },

    resultLog: async (id: EvaluationId): Promise<readonly ResultsClosing[]> =>
      (await evaluations.findOne({ _id: id }))?.resultLog ?? [],

    /** Newest first. */
    all: async (): Promise<readonly Evaluation[]> =>
      (await evaluations.find().sort({ createdAt: -1, _id: 1 }).toArray()).map(toEvaluation),
  };
};
