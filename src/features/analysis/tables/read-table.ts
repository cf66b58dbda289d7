import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import {
  batteriesOf,
  discloseRequest,
  expandItems,
  leaveOut,
  sortRows,
  type Battery,
  type DisclosedTable,
  type FilterCondition,
  type LeftOut,
  type TableRequest,
} from '../domain/tables';
import { reliabilityOf, type Reliability } from '../domain/tables/reliability';
import { separatesFew } from '../domain/tables/separates-few';
import type { VariableSet } from '../domain/variables/variable';
import type { DatasetName, OpenDataset } from '../datasets';
import type { OpenDesk } from '../open-desk';
import { tellTaleFilter } from './problems';
import { refuseUnusable } from './refuse-unusable';

export interface ReadTableNeeds {
  readonly openDesk: OpenDesk;
}

export interface TableWanted {
  /** Code of the data set; empty: the first. */
  readonly dataset: string;
  readonly request: TableRequest;
  readonly level: number;
  /** Row variables of which a scale is made; null: no reliability is asked for. */
  readonly reversed: readonly string[] | null;
  /** Rows and columns taken out of sight. */
  readonly hidden?: readonly FilterCondition[];
  /** `ogolem` or the letter of a column. */
  readonly sortedBy?: string;
  /** Statements on one scale as one table: those asked for by their item, all neighbours, or none. */
  readonly gathered?: 'items' | 'all' | 'none';
}

export interface ReadTable {
  readonly evaluation: Evaluation;
  readonly datasets: readonly DatasetName[];
  readonly dataset: OpenDataset;
  /** Null while no rows are chosen. */
  readonly table: DisclosedTable | null;
  readonly leftOut: readonly LeftOut[];
  readonly batteries: readonly Battery[];
  readonly reliability: Reliability | null;
}

/**
 * A disclosed table of any variables of one data set.
 *
 * @throws Problem `tables.unknown-dataset`, `tables.tell-tale-filter` and those of `refuseUnusable`
 */
export const readTable =
  ({ openDesk }: ReadTableNeeds) =>
  async (evaluationId: EvaluationId, wanted: TableWanted): Promise<ReadTable> => {
    const { evaluation, datasets, dataset } = await openDesk(evaluationId, wanted.dataset);
    const { set } = dataset;
    const { smallestGroup } = evaluation;
    const { hidden = [], sortedBy = '', gathered = 'items', level, reversed } = wanted;
    const { rows, expanded } = expandItems(set, wanted.request.rows);
    const request = { ...wanted.request, rows };
    refuseUnusable(set, request, hidden);
    if (separatesFew(set, request.filter, smallestGroup)) throw tellTaleFilter({ smallestGroup });
    const made = rows.length === 0 ? null : leaveOut(discloseRequest(set, request, { level, smallestGroup }), hidden);
    return {
      evaluation,
      datasets,
      dataset,
      table: made && sortRows(made.table, sortedBy),
      leftOut: made?.leftOut ?? [],
      batteries: batteriesOf(set, rows, mayGather(gathered, expanded)),
      reliability: reversed === null ? null : reliabilityOf(set, request, { reversed, least: smallestGroup }),
    };
  };

const mayGather = (gathered: 'items' | 'all' | 'none', expanded: readonly string[]) => {
  const ofItems = new Set(expanded);
  return (name: string): boolean => gathered === 'all' || (gathered === 'items' && ofItems.has(name));
};

/** Variables as the page lists them. */
export const variablesOf = ({ variables }: VariableSet) => [...variables.values()];
