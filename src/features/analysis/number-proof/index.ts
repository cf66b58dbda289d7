import type { DeskNeeds } from '../desk-needs';
import type { Publications } from '../publications';
import { makeLink } from './make-link';
import { openLink } from './open-link';
import { readNumber } from './read-number';
import { createLinkStore } from './store';

export { isSummary, MEASURES, type Measure, type NumberWanted } from './number';
export { numberAddress } from './number-address';
export type { NumberProof } from './read-number';

/** What stands behind one number, and its permanent address. */
export const createNumberProof = ({ publications, ...needs }: DeskNeeds & { readonly publications: Publications }) => {
  const store = createLinkStore(needs.connection);
  return {
    /** Call once before the first request; links are found by their id. */
    ensureIndexes: (): Promise<void> => Promise.resolve(),
    readNumber: readNumber(needs),
    makeLink: makeLink({ ...needs, store, publications }),
    openLink: openLink({ ...needs, store }),
  };
};

export type NumberProofs = ReturnType<typeof createNumberProof>;
