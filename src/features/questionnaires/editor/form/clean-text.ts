import { plainText } from '../../domain/plain-text';

/* Control characters but tab and line feed; overrides of the direction of writing; the mark of byte order. */
// eslint-disable-next-line no-control-regex -- these very characters are what is removed
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Longer than any field may be, so that the field's own limit is what people are told of. */
const LONGEST_READ = 20_000;

/** What an author wrote, as the plain text that everything shows: through the one sanitiser of the house. */
export const cleanText = (text: string): string => plainText(text, LONGEST_READ).text;

/** The same on one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\n+/g, ' ');

/** An expression keeps its signs, `<` among them; only what nobody can see is removed. */
export const cleanExpression = (text: string): string => text.replace(UNWANTED, '').replace(/\s+/g, ' ').trim();
