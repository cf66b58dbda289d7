import type { Evaluation } from '../../evaluations';
import { chooseOutcome, findPairs } from '../domain/priorities';
import type { Datasets } from '../datasets';

/**
 * Where nobody says which: the first questionnaire that asks for importance, or else for an overall rating.
 *
 * @returns its code; empty where there is none
 */
export const chooseDataset = async (datasets: Datasets, evaluation: Evaluation): Promise<string> => {
  const names = (await datasets.list(evaluation)).filter(({ kind }) => kind === 'questionnaire');
  const opened = await Promise.all(names.map(({ code }) => datasets.open(evaluation, code)));
  const known = opened.filter((one) => one !== undefined);
  const found =
    known.find(({ set }) => findPairs(set) !== null) ?? known.find(({ set }) => chooseOutcome(set) !== null);
  return found?.code ?? '';
};
