/** Long enough for any honest label; what is longer is cut so that the rest of the page stays readable. */
export const LONGEST = { caption: 300, label: 220, head: 60, sub: 130, cell: 900 } as const;

const letters = new Intl.Segmenter('pl');

/** At most so many letters as people count them; no letter with its marks is torn. */
export const clip = (text: string, most: number): string => {
  const plain = text.replace(/[^\S\u00a0]+/g, ' ').trim();
  if (plain.length <= most) return plain;
  const kept: string[] = [];
  for (const { segment } of letters.segment(plain)) {
    if (kept.length >= most) return `${kept.slice(0, -1).join('').trimEnd()}…`;
    kept.push(segment);
  }
  return plain;
};
