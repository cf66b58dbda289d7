import { dayOf, type Clock } from '../../platform/clock';
import type { EvaluationId, PublicationId } from '../../platform/ids';
import type { Analysis, FrozenTable } from '../analysis';
import type { Evaluation, Matrix } from '../evaluations';
import type { EvaluationMatrix } from '../evaluations/domain';
import { checkWork, type Finding, type FindingId, type Standing, type Work, type WorkFault } from './domain';

/** Everything that is concluded in an evaluation, and what is missing in it. */
export interface WorkRead extends Work {
  readonly evaluation: Evaluation;
  readonly matrix: EvaluationMatrix;
  /** Tables behind findings, by publication. */
  readonly tables: ReadonlyMap<PublicationId, FrozenTable>;
  readonly standings: ReadonlyMap<FindingId, Standing>;
  /** Calendar day. */
  readonly today: string;
  readonly faults: readonly WorkFault[];
}

export interface ReadWorkNeeds {
  readonly clock: Clock;
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  readonly matrix: Matrix;
  readonly analysis: { readonly frozen: Pick<Analysis['frozen'], 'readFrozen'> };
  readonly listFindings: (id: EvaluationId) => Promise<Work['findings']>;
  readonly listConclusions: (id: EvaluationId) => Promise<Work['conclusions']>;
  readonly listRecommendations: (id: EvaluationId) => Promise<Work['recommendations']>;
  readonly readStandings: (evaluation: Evaluation, findings: readonly Finding[]) => Promise<WorkRead['standings']>;
}

/**
 * @param isChecked false for those who read only: then findings are not counted again with today's answers
 * @throws Problem `evaluations.not-found`
 */
export const readWork =
  (needs: ReadWorkNeeds) =>
  async (id: EvaluationId, isChecked = true): Promise<WorkRead> => {
    const evaluation = await needs.readEvaluation(id);
    const [matrix, findings, conclusions, recommendations] = await Promise.all([
      needs.matrix.readMatrix(id),
      needs.listFindings(id),
      needs.listConclusions(id),
      needs.listRecommendations(id),
    ]);
    const [frozen, standings] = await Promise.all([
      needs.analysis.frozen.readFrozen(id, publicationsOf(findings)),
      isChecked ? needs.readStandings(evaluation, findings) : new Map<FindingId, Standing>(),
    ]);
    const work = { findings, conclusions, recommendations };
    const today = dayOf(needs.clock.now());
    const faults = checkWork(work, {
      today,
      standings,
      institutions: evaluation.institutions.map(({ code }) => code),
      matrixRows: matrix.rows.map((row) => row.id),
    });
    const tables = new Map(frozen.map((table) => [table.publication, table]));
    return { ...work, evaluation, matrix, tables, standings, today, faults };
  };

const publicationsOf = (findings: readonly Finding[]): readonly PublicationId[] =>
  findings.flatMap(({ evidence }) => evidence.flatMap((one) => (one.kind === 'table' ? [one.publication] : [])));
