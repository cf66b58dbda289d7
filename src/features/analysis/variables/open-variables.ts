import type { EvaluationId } from '../../../platform/ids';
import { Problem } from '../../../platform/problems';
import type { Evaluation } from '../../evaluations';
import type { DatasetName, OpenDataset } from '../datasets';
import type { DeskNeeds } from '../desk-needs';
import type { DerivedSet } from '../domain/derived';
import { derivedOf } from './extend-set';
import type { Definitions, KeepDefinitions } from './keep-definitions';

/** What every page about derived variables begins with. */
export interface VariableDesk {
  readonly evaluation: Evaluation;
  readonly datasets: readonly DatasetName[];
  /** What was asked. */
  readonly dataset: OpenDataset;
  readonly definitions: Definitions;
  /** What was asked and what is made of it. */
  readonly derived: DerivedSet;
}

export interface OpenVariablesNeeds extends Pick<DeskNeeds, 'readEvaluation' | 'datasets'> {
  readonly definitionsOf: KeepDefinitions;
}

/**
 * @param code of the data set; empty: the first
 * @throws Problem `evaluations.not-found` · `tables.unknown-dataset`
 */
export const openVariables =
  ({ readEvaluation, datasets, definitionsOf }: OpenVariablesNeeds) =>
  async (id: EvaluationId, code: string): Promise<VariableDesk> => {
    const evaluation = await readEvaluation(id);
    const names = await datasets.list(evaluation);
    const name = code === '' ? names[0] : names.find((one) => one.code === code);
    const dataset = name && (await datasets.openAsked(evaluation, name.code));
    if (dataset === undefined) throw new Problem('tables.unknown-dataset', 'not-found', { name: code });
    const definitions = await definitionsOf({ evaluationId: id, dataset: dataset.code });
    return { evaluation, datasets: names, dataset, definitions, derived: derivedOf(dataset.set, definitions) };
  };

export type OpenVariables = ReturnType<typeof openVariables>;
