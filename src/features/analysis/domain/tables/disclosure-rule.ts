import type { DisclosedTable } from './disclose-table';
import type { RawTable } from './table';

/** What a table is made and protected by. */
export interface DisclosureRule {
  /** Probability below which a difference is called significant. */
  readonly level: number;
  readonly smallestGroup: number;
  /** Hides more, because of what was told elsewhere; absent: nothing else is known. */
  readonly withhold?: (table: DisclosedTable, raw: RawTable) => DisclosedTable;
}
