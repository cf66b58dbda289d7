import type { FindingsNeeds } from '../needs';
import { checkIndicator } from './measure-row';
import { readJudged, readQuestionnaires } from './read-judged';
import { readVariables } from './read-variables';

export type { AskedQuestionnaire, JudgedMatrix, JudgedResult, JudgedRow, UnusedItems } from './read-judged';
export { wordRow, type WordedRow } from './word-row';

/** The evaluation matrix with what the data say of it; its acts are those of the chapter of evaluations. */
export const createMatrixDesk = (needs: FindingsNeeds) => ({
  readJudged: readJudged(needs),
  readQuestionnaires: readQuestionnaires(needs),
  readVariables: readVariables(needs),
  checkIndicator: checkIndicator(needs),
  readEvaluation: needs.readEvaluation,
  acts: needs.matrix,
  clock: needs.clock,
});

export type MatrixDesk = ReturnType<typeof createMatrixDesk>;
