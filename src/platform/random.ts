import { randomBytes } from 'node:crypto';

/** A source of chance: the next number in [0, 1). */
export type Random = () => number;

/** Repeatable chance for demonstration data and tests: mulberry32, public domain (T. Ettinger, 2017). */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const READABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Unguessable readable characters, without modulo bias. */
const readable = (length: number): string => {
  let text = '';
  while (text.length < length)
    for (const byte of randomBytes(length * 2)) {
      if (byte < 240 && text.length < length) text += READABLE.charAt(byte % READABLE.length);
    }
  return text;
};

/** A code that a person copies by hand, `7F3K-22QD`: 39 bits. */
export const readableCode = (): string => `${readable(4)}-${readable(4)}`;

/** A secret in an address: 24 characters, 117 bits. */
export const secretToken = (): string => readable(24);
