import { createHash } from 'node:crypto';
import { secretToken } from '../../../platform/random';
import type { Clock } from '../../../platform/clock';
import { keyUnknown, tooManyKeys } from './problems';
import type { KeyHolder, MinutesStore } from './store';

const WINDOW_MS = 600_000;
const MOST_WRONG = 30;
const KEY = /^[2-9A-Z]{24}$/;

const fingerprintOf = (key: string): string => createHash('sha256').update(key).digest('base64url');

interface KeyNeeds {
  readonly clock: Clock;
  readonly store: Pick<MinutesStore, 'addKey' | 'findKey' | 'wrongKeys' | 'countWrongKey'>;
}

/** A personal link's secret; only its fingerprint is kept. */
export const makeKey =
  ({ clock, store }: KeyNeeds) =>
  async (holder: KeyHolder): Promise<string> => {
    const key = secretToken();
    await store.addKey(fingerprintOf(key), holder, clock.now());
    return key;
  };

/**
 * Whose link it is. Once too many wrong ones came from an address, right ones are refused alike.
 *
 * @throws Problem `minutes.key-unknown` · `minutes.too-many-keys`
 */
export const readKey =
  ({ clock, store }: KeyNeeds) =>
  async (typed: string, from: string): Promise<KeyHolder> => {
    const window = Math.floor(clock.now().getTime() / WINDOW_MS);
    if ((await store.wrongKeys(from, window)) >= MOST_WRONG) throw tooManyKeys();
    const key = typed.toUpperCase();
    const holder = KEY.test(key) ? await store.findKey(fingerprintOf(key)) : undefined;
    if (holder !== undefined) return holder;
    await store.countWrongKey(from, window);
    throw keyUnknown();
  };
