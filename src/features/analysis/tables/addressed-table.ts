import type { TableRequest } from '../domain/tables';
import type { TableForm } from './inputs';
import { stateOf } from './save-view';
import { parametersOf, queryText, tableAddress } from './table-address';
import { wantedBy } from './wanted-by';

/** A table by its address: what can be counted, frozen and asked again. */
export interface AddressedTable {
  readonly dataset: string;
  readonly request: TableRequest;
  readonly level: number;
  /** Rows or columns are taken out of sight on the page; a frozen table has them. */
  readonly hidesSome: boolean;
  /** Address without its beginning, in one spelling. */
  readonly state: string;
}

/** What the state of the tables page asks for; undefined where it asks for nothing that can be counted. */
export const tableAt = (state: string): AddressedTable | undefined => {
  const query = stateOf(state);
  if (query === undefined) return undefined;
  const { dataset, request, level, hidden = [] } = wantedBy({ ...query, ...NO_FORM });
  return { dataset, request, level, hidesSome: hidden.length > 0, state: queryText(parametersOf(query)) };
};

const NO_FORM = { formularz: '', zmienna: '', kod: [], nazwa: '', akcja: '', zagniezdz: '' } as const satisfies Omit<
  TableForm,
  keyof NonNullable<ReturnType<typeof stateOf>>
>;

/** The tables page that shows this request of today's answers. */
export const addressOfTable = (
  evaluationId: string,
  { dataset, request, level }: Pick<AddressedTable, 'dataset' | 'request' | 'level'>,
): string =>
  tableAddress(evaluationId, {
    zbior: dataset,
    wiersze: [...request.rows],
    kolumny: [...request.columns],
    waga: request.weight ?? '',
    filtr: request.filter,
    polacz: request.merges ?? [],
    ukryj: [],
    podstawa: request.base === 'mentions' ? 'wskazania' : 'osoby',
    uklad: '',
    sortuj: '',
    wartosci: ['kolumna'],
    test: level === 0 ? 'bez' : level === 0.01 ? '0.01' : '0.05',
    rzetelnosc: '',
    odwroc: [],
  });
