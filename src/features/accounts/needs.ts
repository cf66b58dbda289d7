import type { Clock } from '../../platform/clock';
import type { Passwords } from './passwords';
import type { AccountsStore } from './store';

/** What the acts of this chapter are made with. */
export interface AccountsNeeds {
  readonly store: AccountsStore;
  readonly passwords: Passwords;
  readonly clock: Clock;
  /** A keyed hash of an address, the same for every try with it. */
  readonly fingerprint: (email: string) => string;
}
