import { plainText } from '../plain-text';

/** Longest text that a translation may be. */
export const LONGEST_TEXT = 4_000;

/** Longer than any translation may be, so that its own limit is what people are told of. */
const LONGEST_READ = 20_000;

/** Through the one sanitiser of the house, letters in one form. */
export const cleanTranslation = (text: string): string => plainText(text.normalize('NFC'), LONGEST_READ).text;

/** True when two texts differ at most in what cannot be seen, such as line ends of another system. */
export const isSameText = (one: string, other: string): boolean => cleanTranslation(one) === cleanTranslation(other);
