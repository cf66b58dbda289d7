/** Line ends, control signs and marks that turn the direction of what follows. */
const UNWANTED = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** On one line, without what would disturb the text around it. */
export const tidied = (label: string): string =>
  label
    .replaceAll(UNWANTED, ' ')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();

/** The beginning of a long text, cut at a space where there is one, with `…`. */
export const shortened = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const start = Array.from(text.slice(0, 2 * most))
    .slice(0, most - 1)
    .join('');
  const space = start.lastIndexOf(' ');
  return `${(space > most / 2 ? start.slice(0, space) : start).trimEnd()}…`;
};
