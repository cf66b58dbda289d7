import type { AccountId } from '../../../platform/ids';
import type { Actor, Role } from './actor';

interface Person {
  /** Lower-cased; the name to sign in with. */
  readonly email: string;
  readonly name: string;
  /** In the form the person gave: `Ewaluatorka`, `dyrektorka ROPS`. */
  readonly title: string;
}

/** Only a coordinator belongs to an institution, and always to one. */
type Duty =
  | { readonly role: Exclude<Role, 'coordinator'>; readonly institution?: never }
  | { readonly role: 'coordinator'; readonly institution: string };

export type Account = Person & Duty & { readonly id: AccountId };

export type NewAccount = Person & Duty & { readonly password: string };

export const toActor = (account: Account): Actor =>
  account.role === 'coordinator'
    ? { id: account.id, name: account.name, role: account.role, institution: account.institution }
    : { id: account.id, name: account.name, role: account.role };

/** One spelling of an address, for the account, its counter and its fingerprint. */
export const normaliseEmail = (email: string): string => email.trim().toLowerCase();
