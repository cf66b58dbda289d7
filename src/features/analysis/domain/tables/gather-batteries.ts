import { batteriesOf } from './batteries';
import { scaleEndsOf, type ScaleEnds } from './count-together';
import type { DisclosedBlock, DisclosedTable } from './disclose-table';
import type { NamedVariable } from './named-variable';

/** Statements on one scale that stand in one table, of one question where they were asked. */
export interface GatheredBattery {
  /** Code of the question; null for variables that were not asked. */
  readonly item: string | null;
  readonly blocks: readonly DisclosedBlock[];
  readonly ends: ScaleEnds;
}

/** A table that knows what its variables are called. */
export interface NamedTable {
  readonly table: DisclosedTable;
  readonly names: readonly NamedVariable[];
}

/** In the order of the rows; sensitive questions stand alone. */
export const gatherBatteries = ({ table, names }: NamedTable): readonly GatheredBattery[] => {
  const variables = new Map(names.map((named) => [named.name, named]));
  const isOpen = (name: string): boolean =>
    table.blocks.some(({ variable, sensitive }) => variable === name && !sensitive);
  return batteriesOf({ variables }, table.request.rows, isOpen).flatMap((battery) => {
    const items = new Set(battery.variables.map((name) => variables.get(name)?.item ?? null));
    return [...items].flatMap((item): readonly GatheredBattery[] => {
      const blocks = battery.variables
        .filter((name) => (variables.get(name)?.item ?? null) === item)
        .flatMap((name) => table.blocks.find(({ variable }) => variable === name) ?? []);
      const [first] = blocks;
      const named = first === undefined ? undefined : variables.get(first.variable);
      const ends = first === undefined || named === undefined ? null : scaleEndsOf(first, named);
      return ends === null || blocks.length < 2 ? [] : [{ item, blocks, ends }];
    });
  });
};
