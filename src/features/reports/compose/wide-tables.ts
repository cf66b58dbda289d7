import type { GivenTable } from '../../analysis';
import { closedQuestions, linesOf, type OpenDataset, type Variable } from './datasets';
import { sliceGiven } from './words/slice-given';
import { bannerOf, type Overview } from './overview';
import type { LiveSource } from '../domain';
import type { TableDesk } from './table-desk';

/**
 * Every closed question of a data set by institution, asked for as few large tables. All generated parts cut theirs out of
 * these: a number has one publication, and a whole report is given in a few.
 */
export interface WideTables {
  /** Undefined where it is not asked or nothing may be told. */
  cut(dataset: OpenDataset, variables: readonly string[]): Promise<GivenTable | undefined>;
}

/** Lines of one table; the tables desk gives at most 2000. */
const MOST_LINES = 1_200;

export const createWideTables = (tables: TableDesk, overview: Overview): WideTables => {
  const known = new Map<string, Promise<readonly GivenTable[]>>();
  const allOf = (dataset: OpenDataset): Promise<readonly GivenTable[]> => {
    const asked = known.get(dataset.code) ?? askAll(tables, dataset, bannerOf(overview, dataset));
    known.set(dataset.code, asked);
    return asked;
  };
  return {
    cut: async (dataset, variables) => {
      const holds = (given: GivenTable): boolean =>
        variables.every((name) => given.table.blocks.some((block) => block.variable === name));
      const whole = variables.length === 0 ? undefined : (await allOf(dataset)).find(holds);
      return whole && sliceGiven(whole, variables);
    },
  };
};

const askAll = (tables: TableDesk, dataset: OpenDataset, columns: readonly string[]): Promise<readonly GivenTable[]> =>
  askInParts(closedQuestions(dataset), tables, (rows) => ({
    dataset: dataset.code,
    rows,
    columns,
    weight: null,
    filter: [],
  }));

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
    const own = variable.origin?.kind === 'item' ? variable.origin.item : variable.name;
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
