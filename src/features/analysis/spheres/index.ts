import type { DeskNeeds } from '../desk-needs';
import { readSpheres } from './read-spheres';

/** Development spheres as clients, local governments and experts rank them. */
export const createSpheres = (needs: DeskNeeds) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  readSpheres: readSpheres(needs),
});

export type Spheres = ReturnType<typeof createSpheres>;
