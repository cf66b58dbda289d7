import type { EvaluationId } from '../../../platform/ids';
import type { EvaluationMatrix, ItemReference, MatrixRow, MatrixRowId, Verdict } from '../../evaluations/domain';
import type { FindingsNeeds } from '../needs';

/** The matrix with its verdicts and its gaps, both ways. */
export interface JudgedMatrix {
  readonly matrix: EvaluationMatrix;
  readonly rows: readonly JudgedRow[];
  /** Questions that no item and no other source answers. */
  readonly questionsWithoutData: readonly MatrixRowId[];
  /** Items that no question uses, by questionnaire, with the seconds they cost a respondent. */
  readonly itemsWithoutQuestion: readonly { readonly items: readonly ItemReference[]; readonly seconds: number }[];
}

export interface JudgedRow {
  readonly row: MatrixRow;
  /** Null: no data, hidden, or judged in words. */
  readonly result: {
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly n: number;
  } | null;
  readonly verdict: Verdict;
  /** Code of the reason: `above`, `below`, `spans`, `no-data`, `no-threshold`, `hidden`, `words`. */
  readonly reason: string;
}

export const createMatrixDesk = ({ matrix }: FindingsNeeds) => ({
  readJudged: async (evaluationId: EvaluationId): Promise<JudgedMatrix> => ({
    matrix: await matrix.readMatrix(evaluationId),
    rows: [],
    questionsWithoutData: [],
    itemsWithoutQuestion: [],
  }),
});

export type MatrixDesk = ReturnType<typeof createMatrixDesk>;
