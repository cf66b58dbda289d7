import type { DeskNeeds } from '../desk-needs';

/** Development spheres as clients, local governments and experts rank them. */
export const createSpheres = (_needs: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
});

export type Spheres = ReturnType<typeof createSpheres>;
