import type { Evaluation } from '../../evaluations';
import type { DatasetName, OpenDataset } from '../../analysis';
import type { FindingsNeeds } from '../needs';

/** What the number of an indicator can be chosen from. */
export interface NumberChoices {
  readonly datasets: readonly DatasetName[];
  /** The one chosen, or the first; undefined while there is none. */
  readonly dataset: OpenDataset | undefined;
}

/** @param code of the data set; one that is not there, or none, opens the first */
export const readVariables =
  ({ analysis }: Pick<FindingsNeeds, 'analysis'>) =>
  async (evaluation: Evaluation, code: string): Promise<NumberChoices> => {
    const datasets = await analysis.datasets.list(evaluation);
    const chosen = datasets.find((one) => one.code === code) ?? datasets[0];
    return { datasets, dataset: chosen && (await analysis.datasets.open(evaluation, chosen.code)) };
  };
