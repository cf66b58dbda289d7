import type { Draft } from './domain';
import type { Needs } from './needs';
import { refusalOfAll, type Visit } from './open-visit';
import { tooManyCodes } from './problems';

/** Generous, because one open link serves many; at 39 bits a code is still out of reach. */
const MOST_TRIES_AN_HOUR = 100;
const HOUR_MS = 3_600_000;

/** The draft behind a return code; undefined for a code that this invitation does not know. */
export const resumeDraft =
  (needs: Needs) =>
  async (visit: Visit, code: string): Promise<Draft | undefined> => {
    const refusal = refusalOfAll(needs)(visit);
    if (refusal !== undefined) throw refusal;
    const { token } = visit.invitation;
    const tries = await needs.stores.codeAttempts.countUp(token, Math.floor(needs.clock.now().getTime() / HOUR_MS));
    if (tries > MOST_TRIES_AN_HOUR) throw tooManyCodes(`/a/${token}`);
    return needs.stores.drafts.findByCode(token, code);
  };
