import type { Evaluation } from '../../evaluations';
import { groupOf, type ThematicGroup } from '../domain';
import type { DeskNeeds } from '../needs';

/** The lasting list of members of the thematic group. */
export const createGroups = (_: Pick<DeskNeeds, 'connection' | 'clock'>) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  /** Without members until somebody writes them down. */
  readGroup: (evaluation: Pick<Evaluation, 'id' | 'wojewodztwo'>): Promise<ThematicGroup> =>
    Promise.resolve({ id: groupOf(evaluation), name: '', members: [], revision: 0 }),
});

export type Groups = ReturnType<typeof createGroups>;
