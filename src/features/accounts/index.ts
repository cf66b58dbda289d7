import { createHmac } from 'node:crypto';
import type { Clock } from '../../platform/clock';
import type { AccountId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import { createAccount } from './create-account';
import { normaliseEmail, type Account, type NewAccount, type Role, type SignInForm } from './domain';
import { createPasswords } from './passwords';
import { signIn, type SignInOutcome } from './sign-in';
import { createAccountsStore } from './store';

export { actorOf, requireActor, requireRole } from './gates';
export { homeOf, type Account, type Actor, type NewAccount, type Role } from './domain';
export type { SignInOutcome } from './sign-in';

/** Who is asking: people, sign-in, roles, audit log. */
export interface Accounts {
  /** Call once before the first request. */
  ensureIndexes(): Promise<void>;
  createAccount(person: NewAccount): Promise<Account>;
  /** A new password for somebody who has an account; false when nobody has this address. */
  setPassword(email: string, password: string): Promise<boolean>;
  /** Whether somebody signs in with this address already. */
  hasAccount(email: string): Promise<boolean>;
  readAccount(id: AccountId): Promise<Account | undefined>;
  /** In the order of making. */
  listAccounts(role: Role): Promise<readonly Account[]>;
  signIn(form: SignInForm): Promise<SignInOutcome>;
  /** Writes down that a person left; the session itself belongs to `platform/http`. */
  signOut(id: AccountId): Promise<void>;
}

export interface AccountsSetup {
  readonly connection: Connection;
  readonly clock: Clock;
  /** Keys the fingerprints of addresses. */
  readonly secret: string;
}

export const createAccounts = ({ connection, clock, secret }: AccountsSetup): Accounts => {
  const store = createAccountsStore(connection);
  const fingerprint = (email: string) => createHmac('sha256', secret).update(email).digest('base64url');
  const needs = { store, passwords: createPasswords(), clock, fingerprint };
  return {
    ensureIndexes: store.ensureIndexes,
    createAccount: createAccount(needs),
    setPassword: async (email, password) =>
      store.setPasswordHash(normaliseEmail(email), await needs.passwords.hash(password)),
    hasAccount: async (email) => (await store.findByEmail(normaliseEmail(email))) !== undefined,
    readAccount: (id) => store.findAccount(id),
    listAccounts: store.findByRole,
    signIn: signIn(needs),
    signOut: (id) => store.addAuditEvent({ at: clock.now(), kind: 'signed-out', accountId: id }),
  };
};
