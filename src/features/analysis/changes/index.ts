import type { EvaluationId } from '../../../platform/ids';
import type { DeskNeeds } from '../desk-needs';
import type { Fieldwork } from '../domain/changes';
import { createFieldworkStore } from '../waves/fieldwork-store';
import { unknownWave } from './problems';
import { readChanges } from './read-changes';

export type { ChangedItem, ChangesWanted, ComparedSet, ReadChanges } from './read-changes';

/** Waves beside one another. */
export const createChanges = ({ connection, readEvaluation, datasets }: DeskNeeds) => {
  const fieldwork = createFieldworkStore(connection);
  return {
    ensureIndexes: fieldwork.ensureIndexes,
    readChanges: readChanges({ readEvaluation, datasets, fieldwork }),

    /** @throws Problem `changes.unknown-wave` */
    describeFieldwork: async (evaluationId: EvaluationId, code: string, described: Fieldwork): Promise<void> => {
      const evaluation = await readEvaluation(evaluationId);
      const names = await datasets.list(evaluation);
      if (!names.some((one) => one.code === code)) throw unknownWave({ code });
      await fieldwork.describe(evaluationId, code, described);
    },
  };
};

export type Changes = ReturnType<typeof createChanges>;
