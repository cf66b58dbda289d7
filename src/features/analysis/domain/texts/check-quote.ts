export type QuoteFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly most: number }
  /** A word that the answer has not, or not in this place. */
  | { readonly kind: 'foreign-word'; readonly word: string }
  | { readonly kind: 'contact' };

export const LONGEST_QUOTE = 2_000;

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that are the quoter's own stand in square brackets: `[imię]`, `[…]`. */
const withoutBrackets = (text: string): string => text.replace(/\[[^\]]*\]/g, ' ');

/**
 * A quote keeps the words of the answer in their order. Words may be left out; those put in their place stand in square
 * brackets.
 */
export const checkQuote = (quote: string, original: string, tellsContact: boolean): QuoteFault | null => {
  if (wordsOf(withoutBrackets(quote)).length === 0) return { kind: 'empty' };
  if (quote.length > LONGEST_QUOTE) return { kind: 'too-long', most: LONGEST_QUOTE };
  const words = wordsOf(original);
  let at = 0;
  for (const word of wordsOf(withoutBrackets(quote))) {
    while (at < words.length && words[at]?.toLowerCase() !== word.toLowerCase()) at += 1;
    if (at === words.length) return { kind: 'foreign-word', word };
    at += 1;
  }
  return tellsContact ? { kind: 'contact' } : null;
};
