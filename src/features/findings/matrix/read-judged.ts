import { dayOf } from '../../../platform/clock';
import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import type { EvaluationMatrix, ItemReference, MatrixRow, MatrixRowId, Verdict } from '../../evaluations/domain';
import { askedPlaces, coverageOf, judgeRow, type AskedPlace, type JudgeReason, type Measured } from '../domain';
import type { FindingsNeeds } from '../needs';
import { measureRow } from './measure-row';

/** The matrix with its verdicts and its gaps, both ways. */
export interface JudgedMatrix {
  readonly evaluation: Evaluation;
  readonly matrix: EvaluationMatrix;
  readonly rows: readonly JudgedRow[];
  /** Questions that no item and no other source answers. */
  readonly questionsWithoutData: readonly MatrixRowId[];
  /** Items that no question uses, by questionnaire, with the seconds they cost a respondent at most. */
  readonly itemsWithoutQuestion: readonly UnusedItems[];
  /** In the order of their letters; what items are named by. */
  readonly questionnaires: readonly AskedQuestionnaire[];
  /** Calendar day on which it was judged. */
  readonly judgedOn: string;
}

export interface UnusedItems {
  readonly items: readonly ItemReference[];
  readonly seconds: number;
}

/** A questionnaire in its newest version. */
export interface AskedQuestionnaire {
  readonly code: string;
  readonly title: string;
  /** `a` of `a:J5`. */
  readonly letter: string;
  readonly places: readonly AskedPlace[];
}

export interface JudgedRow {
  readonly row: MatrixRow;
  /** Null: no data, hidden, or judged in words. */
  readonly result: JudgedResult | null;
  readonly verdict: Verdict;
  readonly reason: JudgeReason;
  /** Items of the row that no questionnaire asks. */
  readonly unknownItems: readonly ItemReference[];
}

export interface JudgedResult {
  readonly value: number;
  /** Ends of the 95% interval; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** Null for a number from elsewhere. */
  readonly n: number | null;
}

export type ReadJudgedNeeds = Pick<FindingsNeeds, 'analysis' | 'clock' | 'listVersions' | 'matrix' | 'readEvaluation'>;

/** @throws Problem `evaluations.not-found` */
export const readJudged =
  (needs: ReadJudgedNeeds) =>
  async (evaluationId: EvaluationId): Promise<JudgedMatrix> => {
    const [evaluation, matrix, questionnaires] = await Promise.all([
      needs.readEvaluation(evaluationId),
      needs.matrix.readMatrix(evaluationId),
      readQuestionnaires(needs)(evaluationId),
    ]);
    const judgedOn = dayOf(needs.clock.now());
    const { unused, unknown, withoutData } = coverageOf(
      matrix.rows,
      questionnaires.flatMap(({ places }) => places),
    );
    return {
      evaluation,
      matrix,
      rows: await Promise.all(
        matrix.rows.map(async (row) => {
          const measured = await measureRow(needs)(evaluationId, row, judgedOn);
          return {
            row,
            result: resultOf(measured),
            ...judgeRow(measured, row.threshold),
            unknownItems: unknown.get(row.id) ?? [],
          };
        }),
      ),
      questionsWithoutData: withoutData,
      itemsWithoutQuestion: questionnaires.flatMap(({ code }) => unusedOf(unused, code)),
      questionnaires,
      judgedOn,
    };
  };

/** The newest version of each questionnaire, by code. */
export const readQuestionnaires =
  ({ listVersions }: Pick<ReadJudgedNeeds, 'listVersions'>) =>
  async (evaluationId: EvaluationId): Promise<readonly AskedQuestionnaire[]> => {
    const versions = await listVersions(evaluationId);
    const newest = versions.filter(({ code }, at) => versions.findIndex((other) => other.code === code) === at);
    return newest.map(({ code, definition }, at) => ({
      code,
      title: definition.title,
      letter: letterOf(at),
      places: askedPlaces(definition),
    }));
  };

const LETTERS = 26;

/** a, b, … z, a2, b2, … */
const letterOf = (at: number): string => {
  const turn = Math.floor(at / LETTERS);
  return String.fromCharCode('a'.charCodeAt(0) + (at % LETTERS)) + (turn === 0 ? '' : String(turn + 1));
};

const unusedOf = (unused: readonly AskedPlace[], questionnaire: string): readonly UnusedItems[] => {
  const own = unused.filter((place) => place.questionnaire === questionnaire);
  if (own.length === 0) return [];
  return [
    {
      items: own.map(({ code }) => ({ questionnaire, item: code })),
      seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
    },
  ];
};

const resultOf = (measured: Measured): JudgedResult | null => {
  switch (measured.kind) {
    case 'none':
      return null;
    case 'exact':
      return { value: measured.value, low: null, high: null, n: null };
    case 'estimate': {
      const { value, interval, n } = measured;
      return { value, low: interval?.low ?? null, high: interval?.high ?? null, n };
    }
  }
};
