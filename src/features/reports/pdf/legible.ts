import type { ReportTree } from '../domain';
import type { Fonts } from './fonts';

/** Signs that Plex lacks and a reader would miss. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '▲': '↑',
  '▼': '↓',
  '\u202f': '\u00a0',
  '\u2011': '-',
  '\t': ' ',
  '\n': ' ',
};

/** A copy of the tree in which every character has a glyph: a missing one would break both standards. */
export const legible = (tree: ReportTree, fonts: Fonts): ReportTree =>
  mapTexts(tree, (text) => legibleText(text, fonts)) as ReportTree;

const legibleText = (text: string, fonts: Fonts): string =>
  Array.from(text.normalize('NFC'), (sign) => REPLACEMENTS[sign] ?? sign)
    .filter((sign) => Object.values(fonts).every((font) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)))
    .join('')
    .replace(LONE_LETTER, '$1\u00a0');

/** A one-letter word does not end a Polish line. */
const LONE_LETTER = /(?<![\p{L}\p{N}])([aiouwzAIOUWZ]) (?=\S)/gu;

const mapTexts = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapTexts(part, change)]));
};
