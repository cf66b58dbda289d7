/** Longest text that a translation may be. */
export const LONGEST_TEXT = 4_000;

/** Characters that are not seen but change how the text around them is read. */
const UNSEEN = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\p{Noncharacter_Code_Point}]/gu;

/** Line ends as one character; nothing that cannot be seen, nothing blank around. */
export const cleanTranslation = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' ? character : ' '))
    .replace(UNSEEN, '')
    .trim();

/** True when two texts differ at most in what cannot be seen, such as line ends of another system. */
export const isSameText = (one: string, other: string): boolean => cleanTranslation(one) === cleanTranslation(other);
