import type { AccountId } from '../../platform/ids';
import { insertOnce, type Connection } from '../../platform/storage';
import type { Account, Attempt, Role } from './domain';

interface AccountDocument {
  _id: AccountId;
  email: string;
  name: string;
  title: string;
  role: Role;
  institution?: string;
  passwordHash: string;
  createdAt: Date;
}

interface AttemptsDocument {
  _id: string;
  count: number;
  windowEndsAt: Date;
}

/** What happened to whom. Passwords never; addresses only as a keyed fingerprint, and only of unknown people. */
export interface AuditEvent {
  readonly at: Date;
  readonly kind: 'account-created' | 'signed-in' | 'sign-in-refused' | 'sign-in-locked' | 'signed-out';
  readonly accountId?: AccountId;
  readonly fingerprint?: string;
}

export interface StoredAccount {
  readonly account: Account;
  readonly passwordHash: string;
}

const toStored = ({ _id, passwordHash, createdAt: _createdAt, ...person }: AccountDocument): StoredAccount => ({
  account: { id: _id, ...person } as Account,
  passwordHash,
});

/** True when written, false when a unique key is taken. */
const wasInserted = async (insertion: Promise<unknown>): Promise<boolean> => {
  return insertOnce(insertion);
};

const createAttemptsStore = (connection: Connection) => {
  const attempts = connection.collection<AttemptsDocument>('signInAttempts');

  /** Counts one more try, in a window that starts with the first. Atomic: parallel tries get different numbers. */
  const countAttempt = async (fingerprint: string, now: Date, windowMs: number): Promise<Attempt> => {
    const current = await attempts.findOneAndUpdate(
      { _id: fingerprint, windowEndsAt: { $gt: now } },
      { $inc: { count: 1 } },
      { returnDocument: 'after' },
    );
    if (current) return { number: current.count, windowEndsAt: current.windowEndsAt };
    await attempts.deleteOne({ _id: fingerprint, windowEndsAt: { $lte: now } });
    const windowEndsAt = new Date(now.getTime() + windowMs);
    const isFirst = await wasInserted(attempts.insertOne({ _id: fingerprint, count: 1, windowEndsAt }));
    return isFirst ? { number: 1, windowEndsAt } : countAttempt(fingerprint, now, windowMs);
  };

  return {
    ensureIndexes: () => attempts.createIndex({ windowEndsAt: 1 }, { expireAfterSeconds: 0 }, {}),
    countAttempt,
    forgetAttempts: async (fingerprint: string): Promise<void> => {
      await attempts.deleteOne({ _id: fingerprint });
    },
  };
};

export const createAccountsStore = (connection: Connection) => {
  const accounts = connection.collection<AccountDocument>('accounts');
  const auditEvents = connection.collection<AuditEvent>('auditEvents');
  const { ensureIndexes, ...attempts } = createAttemptsStore(connection);
  return {
    ...attempts,

    ensureIndexes: async (): Promise<void> => {
      await accounts.createIndex({ email: 1 }, { unique: true }, {});
      await auditEvents.createIndex({ at: 1 }, {}, {});
      await ensureIndexes();
    },

    /** False when the address is taken. */
    addAccount: ({ account: { id, ...person }, passwordHash }: StoredAccount, createdAt: Date): Promise<boolean> =>
      wasInserted(accounts.insertOne({ _id: id, ...person, passwordHash, createdAt })),

    /** False when nobody has this address. */
    setPasswordHash: async (email: string, passwordHash: string): Promise<boolean> =>
      (await accounts.updateOne({ email }, { $set: { passwordHash } })).matchedCount === 1,

    findAccount: async (id: AccountId): Promise<Account | undefined> => {
      const found = await accounts.findOne({ _id: id });
      return found === null ? undefined : toStored(found).account;
    },

    /** In the order of making. */
    findByRole: async (role: Role): Promise<readonly Account[]> =>
      (await accounts.find({ role }).sort({ createdAt: 1, _id: 1 }).toArray()).map((found) => toStored(found).account),

    findByEmail: async (email: string): Promise<StoredAccount | undefined> => {
      const found = await accounts.findOne({ email });
      return found === null ? undefined : toStored(found);
    },

    addAuditEvent: async (event: AuditEvent): Promise<void> => {
      await auditEvents.insertOne({ ...event });
    },
  };
};

export type AccountsStore = ReturnType<typeof createAccountsStore>;
