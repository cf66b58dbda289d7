import { attemptsLeft, isBeyondLimit, normaliseEmail, WINDOW_MS, type Account, type SignInForm } from './domain';
import type { AccountsNeeds } from './needs';

/** Refused and locked read the same for addresses that exist and those that do not. */
export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly account: Account }
  | { readonly kind: 'refused'; readonly attemptsLeft: number }
  | { readonly kind: 'locked'; readonly until: Date };

/**
 * Who knows the password of this address, with five tries in fifteen minutes. Each try is counted before its password
 * is looked at, so that many at once are still five.
 */
export const signIn =
  ({ store, passwords, fingerprint, clock }: AccountsNeeds) =>
  async ({ email, password }: SignInForm): Promise<SignInOutcome> => {
    const address = normaliseEmail(email);
    const print = fingerprint(address);
    const at = clock.now();
    const attempt = await store.countAttempt(print, at, WINDOW_MS);
    if (isBeyondLimit(attempt)) {
      await store.addAuditEvent({ at, kind: 'sign-in-locked', fingerprint: print });
      return { kind: 'locked', until: attempt.windowEndsAt };
    }

    const stored = await store.findByEmail(address);
    const matches = await passwords.matches(password, stored?.passwordHash);
    if (!matches || stored === undefined) {
      const who = stored === undefined ? { fingerprint: print } : { accountId: stored.account.id };
      await store.addAuditEvent({ at, kind: 'sign-in-refused', ...who });
      const left = attemptsLeft(attempt);
      return left > 0 ? { kind: 'refused', attemptsLeft: left } : { kind: 'locked', until: attempt.windowEndsAt };
    }

    await store.forgetAttempts(print);
    await store.addAuditEvent({ at, kind: 'signed-in', accountId: stored.account.id });
    return { kind: 'signed-in', account: stored.account };
  };
