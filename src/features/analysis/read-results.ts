import type { EvaluationId } from '../../platform/ids';
import type { Actor } from '../accounts';
import type { Evaluation } from '../evaluations';
import { chosenAnswer, type Results, type ResultsFilter } from './domain';
import type { KeepDataset } from './keep-dataset';
import type { KeepResults } from './keep-results';
import { viewpointOf } from './policy';
import { forbidden, unknownFilter } from './problems';

export interface EvaluationResults {
  readonly evaluation: Evaluation;
  readonly results: Results;
}

export interface ReadResultsNeeds {
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  readonly dataset: KeepDataset;
  readonly results: KeepResults;
}

/**
 * What the answers to an evaluation mean, as far as this person may know: disclosed, under a filter, with the day of the
 * last answer.
 *
 * @throws Problem `analysis.forbidden` · `analysis.unknown-filter` · `analysis.superseded`
 */
export const readResults =
  ({ readEvaluation, dataset, results }: ReadResultsNeeds) =>
  async (actor: Actor, evaluationId: EvaluationId, filter: ResultsFilter): Promise<EvaluationResults> => {
    const evaluation = await readEvaluation(evaluationId);
    const viewpoint = viewpointOf(actor, evaluation);
    if (viewpoint === null) throw forbidden();
    const kept = await dataset(evaluation, viewpoint);
    const { groups, subregions, clientTypes } = kept.dataset;
    refuseUnknown('instytucja', filter.institution, groups);
    refuseUnknown('podregion', filter.subregion, subregions);
    refuseUnknown('typ', filter.clientType, clientTypes);
    const { answer } = filter;
    if (answer !== null && chosenAnswer(kept.dataset, kept.versions, answer) === null) throw unknownFilter('wybor');
    return { evaluation, results: await results(actor, kept, filter) };
  };

const refuseUnknown = (field: string, code: string | null, values: readonly { readonly code: string }[]): void => {
  if (code !== null && !values.some((value) => value.code === code)) throw unknownFilter(field);
};
