const ENOUGH = 220;

/** A full stop, and then a capital letter, a number or an opening quotation mark. */
const BETWEEN = /(?<=[.!?…]["”’)]?)\s+(?=[\p{Lu}\d„“"(])/u;

/** Whole sentences from the beginning, as many as have room; always the first. */
export const firstSentences = (text: string, most = ENOUGH): string => {
  let kept = '';
  for (const sentence of text.trim().split(BETWEEN)) {
    if (kept !== '' && kept.length + 1 + sentence.length > most) break;
    kept = kept === '' ? sentence : `${kept} ${sentence}`;
  }
  return kept;
};
