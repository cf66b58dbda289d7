import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import { crossTable, discloseTable, type DisclosedTable, type TableRequest } from '../domain/tables';
import { reliabilityOf, type Reliability } from '../domain/tables/reliability';
import { separatesFew } from '../domain/tables/separates-few';
import type { Variable, VariableSet } from '../domain/variables/variable';
import type { DatasetName } from '../datasets';
import type { OpenDesk } from '../open-desk';
import { tellTaleFilter, unknownVariable, unusableVariable } from './problems';

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
}

export interface ReadTable {
  readonly evaluation: Evaluation;
  readonly datasets: readonly DatasetName[];
  readonly dataset: DatasetName;
  /** Null while no rows are chosen. */
  readonly table: DisclosedTable | null;
  readonly reliability: Reliability | null;
  readonly variables: readonly Pick<Variable, 'name' | 'label' | 'kind' | 'level'>[];
}

/**
 * A disclosed table of any variables of one data set.
 *
 * @throws Problem `tables.unknown-dataset` · `tables.unknown-variable` · `tables.unusable-variable` · `tables.tell-tale-filter`
 */
export const readTable =
  ({ openDesk }: ReadTableNeeds) =>
  async (evaluationId: EvaluationId, { dataset: code, request, level, reversed }: TableWanted): Promise<ReadTable> => {
    const { evaluation, datasets, dataset } = await openDesk(evaluationId, code);
    const { set } = dataset;
    refuseUnusable(set, request);
    if (separatesFew(set, request.filter, evaluation.smallestGroup))
      throw tellTaleFilter({ smallestGroup: evaluation.smallestGroup });
    const table =
      request.rows.length === 0 ? null : discloseTable(crossTable(set, request, level), evaluation.smallestGroup);
    return {
      evaluation,
      datasets,
      dataset,
      table,
      reliability:
        reversed === null ? null : reliabilityOf(set, request, { reversed, least: evaluation.smallestGroup }),
      variables: [...set.variables.values()].map(({ name, label, kind, level: measure }) => ({
        name,
        label,
        kind,
        level: measure,
      })),
    };
  };

const refuseUnusable = ({ variables }: VariableSet, { rows, columns, weight, filter }: TableRequest): void => {
  const check = (name: string, isUsable: (variable: Variable) => boolean): void => {
    const variable = variables.get(name);
    if (variable === undefined) throw unknownVariable({ name });
    if (!isUsable(variable)) throw unusableVariable({ name });
  };
  for (const name of rows) check(name, ({ kind }) => kind !== 'text');
  for (const name of columns) check(name, ({ kind, sensitive }) => kind === 'category' && sensitive !== true);
  for (const { variable } of filter)
    check(variable, ({ kind, sensitive }) => (kind === 'category' || kind === 'set') && sensitive !== true);
  if (weight !== null) check(weight, ({ kind }) => kind === 'number');
};
