import type { FilterCondition, TableRequest } from '../domain/tables';

/** What a number says: a share of the column, of the row or of everyone, or a summary of a scale or a number. */
export const MEASURES = [
  'udzial',
  'wiersz',
  'ogolem',
  'srednia',
  'mediana',
  'dwie-najwyzsze',
  'dwie-najnizsze',
  'nps',
] as const;
export type Measure = (typeof MEASURES)[number];

/** One number of one table. */
export interface NumberWanted {
  readonly dataset: string;
  /** Codes are counted together; empty for a summary. */
  readonly row: { readonly variable: string; readonly codes: readonly string[] };
  /** A column as a table names it; null: the total. */
  readonly column: { readonly variable: string; readonly code: string } | null;
  readonly measure: Measure;
  readonly weight: string | null;
  readonly filter: readonly FilterCondition[];
}

export const isSummary = (measure: Measure): boolean => SUMMARY_OF[measure] !== null;

export const SUMMARY_OF = {
  udzial: null,
  wiersz: null,
  ogolem: null,
  srednia: 'mean',
  mediana: 'median',
  'dwie-najwyzsze': 'top-two',
  'dwie-najnizsze': 'bottom-two',
  nps: 'recommendation',
} as const;

export const SHARE_OF = { udzial: 'share', wiersz: 'rowShare', ogolem: 'totalShare' } as const;

/** The table in which the number stands, with all columns beside it: what is hidden there is hidden here. */
export const requestOf = ({ row, column, weight, filter }: NumberWanted): TableRequest => ({
  rows: [row.variable],
  columns: column === null ? [] : [plainName(column.variable)],
  weight,
  filter,
  ...(row.codes.length > 1 ? { merges: [{ variable: row.variable, codes: row.codes, label: null }] } : {}),
});

/** A nested banner `instytucja:polnoc>typ` is one of those that `instytucja>typ` makes. */
const plainName = (variable: string): string => {
  const [outer = '', inner] = variable.split('>');
  return inner === undefined ? outer : `${outer.slice(0, outer.lastIndexOf(':'))}>${inner}`;
};
