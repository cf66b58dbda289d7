import type { FreezeNeeds } from './freeze-table';
import type { FrozenTable, TableToday } from './frozen-table';
import { previewTable } from './preview-table';

/** The same request on all answers of today. */
export const readToday =
  (needs: FreezeNeeds) =>
  async (frozen: FrozenTable): Promise<TableToday> => {
    const { dataset, request, level, evaluationId } = frozen;
    const { table, dataCut, respondents } = await previewTable(needs)(evaluationId, {
      dataset: dataset.code,
      request,
      level,
    });
    return { frozen, today: { table, dataCut, respondents }, moved: { numbers: 0, changed: 0, largest: 0 } };
  };
