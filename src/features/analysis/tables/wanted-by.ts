import type { TableForm } from './inputs';
import { LEVELS } from './levels';
import type { TableWanted } from './read-table';

const GATHERED = { '': 'items', bateria: 'all', osobno: 'none' } as const;

/** What an address asks for. */
export const wantedBy = (query: TableForm): TableWanted => ({
  dataset: query.zbior,
  request: {
    rows: query.wiersze,
    columns: query.kolumny,
    weight: query.waga === '' ? null : query.waga,
    filter: query.filtr,
    ...(query.polacz.length === 0 ? {} : { merges: query.polacz }),
    ...(query.podstawa === 'osoby' ? {} : { base: 'mentions' as const }),
  },
  level: LEVELS[query.test],
  reversed: query.rzetelnosc === '1' ? query.odwroc : null,
  hidden: query.ukryj,
  sortedBy: query.sortuj,
  gathered: GATHERED[query.uklad],
});
