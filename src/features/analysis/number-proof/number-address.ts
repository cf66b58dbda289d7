import { encodePart } from '../tables/address-parts';
import type { NumberWanted } from './number';

const conditionsOf = ({ filter }: NumberWanted): readonly (readonly [string, string])[] =>
  filter.map(({ variable, codes }) => ['filtr', `${encodePart(variable)}:${codes.map(encodePart).join(',')}`] as const);

const plain = (name: string, value: string): readonly (readonly [string, string])[] =>
  value === '' ? [] : [[name, value]];

/** What the address of a number's page says. */
export const numberAddress = (wanted: NumberWanted): readonly (readonly [string, string])[] => {
  const { dataset, row, column, measure, weight } = wanted;
  const codes = row.codes.length === 0 ? '' : `:${row.codes.map(encodePart).join(',')}`;
  return [
    ...plain('zbior', dataset),
    ['wiersz', `${encodePart(row.variable)}${codes}`],
    ...plain('kolumna', column === null ? '' : `${encodePart(column.variable)}:${encodePart(column.code)}`),
    ...plain('miara', measure === 'udzial' ? '' : measure),
    ...plain('waga', weight ?? ''),
    ...conditionsOf(wanted),
  ];
};

/** The table in which the number stands. */
export const numberTableAddress = (evaluationId: string, wanted: NumberWanted): string => {
  const { dataset, row, column, weight } = wanted;
  const [outer = '', inner] = (column?.variable ?? '').split('>');
  const columns = inner === undefined ? outer : `${outer.slice(0, outer.lastIndexOf(':'))}>${inner}`;
  const parameters = [
    ...plain('zbior', dataset),
    ['wiersze', row.variable] as const,
    ...plain('kolumny', columns),
    ...plain('waga', weight ?? ''),
    ...conditionsOf(wanted),
  ];
  return `/badania/${evaluationId}/tabele?${new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString()}`;
};
