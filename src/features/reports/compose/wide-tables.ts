import type { GivenTable } from '../../analysis';
import {
  closedQuestions,
  comparisonCodeOf,
  criterionOf,
  itemOf,
  linesOf,
  type OpenDataset,
  type Variable,
} from './datasets';
import { sliceGiven } from './words/slice-given';
import { bannerOf, type Overview } from './overview';
import type { LiveSource } from '../domain';
import type { TableDesk } from './table-desk';

/**
 * Closed questions of a data set by institution. A report with all questions asks for all of them in as few tables as can be,
 * and all its parts cut theirs out of these: a number has one publication. Another report
 * asks for those that its parts tell.
 */
export interface WideTables {
  /** Undefined where it is not asked or nothing may be told. */
  cut(dataset: OpenDataset, variables: readonly string[]): Promise<GivenTable | undefined>;
}

/** Lines of one table; the tables desk gives at most 2000. */
const MOST_LINES = 1_200;

export const createWideTables = (tables: TableDesk, overview: Overview, hasAll: boolean): WideTables => {
  const source =
    (dataset: OpenDataset) =>
    (rows: readonly string[]): LiveSource => ({
      dataset: dataset.code,
      rows,
      columns: bannerOf(overview, dataset),
      weight: null,
      filter: [],
    });
  return {
    cut: async (dataset, variables) => {
      if (variables.length === 0) return undefined;
      const known = closedQuestions(dataset).filter((variable) => hasAll || isTold(variable));
      const isKnown = variables.every((name) => known.some((variable) => variable.name === name));
      const rows = isKnown ? known : wholeQuestions(dataset, variables);
      const whole = (await askInParts(rows, tables, source(dataset))).find(({ table }) =>
        variables.every((name) => table.blocks.some(({ variable }) => variable === name)),
      );
      return whole && sliceGiven(whole, variables);
    },
  };
};

/** Questions with a meaning of their own, ratings of quality, preferences. */
const isTold = (variable: Variable): boolean =>
  comparisonCodeOf(variable) !== null || ['jakosc', 'preferencje'].includes(criterionOf(variable) ?? '');

/** With all other statements of the same question. */
const wholeQuestions = (dataset: OpenDataset, names: readonly string[]): readonly Variable[] => {
  const questions = closedQuestions(dataset);
  const items = new Set(questions.filter(({ name }) => names.includes(name)).map(itemOf));
  return questions.filter((variable) => items.has(itemOf(variable)));
};

/** What may be told of these variables, in tables that are not too long. */
export const askInParts = async (
  variables: readonly Variable[],
  tables: TableDesk,
  sourceOf: (rows: readonly string[]) => LiveSource,
): Promise<readonly GivenTable[]> => {
  const given: GivenTable[] = [];
  for (const rows of inParts(variables)) {
    const answer = await tables.ask(sourceOf(rows));
    if (answer.kind === 'given') given.push(answer.given);
  }
  return given;
};

/** Statements of one question stay together. */
const inParts = (variables: readonly Variable[]): readonly (readonly string[])[] => {
  const parts: string[][] = [];
  let lines = Infinity;
  let item = '';
  for (const variable of variables) {
    const own = itemOf(variable);
    if (lines + linesOf(variable) > MOST_LINES && own !== item) {
      parts.push([]);
      lines = 0;
    }
    parts.at(-1)?.push(variable.name);
    lines += linesOf(variable);
    item = own;
  }
  return parts;
};
