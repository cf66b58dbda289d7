import { isSameNumber, type OpenLink } from './make-link';
import { linkNotFound } from './problems';
import { readNumber, type ReadNumberNeeds } from './read-number';
import type { LinkStore } from './store';

/**
 * The number behind a permanent address, worked out again.
 *
 * @throws Problem `number-proof.link-not-found`, and those of `readNumber`
 */
export const openLink =
  (needs: ReadNumberNeeds & { readonly store: LinkStore }) =>
  async (code: string): Promise<OpenLink> => {
    const link = await needs.store.find(code);
    if (link === undefined) throw linkNotFound();
    const proof = await readNumber(needs)(link.evaluationId, link.wanted, link.cut);
    const now = proof.value?.value ?? null;
    return { link, proof, isSame: now !== null && isSameNumber(now, link.value) };
  };
