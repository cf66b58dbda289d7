import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import type { PublishedVersion } from '../../questionnaires';
import type { Datasets, OpenDataset } from '../datasets';
import {
  discloseRequest,
  LEVEL,
  type AnswerStates,
  type Cell,
  type DisclosedTable,
  type SummaryCell,
} from '../domain/tables';
import { separatesFew } from '../domain/tables/separates-few';
import type { Variable } from '../domain/variables/variable';
import { refuseUnusable } from '../tables/refuse-unusable';
import { tellTaleFilter } from '../tables/problems';
import { isSummary, requestOf, SHARE_OF, SUMMARY_OF, type NumberWanted } from './number';
import { numberGone } from './problems';

export interface ReadNumberNeeds {
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  readonly datasets: Datasets;
  /** Newest first. */
  readonly listVersions: (id: EvaluationId) => Promise<readonly PublishedVersion[]>;
}

/** A number with everything that stands behind it. */
export interface NumberProof {
  readonly evaluation: Evaluation;
  readonly dataset: OpenDataset;
  readonly wanted: NumberWanted;
  readonly variable: Variable;
  readonly table: DisclosedTable;
  /** The same with every answer apart. */
  readonly distribution: DisclosedTable;
  /** Place of the column in the table. */
  readonly at: number;
  readonly value: NumberValue;
  /** The same with the weight taken off; null where there is none. */
  readonly unweighted: NumberValue | null;
  /** What the people of the column did with the question; null where that is not told. */
  readonly states: AnswerStates | null;
  /** Newest first; none of an imported wave. */
  readonly versions: readonly PublishedVersion[];
}

/** Null: hidden, or not defined for these answers. */
export type NumberValue =
  | (
      | { readonly kind: 'share'; readonly value: number | null; readonly cell: Cell }
      | { readonly kind: 'summary'; readonly value: number | null; readonly cell: SummaryCell }
    )
  | null;

/**
 * @param cut answers up to this sequence number; absent: all
 * @throws Problem `number-proof.gone`, `tables.tell-tale-filter` and those of `refuseUnusable`
 */
export const readNumber =
  (needs: ReadNumberNeeds) =>
  async (evaluationId: EvaluationId, wanted: NumberWanted, cut?: number): Promise<NumberProof> => {
    const evaluation = await needs.readEvaluation(evaluationId);
    const [first] = wanted.dataset === '' ? await needs.datasets.list(evaluation) : [];
    const dataset = await needs.datasets.open(evaluation, first?.code ?? wanted.dataset, cut);
    if (dataset === undefined) throw numberGone({ name: wanted.dataset });
    const request = requestOf(wanted);
    refuseUnusable(dataset.set, request, []);
    const variable = dataset.set.variables.get(wanted.row.variable);
    if (variable === undefined) throw numberGone({ name: wanted.row.variable });
    const { smallestGroup } = evaluation;
    if (separatesFew(dataset.set, request.filter, smallestGroup)) throw tellTaleFilter({ smallestGroup });
    const rule = { level: LEVEL, smallestGroup };
    const table = discloseRequest(dataset.set, request, rule);
    const apart = { ...request, merges: [] };
    const at = placeOf(table, wanted);
    const plain = wanted.weight === null ? null : discloseRequest(dataset.set, { ...request, weight: null }, rule);
    const versions = (await needs.listVersions(evaluationId)).filter(({ code }) => code === dataset.code);
    return {
      evaluation,
      dataset,
      wanted,
      variable,
      table,
      distribution: request.merges === undefined ? table : discloseRequest(dataset.set, apart, rule),
      at,
      value: valueIn(table, at, wanted),
      unweighted: plain && valueIn(plain, at, wanted),
      states: statesOf(dataset, table, at, { wanted, smallestGroup }),
      versions,
    };
  };

const placeOf = ({ columns }: DisclosedTable, { column }: NumberWanted): number => {
  if (column === null) return 0;
  const at = columns.findIndex(({ variable, code }) => variable === column.variable && code === column.code);
  if (at < 0) throw numberGone({ name: `${column.variable}:${column.code}` });
  return at;
};

const valueIn = ({ blocks: [block] }: DisclosedTable, at: number, { row, measure }: NumberWanted): NumberValue => {
  if (block === undefined) return null;
  if (isSummary(measure)) {
    const found = block.summaries.find(({ kind }) => kind === SUMMARY_OF[measure]);
    if (found === undefined) throw numberGone({ name: `${row.variable}, ${measure}` });
    const cell = found.cells[at] ?? null;
    return cell && { kind: 'summary', value: cell.value, cell };
  }
  const code = row.codes.join('+');
  const found = block.rows.find((line) => line.code === code || sameCodes(line.code, row.codes));
  if (found === undefined) throw numberGone({ name: `${row.variable}:${code}` });
  const cell = found.cells[at] ?? null;
  const key = measure in SHARE_OF ? SHARE_OF[measure as keyof typeof SHARE_OF] : 'share';
  return cell && { kind: 'share', value: cell[key], cell };
};

/** A merged row names its codes in the order of the categories. */
const sameCodes = (line: string, codes: readonly string[]): boolean =>
  line.split('+').toSorted().join('+') === [...codes].toSorted().join('+');

/** Of the people of one column: the column becomes a filter. Not told where it would set few apart. */
const statesOf = (
  { set }: OpenDataset,
  table: DisclosedTable,
  at: number,
  { wanted, smallestGroup }: { readonly wanted: NumberWanted; readonly smallestGroup: number },
): AnswerStates | null => {
  const [block] = table.blocks;
  const column = table.columns[at];
  if (block === undefined || column === undefined || block.hidden[at] !== null) return null;
  if (column.variable === null) return block.asked;
  if (column.within !== undefined) return null;
  const codes = column.merged ?? [column.code ?? ''];
  const filter = [...wanted.filter, { variable: column.variable, codes }];
  if (separatesFew(set, filter, smallestGroup)) return null;
  const request = { ...requestOf({ ...wanted, column: null }), filter };
  return discloseRequest(set, request, { level: LEVEL, smallestGroup }).blocks[0]?.asked ?? null;
};
