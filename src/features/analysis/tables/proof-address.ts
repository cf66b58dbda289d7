import type { SummaryKind, TableColumn, TableRequest } from '../domain/tables';
import { encodePart } from './address-parts';
import type { ShownValue } from './inputs';
import { codesText, queryText, type Parameter } from './table-address';

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

const SUMMARIES: Readonly<Record<SummaryKind, string>> = {
  mean: 'srednia',
  median: 'mediana',
  'top-two': 'dwie-najwyzsze',
  'bottom-two': 'dwie-najnizsze',
  recommendation: 'nps',
};

export const measureOfSummary = (kind: SummaryKind): string => SUMMARIES[kind];

/** The number that a cell shows first. */
export const measureOfCell = (values: readonly ShownValue[]): string =>
  values
    .find((value) => value === 'wiersz' || value === 'ogolem' || value === 'kolumna')
    ?.replace('kolumna', 'udzial') ?? 'udzial';

/** Where a number proves itself; null for percentages of mentions and in merged columns. */
export const proofAddress = (
  { evaluationId, dataset, request }: Provable,
  { variable, code, measure, column }: ProvableNumber,
): string | null => {
  if (request.base === 'mentions' || column.merged !== undefined || column.within?.merged !== undefined) return null;
  const parameters: readonly (Parameter | null)[] = [
    ['zbior', dataset],
    ['wiersz', code === null ? encodePart(variable) : codesText({ variable, codes: codesOf(request, variable, code) })],
    column.variable === null ? null : ['kolumna', `${column.variable}:${encodePart(column.code ?? '')}`],
    ['miara', measure],
    request.weight === null ? null : ['waga', request.weight],
    ...request.filter.map((one): Parameter => ['filtr', codesText(one)]),
  ];
  return `/badania/${evaluationId}/liczba?${queryText(parameters.filter((one) => one !== null))}`;
};

/** Of a merged row the codes that it holds. */
const codesOf = ({ merges = [] }: TableRequest, variable: string, code: string): readonly string[] =>
  merges.find(
    (merge) => merge.variable === variable && merge.codes.toSorted().join('+') === code.split('+').toSorted().join('+'),
  )?.codes ?? [code];
