import type { FilterCondition, Merge } from '../domain/tables';
import { encodePart } from './address-parts';
import type { TableForm, TableQuery } from './inputs';

/** A parameter of the address and its value. */
export type Parameter = readonly [name: string, value: string];

/** The state of the page without what is so by default. */
export const parametersOf = (query: Omit<TableQuery, 'format'>): readonly Parameter[] => [
  ...plain('zbior', query.zbior, ''),
  ...plain('wiersze', query.wiersze.join(','), ''),
  ...plain('kolumny', query.kolumny.join(','), ''),
  ...plain('waga', query.waga, ''),
  ...query.filtr.map((one): Parameter => ['filtr', codesText(one)]),
  ...query.polacz.map((one): Parameter => ['polacz', mergeText(one)]),
  ...query.ukryj.map((one): Parameter => ['ukryj', codesText(one)]),
  ...plain('podstawa', query.podstawa, 'osoby'),
  ...plain('uklad', query.uklad, ''),
  ...plain('sortuj', query.sortuj, ''),
  ...plain('wartosci', query.wartosci.join(','), 'kolumna'),
  ...plain('test', query.test, '0.05'),
  ...plain('rzetelnosc', query.rzetelnosc, ''),
  ...plain('odwroc', query.odwroc.join(','), ''),
];

const plain = (name: string, value: string, usual: string): readonly Parameter[] =>
  value === usual ? [] : [[name, value]];

export const codesText = ({ variable, codes }: FilterCondition): string =>
  `${encodePart(variable)}:${codes.map(encodePart).join(',')}`;

const mergeText = ({ variable, codes, label }: Merge): string =>
  `${encodePart(variable)}:${codes.map(encodePart).join('+')}${label === null ? '' : `=${encodePart(label)}`}`;

/** Commas, colons and the like stay readable. */
export const queryText = (parameters: readonly Parameter[]): string =>
  parameters
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%(2C|3A|3E|3D)/g, decodeURIComponent)}`)
    .join('&');

/** The page's address, with some of its state changed. */
export const tableAddress = (
  evaluationId: string,
  query: Omit<TableQuery, 'format'>,
  change: Partial<TableQuery> = {},
): string => {
  const { format } = change;
  const parameters = [
    ...parametersOf({ ...query, ...change }),
    ...(format === undefined ? [] : [['format', format] as const]),
  ];
  const text = queryText(parameters);
  return `/badania/${evaluationId}/tabele${text === '' ? '' : `?${text}`}`;
};

/** What the form asks for, as the state of the page. */
export const queryOfForm = (form: TableForm): TableQuery => {
  const { formularz: _, zmienna, kod, nazwa, akcja, zagniezdz, ...query } = form;
  const kolumny =
    zagniezdz === ''
      ? query.kolumny
      : query.kolumny.map((name) => (canBeDivided(name, zagniezdz) ? `${name}>${zagniezdz}` : name));
  if (zmienna === '' || kod.length === 0 || akcja === '') return { ...query, kolumny };
  const chosen = { variable: zmienna, codes: kod };
  switch (akcja) {
    case 'filtr':
      return { ...query, kolumny, filtr: [...others(query.filtr, zmienna), chosen] };
    case 'ukryj':
      return { ...query, kolumny, ukryj: [...others(query.ukryj, zmienna), chosen] };
    case 'polacz': {
      const label = nazwa === '' ? null : nazwa;
      return {
        ...query,
        kolumny,
        polacz: kod.length < 2 ? query.polacz : withMerge(query.polacz, { ...chosen, label }),
      };
    }
  }
};

/** A category is in one merge at most: the newest takes it. */
export const withMerge = (merges: readonly Merge[], added: Merge): readonly Merge[] => [
  ...merges.filter(
    ({ variable, codes }) => variable !== added.variable || !codes.some((code) => added.codes.includes(code)),
  ),
  added,
];

const canBeDivided = (name: string, by: string): boolean => !name.includes('>') && name !== by;

const others = (conditions: readonly FilterCondition[], variable: string): readonly FilterCondition[] =>
  conditions.filter((one) => one.variable !== variable);
