import { capitalised } from '../../../platform/i18n';
import type { DisclosedBlock, DisclosedTable } from '../domain/tables';
import type { TableQuery } from './inputs';
import type { Provable } from './proof-address';

/** What the blocks of one page share. */
export interface BlockContext {
  readonly table: DisclosedTable;
  readonly query: TableQuery;
  readonly provable: Provable;
  /** Names of variables as people read them. */
  readonly nameOf: (variable: string) => string;
  readonly level: number;
}

export const titleOf = ({ variable, label }: Pick<DisclosedBlock, 'variable' | 'label'>): string =>
  variable === label ? capitalised(label) : `${variable}. ${label}`;

/** The banner of a test, nested ones with their outer category. */
export const groupNameOf = (variable: string, { table, nameOf }: Pick<BlockContext, 'table' | 'nameOf'>): string => {
  const within = table.columns.find((column) => column.variable === variable)?.within;
  return within === undefined ? nameOf(variable) : `${nameOf(within.inner)} (${within.label})`;
};
