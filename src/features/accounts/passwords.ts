import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default kind) with the first configuration of the OWASP Password Storage Cheat Sheet: 19 MiB, t = 2, p = 1. */
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long when there is no account, so that time does not tell which addresses exist. */
  matches(password: string, stored: string | undefined): Promise<boolean>;
}

export const createPasswords = (): Passwords => {
  const nobodys = hash(randomBytes(24), STRENGTH);
  return {
    hash: (password) => hash(password.normalize('NFC'), STRENGTH),
    matches: async (password, stored) => {
      const same = await verify(stored ?? (await nobodys), password.normalize('NFC'));
      return same && stored !== undefined;
    },
  };
};
