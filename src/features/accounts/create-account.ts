import { newId } from '../../platform/ids';
import { normaliseEmail, type Account, type NewAccount } from './domain';
import type { AccountsNeeds } from './needs';
import { emailTaken, passwordTooShort } from './problems';

/** NIST SP 800-63B asks for 8; people who see a region's results get 12. */
const SHORTEST_PASSWORD = 12;

/** One person, one address, one role. */
export const createAccount =
  ({ store, passwords, clock }: AccountsNeeds) =>
  async ({ password, ...person }: NewAccount): Promise<Account> => {
    if (password.length < SHORTEST_PASSWORD) throw passwordTooShort(SHORTEST_PASSWORD);
    const account: Account = { ...person, id: newId<'account'>(), email: normaliseEmail(person.email) };
    const at = clock.now();
    const isNew = await store.addAccount({ account, passwordHash: await passwords.hash(password) }, at);
    if (!isNew) throw emailTaken();
    await store.addAuditEvent({ at, kind: 'account-created', accountId: account.id });
    return account;
  };
