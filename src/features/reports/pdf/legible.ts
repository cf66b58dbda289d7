import type { ReportTree } from '../domain';
import type { Fonts } from './fonts';

/** Signs that Plex lacks and a reader would miss. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '▲': '↑',
  '▼': '↓',
  '●': '•',
  '■': '•',
  '▪': '•',
  '☐': '–',
  '☑': '✓',
  '✔': '✓',
  '✗': '×',
  '✘': '×',
  '★': '*',
  '\u202f': '\u00a0',
  '\u2007': '\u00a0',
  '\u2011': '-',
  '\u2028': ' ',
  '\u2029': ' ',
};

/** Stands for what the font cannot show, once for as many signs as stand together, so that nobody takes a gap for nothing. */
const UNKNOWN = '\ufffd';

/** A copy of the tree in which every character has a glyph: a missing one would break both standards. */
export const legible = ({ about, blocks }: ReportTree, fonts: Fonts): ReportTree => {
  const known = new Map<string, string>();
  const change = (text: string): string => {
    let changed = known.get(text);
    if (changed === undefined) {
      changed = legibleText(text, fonts);
      known.set(text, changed);
    }
    return changed;
  };
  const { attachments, ...rest } = about;
  return {
    about: {
      ...(mapTexts(rest, change) as typeof rest),
      ...(attachments === undefined
        ? {}
        : { attachments: attachments.map((file) => ({ ...file, description: change(file.description) })) }),
    },
    blocks: mapTexts(blocks, change) as ReportTree['blocks'],
  };
};

/** All four cuts hold the same characters. */
const hasGlyph = ({ regular }: Fonts, sign: string): boolean => regular.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);

const legibleText = (text: string, fonts: Fonts): string => {
  if (PLAIN.test(text)) return text.replace(LONE_LETTER, '$1\u00a0');
  const tidy = text.replace(LONE_SURROGATE, UNKNOWN).normalize('NFC').replace(CONTROL, ' ').replace(INVISIBLE, '');
  const signs = Array.from(tidy, (sign) => shown(sign, fonts));
  return signs.join('').replace(REPEATED_UNKNOWN, UNKNOWN).replace(LONE_LETTER, '$1\u00a0');
};

/** Letters, digits and signs of nearly every Polish text, which need no looking at one by one. */
const PLAIN = /^[\x20-\x7e\u00a0ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”–−…†]*$/;
const LONE_SURROGATE = /\p{Cs}/gu;
const CONTROL = /\p{Cc}/gu;
/** Marks of direction and joiners, variation selectors, colours of skin: they change how others look. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\p{Emoji_Modifier}/gu;
const REPEATED_UNKNOWN = new RegExp(`${UNKNOWN}(?:\\s*${UNKNOWN})+`, 'g');

const shown = (sign: string, fonts: Fonts): string => {
  const replacement = REPLACEMENTS[sign];
  if (replacement !== undefined) return replacement;
  if (hasGlyph(fonts, sign)) return sign;
  // Ligatures, circled and mathematical letters stand for ordinary ones.
  const plain = Array.from(sign.normalize('NFKD')).filter((part) => hasGlyph(fonts, part) && !/\p{M}/u.test(part));
  if (plain.length > 0) return plain.join('');
  return /\p{M}/u.test(sign) ? '' : UNKNOWN;
};

/** A one-letter word does not end a Polish line. */
const LONE_LETTER = /(?<![\p{L}\p{N}])([aiouwzAIOUWZ]) (?=\S)/gu;

/** Addresses and names of things stay as they are. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['href', 'proof', 'kind', 'id']);

const mapTexts = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, NOT_SHOWN.has(key) ? part : mapTexts(part, change)]),
  );
};
