import { LEVEL, type FilterCondition } from './domain/tables';
import { addressOfTable } from './tables/addressed-table';
import { encodePart } from './tables/address-parts';

/** What in a table a finding is about, as its door writes it. */
export interface DoorFocus {
  readonly variable: string;
  /** As in a number's address; `udzial` of codes. */
  readonly measure: string;
  readonly codes: readonly string[];
  readonly column: { readonly variable: string; readonly code: string } | null;
  readonly against: { readonly variable: string; readonly code: string } | null;
}

/** The form in which a table becomes a finding: the same state as on the tables page, and what it is about. */
export const findingDoor = (tableAddress: string, focus: DoorFocus | null = null): string => {
  const [path = '', query = ''] = tableAddress.split('?');
  const about = focus === null ? '' : `&skupienie=${encodeURIComponent(focusText(focus))}`;
  return `${path.replace(/\/tabele$/, '/wnioski/wyniki/nowy')}?${query}${about}`;
};

/** `J1a~srednia~~instytucja:polnoc~instytucja:poludnie` */
export const focusText = ({ variable, measure, codes, column, against }: DoorFocus): string =>
  [
    encodeFocusPart(variable),
    measure,
    codes.map(encodeFocusPart).join(','),
    ...[column, against].map((one) =>
      one === null ? '' : `${encodeFocusPart(one.variable)}:${encodeFocusPart(one.code)}`,
    ),
  ].join('~');

const encodeFocusPart = (text: string): string => encodePart(text).replaceAll('~', '%7E');

export interface DoorTable {
  readonly dataset: string;
  readonly rows: readonly string[];
  readonly columns?: readonly string[];
  readonly filter?: readonly FilterCondition[];
  readonly weight?: string | null;
}

/** The same for what is no table itself, but can be asked as one. */
export const doorOfTable = (
  evaluationId: string,
  { dataset, rows, columns = [], filter = [], weight = null }: DoorTable,
): string =>
  findingDoor(addressOfTable(evaluationId, { dataset, request: { rows, columns, filter, weight }, level: LEVEL }));
