import type { EvaluationId } from '../../../platform/ids';
import { encodePart } from '../tables/address-parts';
import type { ComparisonQuery } from './inputs';

type Field = readonly [name: string, value: string];

/** The state of the page as the fields of its address, without what is usual. */
export const fieldsOf = (query: ComparisonQuery): readonly Field[] =>
  [
    ['zbior', query.zbior],
    ['wedlug', query.wedlug],
    ['pytanie', query.pytanie],
    ['miara', query.miara],
    ['wobec', query.wobec],
    ...filterFields(query),
    ['waga', query.waga],
    ['prog_srednia', textOf(query.prog_srednia)],
    ['prog_odsetek', textOf(query.prog_odsetek)],
    ['prog_nps', textOf(query.prog_nps)],
    ['rodzina', query.rodzina === 'strona' ? '' : query.rodzina],
    ['kolejnosc', query.kolejnosc === 'kwestionariusz' ? '' : query.kolejnosc],
    ...(query.sklad ?? []).map((name): Field => ['sklad', name]),
  ].filter((field): field is [string, string] => field[1] !== '');

export const filterFields = ({ filtr }: Pick<ComparisonQuery, 'filtr'>): readonly Field[] =>
  filtr.map(({ variable, codes }) => ['filtr', `${encodePart(variable)}:${codes.map(encodePart).join(',')}`] as const);

const textOf = (value: number | null): string => (value === null ? '' : String(value));

export const addressOf = (
  evaluationId: EvaluationId,
  query: ComparisonQuery,
  change: Partial<ComparisonQuery> = {},
): string => {
  const changed = { ...query, ...change };
  const fields: readonly Field[] = [
    ...fieldsOf(changed),
    ...(changed.sklad?.length === 0 ? ([['sklad', '']] as const) : []),
    ...(changed.format === undefined ? [] : ([['format', changed.format]] as const)),
  ];
  const text = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return `/badania/${evaluationId}/porownanie${text === '' ? '' : `?${text}`}`;
};
