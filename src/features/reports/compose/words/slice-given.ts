import type { GivenTable } from '../../../analysis';

/** Some of the questions of a given table: nothing is counted anew, nothing more is told. */
export const sliceGiven = (given: GivenTable, variables: readonly string[]): GivenTable => {
  const kept = new Set(variables);
  return {
    ...given,
    request: { ...given.request, rows: given.request.rows.filter((name) => kept.has(name)) },
    table: {
      ...given.table,
      request: { ...given.table.request, rows: given.table.request.rows.filter((name) => kept.has(name)) },
      blocks: given.table.blocks.filter(({ variable }) => kept.has(variable)),
    },
    names: given.names.filter(({ name }) => kept.has(name) || !given.request.rows.includes(name)),
    wordings: given.wordings.filter(({ variable }) => kept.has(variable)),
  };
};
