import type { Analysis } from '../../analysis';
import type { Evaluation } from '../../evaluations';

export type OpenDataset = NonNullable<Awaited<ReturnType<Analysis['datasets']['open']>>>;
export type Variable = OpenDataset['set']['variables'] extends ReadonlyMap<string, infer One> ? One : never;

/** Every data set of an evaluation: which questions it has, not what was answered. */
export const openDatasets = async (
  datasets: Analysis['datasets'],
  evaluation: Evaluation,
): Promise<readonly OpenDataset[]> => {
  const names = await datasets.list(evaluation);
  const opened = await Promise.all(names.map(({ code }) => datasets.open(evaluation, code)));
  return opened.filter((one) => one !== undefined);
};

export const INSTITUTION = 'instytucja';
export const CLIENT_TYPE = 'typ';

/** Questions that can be counted, in the order of asking. */
export const closedQuestions = ({ set }: OpenDataset): readonly Variable[] =>
  [...set.variables.values()].filter(({ kind, origin }) => kind !== 'text' && origin?.kind === 'item');

export const hasVariable = ({ set }: OpenDataset, name: string): boolean => set.variables.has(name);

/** Whether a name stands for anything: of partners no type of client is known. */
export const isKnownOfAnybody = ({ set }: OpenDataset, name: string): boolean => {
  const variable = set.variables.get(name);
  return variable?.kind === 'category' && variable.places.some((place) => place >= 0);
};

export const comparisonCodeOf = ({ origin }: Variable): string | null =>
  origin?.kind === 'item' ? origin.comparisonCode : null;

export const criterionOf = ({ origin }: Variable): string | null => (origin?.kind === 'item' ? origin.criterion : null);

export const itemOf = ({ name, origin }: Variable): string => (origin?.kind === 'item' ? origin.item : name);

/** Lines that it makes in a table: very long tables are asked for in parts. */
export const linesOf = (variable: Variable): number =>
  variable.kind === 'category' || variable.kind === 'set' ? variable.categories.length : 1;
