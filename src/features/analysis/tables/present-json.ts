import type { DisclosedBlock } from '../domain/tables';
import type { ReadTable } from './read-table';

/** The table unrounded; null cells are hidden. Shapes are documented in the help page on tables. */
export const presentTableJson = ({ evaluation, dataset, table, leftOut, reliability }: ReadTable) => ({
  evaluation: { id: evaluation.id, title: evaluation.title, state: evaluation.resultState },
  dataset: { code: dataset.code, title: dataset.title, kind: dataset.kind, dataCut: dataset.dataCut, cut: dataset.cut },
  smallestGroup: evaluation.smallestGroup,
  request: table?.request ?? null,
  n: table === null ? null : { all: table.all, filtered: hideFew(table.filtered, evaluation.smallestGroup) },
  columns: table?.columns ?? [],
  blocks: table?.blocks.map(presentBlock) ?? [],
  leftOut,
  reliability,
  variables:
    table === null
      ? [...dataset.set.variables.values()].map(({ name, label, kind, level }) => ({ name, label, kind, level }))
      : undefined,
});

const hideFew = (count: number, smallestGroup: number): number | null =>
  count > 0 && count < smallestGroup ? null : count;

/** Percentages are of those who were asked and answered. */
const presentBlock = (block: DisclosedBlock) => ({ ...block, base: 'answered' });
