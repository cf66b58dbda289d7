import { dayOf } from '../../../platform/clock';
import { groupOf, sphereStanding, type Grouped, type ListedSphere } from '../domain';
import type { DeskNeeds } from '../needs';
import type { SphereDecisionStore } from './store';

/** What is published as preferred and holds today. */
export interface PreferredSpheres {
  /** Public page. */
  readonly address: string;
  readonly number: number;
  /** Calendar day of the version. */
  readonly day: string;
  readonly spheres: readonly ListedSphere[];
}

/** Null while nothing is published. */
export const readPreferred =
  ({ clock, store }: Pick<DeskNeeds, 'clock'> & { readonly store: SphereDecisionStore }) =>
  async (evaluation: Grouped): Promise<PreferredSpheres | null> => {
    const code = groupOf(evaluation);
    const list = await store.findList(code);
    if (list === undefined) return null;
    const today = dayOf(clock.now());
    return {
      address: `/p/sfery/${encodeURIComponent(code)}`,
      number: list.number,
      day: list.day,
      spheres: list.spheres.filter((one) => one.verdict === 'preferred' && sphereStanding(one, today) !== 'expired'),
    };
  };
