const sentences = new Intl.Segmenter('pl', { granularity: 'sentence' });

const ENOUGH = 200;

/** Whole sentences from the beginning, as many as have room; always the first. */
export const firstSentences = (text: string, most = ENOUGH): string => {
  let kept = '';
  for (const { segment } of sentences.segment(text)) {
    if (kept !== '' && kept.length + segment.trimEnd().length > most) break;
    kept += segment;
  }
  return kept.trimEnd();
};
