import type { Random } from '../../platform/random';

const HEX = '0123456789abcdef';
const READABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const characters = (random: Random, alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');

/** A UUID of version 4 that follows from the seed: repeatable, and secret to nobody. */
export const idFrom = (random: Random): string => {
  const hex = (length: number): string => characters(random, HEX, length);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${characters(random, '89ab', 1)}${hex(3)}-${hex(12)}`;
};

/** A receipt number that follows from the seed. */
export const readableCodeFrom = (random: Random): string =>
  `${characters(random, READABLE, 4)}-${characters(random, READABLE, 4)}`;
