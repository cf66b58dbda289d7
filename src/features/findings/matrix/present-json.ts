import { dayOf } from '../../../platform/clock';
import type { Conclusion } from '../domain';
import type { JudgedMatrix } from './read-judged';

/** The matrix for programs: numbers unrounded. */
export const presentJson = (judged: JudgedMatrix, conclusions: readonly Conclusion[]) => {
  const { evaluation, matrix } = judged;
  return {
    evaluation: {
      id: evaluation.id,
      title: evaluation.title,
      state: evaluation.resultState,
      demonstration: evaluation.demonstration,
    },
    judgedOn: judged.judgedOn,
    revision: matrix.revision,
    approved: matrix.approved && {
      by: matrix.approved.by,
      on: dayOf(matrix.approved.at),
      recordedBy: matrix.approved.recordedBy,
      recordedAt: matrix.approved.recordedAt,
    },
    objectives: matrix.objectives,
    rows: judged.rows.map(({ row, result, verdict, reason, unknownItems }, at) => {
      const { revision: _, ...written } = row;
      return {
        no: at + 1,
        ...written,
        result,
        verdict,
        reason,
        unknownItems,
        conclusions: conclusions.filter(({ matrixRow }) => matrixRow === row.id).map(({ number }) => number),
      };
    }),
    questionsWithoutData: judged.questionsWithoutData,
    itemsWithoutQuestion: judged.itemsWithoutQuestion,
    changes: matrix.log,
  };
};
