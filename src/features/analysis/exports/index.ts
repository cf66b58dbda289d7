import type { EvaluationId } from '../../../platform/ids';
import type { DeskNeeds } from '../desk-needs';

/** Whole data sets as files, for those who count elsewhere. */
export const createExports = ({ openDesk }: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  /** @throws Problem `evaluations.not-found` · `tables.unknown-dataset` */
  openData: (evaluationId: EvaluationId, code: string) => openDesk(evaluationId, code),
});
