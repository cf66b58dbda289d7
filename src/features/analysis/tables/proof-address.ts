import type { TableColumn, TableRequest } from '../domain/tables';
import { queryText, codesText, type Parameter } from './table-address';

export interface Provable {
  readonly evaluationId: string;
  readonly dataset: string;
  readonly request: TableRequest;
}

/** A number of a table: a row or a summary of a variable, in a column. */
export interface ProvableNumber {
  readonly variable: string;
  /** Null for a number of the whole variable. */
  readonly code: string | null;
  readonly measure: string;
  readonly column: TableColumn;
}

/** Where a number proves itself; null for merged categories and other percentages, which are sums of numbers that do. */
export const proofAddress = (
  { evaluationId, dataset, request }: Provable,
  { variable, code, measure, column }: ProvableNumber,
): string | null => {
  const { merges = [], base } = request;
  const isMerged = (name: string, one: string | null): boolean =>
    merges.some((merge) => merge.variable === name && (one === null || !merge.codes.includes(one) ? false : true)) ||
    (one !== null && merges.some((merge) => merge.variable === name && one === merge.codes.join('+')));
  const { within } = column;
  if (base === 'mentions' || column.merged !== undefined || within?.merged !== undefined) return null;
  if (isMerged(variable, code)) return null;
  const inner = within?.inner ?? column.variable;
  const parameters: readonly (Parameter | null)[] = [
    ['zbior', dataset],
    ['wiersz', code === null ? variable : `${variable}:${code}`],
    inner === null ? null : ['kolumna', `${inner}:${column.code ?? ''}`],
    ['miara', measure],
    request.weight === null ? null : ['waga', request.weight],
    ...request.filter.map((one): Parameter => ['filtr', codesText(one)]),
    within === undefined ? null : ['filtr', codesText({ variable: within.variable, codes: [within.code] })],
  ];
  return `/badania/${evaluationId}/liczba?${queryText(parameters.filter((one) => one !== null))}`;
};
