import type { OpenDataset } from '../../analysis';
import type { Evaluation } from '../../evaluations';
import type { FindingsNeeds } from '../needs';

export type Variable = OpenDataset['set']['variables'] extends ReadonlyMap<string, infer One> ? One : never;

/** All data sets that the number of an indicator can be counted from. */
export const readVariables =
  ({ analysis }: Pick<FindingsNeeds, 'analysis'>) =>
  async (evaluation: Evaluation): Promise<readonly OpenDataset[]> => {
    const datasets = await analysis.datasets.list(evaluation);
    const opened = await Promise.all(datasets.map(({ code }) => analysis.datasets.open(evaluation, code)));
    return opened.filter((one) => one !== undefined);
  };

export const findVariable = (
  datasets: readonly OpenDataset[],
  { dataset, variable }: { readonly dataset: string; readonly variable: string },
): Variable | undefined => datasets.find(({ code }) => code === dataset)?.set.variables.get(variable);

const FEWEST_POINTS = 3;
const POINTS_OF_RECOMMENDATION = 11;

/** Measures that can be worked out of a variable. */
export const measuresOf = (variable: Variable): readonly string[] => {
  if (variable.kind === 'text') return [];
  if (variable.kind === 'set') return ['udzial'];
  if (variable.kind === 'number') return ['srednia', 'mediana'];
  const points = variable.categories.flatMap(({ value, missing }) =>
    value === null || missing !== null ? [] : [value],
  );
  if (points.length < FEWEST_POINTS) return ['udzial'];
  const isRecommendation = points.length === POINTS_OF_RECOMMENDATION && Math.min(...points) === 0;
  return ['udzial', ...(isRecommendation ? ['nps'] : ['dwie-najwyzsze', 'dwie-najnizsze']), 'srednia', 'mediana'];
};

export const categoriesOf = (variable: Variable) =>
  variable.kind === 'category' || variable.kind === 'set' ? variable.categories : [];
