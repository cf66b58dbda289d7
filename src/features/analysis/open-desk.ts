import type { EvaluationId } from '../../platform/ids';
import { Problem } from '../../platform/problems';
import type { Evaluation } from '../evaluations';
import type { DatasetName, Datasets, OpenDataset } from './datasets';

/** What every page of analysis begins with: the evaluation and one of its data sets. */
export interface Desk {
  readonly evaluation: Evaluation;
  readonly datasets: readonly DatasetName[];
  readonly dataset: OpenDataset;
}

export interface OpenDeskNeeds {
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  readonly datasets: Datasets;
}

export type OpenDesk = (evaluationId: EvaluationId, code: string) => Promise<Desk>;

export const unknownDataset = (details: { readonly name: string }): Problem =>
  new Problem('tables.unknown-dataset', 'not-found', details);

/**
 * @param code of the data set; empty: the first
 * @throws Problem `evaluations.not-found` · `tables.unknown-dataset`
 */
export const openDesk =
  ({ readEvaluation, datasets }: OpenDeskNeeds): OpenDesk =>
  async (evaluationId, code) => {
    const evaluation = await readEvaluation(evaluationId);
    const names = await datasets.list(evaluation);
    const name = code === '' ? names[0] : names.find((one) => one.code === code);
    const dataset = name && (await datasets.open(evaluation, name.code));
    if (dataset === undefined) throw unknownDataset({ name: code });
    return { evaluation, datasets: names, dataset };
  };
