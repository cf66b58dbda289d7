import { Parser } from 'htmlparser2';

/** What was in an author's text and is not in the plain one. */
export type DroppedPart = 'markup' | 'script' | 'link' | 'image' | 'invisible' | 'cut';

export interface PlainText {
  readonly text: string;
  /** Empty when the text was plain already. */
  readonly dropped: readonly DroppedPart[];
}

/** Nothing that authors write is longer: an introduction with its information on personal data. */
export const LONGEST_TEXT = 5000;

/** Entities may hide tags and tags may be left over from tags; whoever nests deeper than this loses the brackets. */
const MOST_ROUNDS = 5;

/** Latin letters, digits and everyday signs on one line: nearly every text is so, and needs no further look. */
const PLAINEST = /^[ -%'-;=-~\u00A0-\u017F\u2013\u2014\u2018-\u201E\u2026]*$/;

/**
 * Turns what an author wrote or another program exported into plain text: tags are dropped and blocks become lines, scripts
 * and styles vanish with their contents, entities are decoded, characters that cannot be seen or that reverse the direction
 * of writing are removed. Plain text comes back as it was, so it is safe to repeat.
 */
export const plainText = (source: string, longest = LONGEST_TEXT): PlainText => {
  if (source.length <= longest && PLAINEST.test(source) && source.trim() === source)
    return { text: source, dropped: [] };
  const dropped = new Set<DroppedPart>();
  let text = visible(cut(source, longest * 4, dropped), dropped);
  for (let round = 0; round < MOST_ROUNDS && /[<&]/.test(text); round += 1) {
    const next = visible(withoutMarkup(text, dropped), dropped);
    if (next === text) break;
    text = next;
  }
  text = cut(visible(withoutBrackets(text), dropped), longest, dropped);
  return { text: text.trim(), dropped: [...dropped] };
};

const SILENT = new Set(['script', 'style', 'template', 'iframe', 'object', 'noembed', 'noframes', 'svg', 'math']);
const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody tr ul'.split(
    ' ',
  ),
);
/** Stands where a block begins or ends. */
const BREAK = '\u2028';
const SPACES = /[ \t\n\r\f]+/g;

/** One level of markup and entities away. */
const withoutMarkup = (source: string, dropped: Set<DroppedPart>): string => {
  let text = '';
  let tags = 0;
  let silence = 0;
  const parser = new Parser(
    {
      onopentag: (name, { href }) => {
        tags += 1;
        if (SILENT.has(name)) silence += 1;
        dropped.add(partOf(name, href));
        if (BLOCKS.has(name)) text += BREAK;
        if (name === 'td' || name === 'th') text += ' ';
      },
      onclosetag: (name) => {
        if (SILENT.has(name)) silence -= 1;
        if (BLOCKS.has(name) && name !== 'br') text += BREAK;
      },
      ontext: (piece) => {
        if (silence === 0) text += piece;
      },
      oncomment: () => {
        tags += 1;
        dropped.add('markup');
      },
      onprocessinginstruction: () => {
        tags += 1;
        dropped.add('markup');
      },
    },
    { decodeEntities: true, recognizeCDATA: false },
  );
  parser.end(withoutUnfinishedTags(source));
  return tags === 0 ? text : text.replace(SPACES, ' ').replace(/ *\u2028[ \u2028]*/g, '\n');
};

const partOf = (name: string, href: string | undefined): DroppedPart => {
  if (name === 'script' || name === 'style') return 'script';
  if (name === 'img' || name === 'video' || name === 'audio' || name === 'svg') return 'image';
  return name === 'a' && href !== undefined ? 'link' : 'markup';
};

/** A bracket that no tag follows is meant as "less than"; a space keeps it from becoming one. */
const withoutUnfinishedTags = (text: string): string => {
  const last = text.lastIndexOf('>');
  return text.slice(0, last + 1) + text.slice(last + 1).replace(/<(?=[a-z/!?])/gi, '< ');
};

const withoutBrackets = (text: string): string =>
  text
    .replace(/<(?=[a-z/!?])/gi, '< ')
    .replace(/&(?=#?[a-z0-9]{1,40};?)/gi, (sign, at: number) =>
      isEntity(text.slice(at, at + 50)) ? `${sign} ` : sign,
    );

/** Whether the text begins with something that would be decoded. */
const isEntity = (text: string): boolean => {
  let decoded = '';
  const parser = new Parser({ ontext: (piece) => (decoded += piece) }, { decodeEntities: true });
  parser.end(text);
  return decoded !== text;
};

/** Control characters, marks that turn the direction of writing, characters without width, halves of characters. */
const INVISIBLE =
  /(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

const visible = (text: string, dropped: Set<DroppedPart>): string => {
  const plain = text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/\t/g, ' ');
  const seen = plain.replace(INVISIBLE, '');
  if (seen.length !== plain.length) dropped.add('invisible');
  return seen
    .normalize('NFC')
    .replace(/ +\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};

const cut = (text: string, longest: number, dropped: Set<DroppedPart>): string => {
  if (text.length <= longest) return text;
  dropped.add('cut');
  return text
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
};
