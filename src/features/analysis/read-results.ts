import type { EvaluationId } from '../../platform/ids';
import type { Actor } from '../accounts';
import type { Evaluation } from '../evaluations';
import {
  chosenAnswer,
  keyChanges,
  keyOfFilter,
  NO_FILTER,
  type EarlierWave,
  type KeyChanges,
  type Results,
  type ResultsFilter,
} from './domain';
import type { KeepDataset } from './keep-dataset';
import type { KeepResults } from './keep-results';
import { viewpointOf } from './policy';
import { forbidden, unknownFilter } from './problems';

export interface EvaluationResults {
  readonly evaluation: Evaluation;
  readonly results: Results;
  /** What became of the key figures since the newest wave taken in; null where there is none, and under a filter. */
  readonly changes: KeyChanges | null;
}

export interface ReadResultsNeeds {
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  readonly dataset: KeepDataset;
  readonly results: KeepResults;
  readonly readEarlierWave: (id: EvaluationId) => Promise<EarlierWave | null>;
}

/**
 * What the answers to an evaluation mean, as far as this person may know: disclosed, under a filter, with the day of the
 * last answer.
 *
 * @throws Problem `analysis.forbidden` · `analysis.unknown-filter` · `analysis.superseded`
 */
export const readResults =
  ({ readEvaluation, dataset, results: resultsOf, readEarlierWave }: ReadResultsNeeds) =>
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
    const results = await resultsOf(actor, kept, filter);
    const isEveryone = keyOfFilter(filter) === keyOfFilter(NO_FILTER);
    const wave = isEveryone && results.keyFigures !== null ? await readEarlierWave(evaluationId) : null;
    const changes = results.keyFigures && wave && keyChanges(results.keyFigures, wave);
    return { evaluation, results, changes };
  };

const refuseUnknown = (field: string, code: string | null, values: readonly { readonly code: string }[]): void => {
  if (code !== null && !values.some((value) => value.code === code)) throw unknownFilter(field);
};
