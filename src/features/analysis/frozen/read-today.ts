import { Problem } from '../../../platform/problems';
import { isEstimate, numbersOf } from '../domain/frozen/numbers-of';
import type { DisclosedTable } from '../domain/tables';
import type { FrozenTable, TableToday } from './frozen-table';
import { previewTable, type PreviewNeeds } from './preview-table';

/** The same request on all answers of today. */
export const readToday =
  (needs: PreviewNeeds) =>
  async (frozen: FrozenTable): Promise<TableToday> => {
    const { dataset, request, level, evaluationId } = frozen;
    const today = await previewTable(needs)(evaluationId, { dataset: dataset.code, request, level }).catch(orNothing);
    return { frozen, today, moved: today === null ? NOTHING : movedBetween(frozen.table, today.table) };
  };

const NOTHING = { numbers: 0, changed: 0, largest: 0 };

/** What can no longer be asked is refused with a sentence; here it is an answer. */
const orNothing = (error: unknown): null => {
  if (error instanceof Problem) return null;
  throw error;
};

const movedBetween = (told: DisclosedTable, today: DisclosedTable): TableToday['moved'] => {
  const now = numbersOf(today);
  const moves = [...numbersOf(told)].flatMap(([place, value]) => {
    const other = now.get(place);
    return isEstimate(place) && typeof value === 'number' && typeof other === 'number' ? [Math.abs(other - value)] : [];
  });
  return {
    numbers: moves.length,
    changed: moves.filter((move) => move > 0).length,
    largest: Math.max(0, ...moves),
  };
};
