import { lastDayOf, type Recommendation } from '../domain';
import type { WorkRead } from '../read-work';

export interface RecommendationsJson {
  readonly evaluation: string;
  readonly resultState: string;
  readonly demonstration: boolean;
  readonly recommendations: readonly (Omit<Recommendation, 'id' | 'evaluationId' | 'number' | 'conclusions' | 'log'> & {
    readonly code: string;
    readonly conclusions: readonly string[];
    readonly dueDay: string | null;
    readonly faults: readonly string[];
    readonly revision: number;
  })[];
}

/** @param work as the person may see it */
export const presentRecommendationsJson = (work: WorkRead, chosen: readonly Recommendation[]): RecommendationsJson => ({
  evaluation: work.evaluation.id,
  resultState: work.evaluation.resultState,
  demonstration: work.evaluation.demonstration,
  recommendations: chosen.map(({ id, evaluationId: _evaluation, number, log, conclusions, ...rest }) => ({
    code: `R${number}`,
    ...rest,
    conclusions: work.conclusions.filter((one) => conclusions.includes(one.id)).map((one) => `W${one.number}`),
    dueDay: rest.due === null ? null : lastDayOf(rest.due),
    faults: work.faults.filter((fault) => fault.on === 'recommendation' && fault.id === id).map(({ kind }) => kind),
    revision: log.revision,
  })),
});
