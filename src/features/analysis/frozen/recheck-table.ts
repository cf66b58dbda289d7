import type { FreezeNeeds } from './freeze-table';
import type { FrozenTable, Recheck } from './frozen-table';
import { giveTable } from './give-table';

/** Counts a frozen table again at its own cut. */
export const recheckTable =
  (needs: FreezeNeeds) =>
  async (frozen: FrozenTable): Promise<Recheck> => {
    const { opened, table } = await needs.publications.readPublication(frozen.publication);
    const { level, publication } = frozen;
    const found = await giveTable(needs)(frozen.evaluationId, { opened, table, level, publication });
    return {
      frozen,
      isSame: JSON.stringify(found.table) === JSON.stringify(frozen.table),
      differences: [],
      causes: [],
    };
  };
