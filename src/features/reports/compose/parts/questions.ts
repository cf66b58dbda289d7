import type { GivenTable } from '../../../analysis';
import type { DisclosedBlock, SummaryCell, SummaryKind } from '../../../analysis/domain';
import type { Composing } from '../composing';
import { closedQuestions, comparisonCodeOf, itemOf, type OpenDataset, type Variable } from '../datasets';

/** The variables of one question, in the order of asking. */
export interface Question {
  readonly dataset: OpenDataset;
  readonly item: string;
  readonly variables: readonly Variable[];
}

export const questionsOf = (dataset: OpenDataset): readonly Question[] => {
  const questions: { dataset: OpenDataset; item: string; variables: Variable[] }[] = [];
  for (const variable of closedQuestions(dataset)) {
    const item = itemOf(variable);
    const last = questions.at(-1);
    if (last?.item === item) last.variables.push(variable);
    else questions.push({ dataset, item, variables: [variable] });
  }
  return questions;
};

/** Of our own questionnaires; imported waves have tables of their own. */
export const ownDatasets = async ({ material }: Pick<Composing, 'material'>): Promise<readonly OpenDataset[]> =>
  (await material.datasets()).filter(({ kind }) => kind === 'questionnaire');

export const cutQuestion = (
  { dataset, variables }: Question,
  { wide }: Pick<Composing, 'wide'>,
): Promise<GivenTable | undefined> =>
  wide.cut(
    dataset,
    variables.map(({ name }) => name),
  );

/** A question by its meaning, and its block in a given table. */
export const findMeaning = async (
  dataset: OpenDataset,
  meaning: string,
  { wide }: Pick<Composing, 'wide'>,
): Promise<{ readonly given: GivenTable; readonly block: DisclosedBlock } | undefined> => {
  const variable = closedQuestions(dataset).find((one) => comparisonCodeOf(one) === meaning);
  if (variable === undefined) return undefined;
  const given = await wide.cut(dataset, [variable.name]);
  const block = given?.table.blocks[0];
  return given === undefined || block === undefined ? undefined : { given, block };
};

export const summaryCell = (block: DisclosedBlock, kind: SummaryKind, at = 0): SummaryCell | null =>
  block.summaries.find((row) => row.kind === kind)?.cells[at] ?? null;
