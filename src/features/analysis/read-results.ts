import type { EvaluationId } from '../../platform/ids';
import type { Actor } from '../accounts';
import type { Evaluation } from '../evaluations';
import type { Results, ResultsFilter } from './domain';
import type { KeepDataset } from './keep-dataset';
import { viewpointOf } from './policy';
import { forbidden, unknownFilter } from './problems';

export interface EvaluationResults {
  readonly evaluation: Evaluation;
  readonly results: Results;
}

export interface ReadResultsNeeds {
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  readonly dataset: KeepDataset;
}

/**
 * What the answers to an evaluation mean, as far as this person may know: disclosed, under a filter, with the day of the
 * last answer.
 *
 * @throws Problem `analysis.forbidden`, `analysis.unknown-filter`
 */
export const readResults =
  ({ readEvaluation, dataset }: ReadResultsNeeds) =>
  async (actor: Actor, evaluationId: EvaluationId, filter: ResultsFilter): Promise<EvaluationResults> => {
    const evaluation = await readEvaluation(evaluationId);
    const viewpoint = viewpointOf(actor, evaluation);
    if (viewpoint === null) throw forbidden();
    const kept = await dataset(evaluation, viewpoint);
    const { groups, subregions, clientTypes } = kept.dataset;
    refuseUnknown('instytucja', filter.institution, groups);
    refuseUnknown('podregion', filter.subregion, subregions);
    refuseUnknown('typ', filter.clientType, clientTypes);
    return { evaluation, results: kept.results(filter) };
  };

const refuseUnknown = (field: string, code: string | null, values: readonly { readonly code: string }[]): void => {
  if (code !== null && !values.some((value) => value.code === code)) throw unknownFilter(field);
};
