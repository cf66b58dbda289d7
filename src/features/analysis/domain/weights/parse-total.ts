import { LIMITS } from './rules';

export type ParsedNumber =
  | { readonly kind: 'empty' | 'not-number' | 'not-positive' | 'too-large' }
  | { readonly kind: 'number'; readonly value: number };

const SPACES = /[\s\u00A0\u202F\u2009]/g;
const PLAIN = /^\d{1,15}(?:[.,]\d{1,12})?$/;

/** A population total as people type it: `12 480`, `33,4`. Nothing is guessed. */
export const parseTotal = (text: string): ParsedNumber => {
  const plain = text.replace(SPACES, '').replace(/%$/, '');
  if (plain === '') return { kind: 'empty' };
  if (/^[-−]\d/.test(plain)) return { kind: 'not-positive' };
  if (!PLAIN.test(plain)) return { kind: 'not-number' };
  const value = Number(plain.replace(',', '.'));
  if (value === 0) return { kind: 'not-positive' };
  return value > LIMITS.total ? { kind: 'too-large' } : { kind: 'number', value };
};
