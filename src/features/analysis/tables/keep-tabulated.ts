import type { Evaluation } from '../../evaluations';
import type { KeepDataset } from '../keep-dataset';
import type { Waves } from '../waves';
import type { ReadTableNeeds } from './read-table';

interface Needs {
  readonly dataset: KeepDataset;
  readonly waves: Pick<Waves, 'listWaves' | 'readWave'>;
}

/** What tables can be made of: the evaluation's own questionnaires, then the waves that were taken in. */
export const keepTabulated = ({ dataset, waves }: Needs): Pick<ReadTableNeeds, 'listDatasets' | 'readVariables'> => {
  const answersOf = (evaluation: Evaluation) => dataset(evaluation, { kind: 'all' });
  return {
    listDatasets: async (evaluation) => {
      const [{ questionnaires }, taken] = await Promise.all([answersOf(evaluation), waves.listWaves(evaluation.id)]);
      return [
        ...questionnaires.map(({ definition }) => ({ code: definition.code, title: definition.title })),
        ...taken.map(({ code, title }) => ({ code, title })),
      ];
    },
    readVariables: async (evaluation, code) => {
      const { questionnaires, variables } = await answersOf(evaluation);
      const own = questionnaires.find(({ definition }) => definition.code === code);
      return own === undefined ? waves.readWave(evaluation.id, code) : variables(own);
    },
  };
};
