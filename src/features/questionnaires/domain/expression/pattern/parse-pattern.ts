/** Whether a character (a whole code point) fits. */
export type CharacterTest = (character: string) => boolean;

export type PatternNode =
  | { readonly kind: 'character'; readonly fits: CharacterTest }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'sequence' | 'either'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly least: number; readonly most: number };

/** A pattern that cannot be used: its place from 1, and what stands there. */
export class PatternError extends Error {
  constructor(
    readonly character: number,
    readonly near: string,
  ) {
    super(`pattern at character ${character}`);
    this.name = 'PatternError';
  }
}

const LONGEST = 500;
const DEEPEST = 20;
const MOST_REPEATS = 200;

interface PatternReader {
  readonly characters: readonly string[];
  at: number;
  depth: number;
}

/**
 * Reads the part of regular expressions that forms need: literals, `.`, classes, groups, `|`, `* + ? {2,3}`, `^ $`,
 * `\d \w \s \D \W \S`, `\p{L}`. No look-around and no back-references: those cannot be matched in linear time.
 */
export const parsePattern = (pattern: string): PatternNode => {
  const reader: PatternReader = { characters: Array.from(pattern), at: 0, depth: 0 };
  if (reader.characters.length > LONGEST) throw new PatternError(LONGEST + 1, '…');
  const node = readEither(reader);
  if (reader.at < reader.characters.length) throw faultHere(reader);
  return node;
};

const peek = (reader: PatternReader): string => reader.characters[reader.at] ?? '';

const take = (reader: PatternReader): string => {
  const character = peek(reader);
  if (character === '') throw faultHere(reader);
  reader.at += 1;
  return character;
};

const accept = (reader: PatternReader, text: string): boolean => {
  const isThere = reader.characters.slice(reader.at, reader.at + text.length).join('') === text;
  if (isThere) reader.at += text.length;
  return isThere;
};

const faultHere = (reader: PatternReader): PatternError =>
  new PatternError(reader.at + 1, reader.characters.slice(reader.at, reader.at + 5).join(''));

const readEither = (reader: PatternReader): PatternNode => {
  const parts = [readSequence(reader)];
  while (accept(reader, '|')) parts.push(readSequence(reader));
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'either', parts };
};

const readSequence = (reader: PatternReader): PatternNode => {
  const parts: PatternNode[] = [];
  while (!['', '|', ')'].includes(peek(reader))) parts.push(readRepeated(reader));
  return { kind: 'sequence', parts };
};

const readRepeated = (reader: PatternReader): PatternNode => {
  const part = readAtom(reader);
  const [least, most] = readTimes(reader);
  if (least === 1 && most === 1) return part;
  accept(reader, '?');
  return { kind: 'repeat', part, least, most };
};

const readTimes = (reader: PatternReader): readonly [number, number] => {
  if (accept(reader, '*')) return [0, Infinity];
  if (accept(reader, '+')) return [1, Infinity];
  if (accept(reader, '?')) return [0, 1];
  if (peek(reader) !== '{') return [1, 1];
  const times = /^\{(\d{1,3})(,(\d{0,3}))?\}/.exec(reader.characters.slice(reader.at, reader.at + 9).join(''));
  const least = Number(times?.[1]);
  const most = times?.[2] === undefined ? least : times[3] === '' ? Infinity : Number(times[3]);
  if (times === null || least > most || least > MOST_REPEATS || (most > MOST_REPEATS && most !== Infinity))
    throw faultHere(reader);
  reader.at += times[0].length;
  return [least, most];
};

const readAtom = (reader: PatternReader): PatternNode => {
  if ('*+?{}]'.includes(peek(reader))) throw faultHere(reader);
  const character = take(reader);
  switch (character) {
    case '(':
      return readGroup(reader);
    case '[':
      return { kind: 'character', fits: readClass(reader) };
    case '^':
      return { kind: 'start' };
    case '$':
      return { kind: 'end' };
    case '.':
      return { kind: 'character', fits: (given) => given !== '\n' };
    case '\\':
      return { kind: 'character', fits: testOf(readEscape(reader)) };
    default:
      return { kind: 'character', fits: (given) => given === character };
  }
};

const readGroup = (reader: PatternReader): PatternNode => {
  if (peek(reader) === '?' && !accept(reader, '?:')) throw faultHere(reader);
  reader.depth += 1;
  if (reader.depth > DEEPEST) throw faultHere(reader);
  const inside = readEither(reader);
  reader.depth -= 1;
  if (!accept(reader, ')')) throw faultHere(reader);
  return inside;
};

const CLASSES: Readonly<Record<string, CharacterTest>> = {
  d: (character) => /^[0-9]$/.test(character),
  w: (character) => /^[A-Za-z0-9_]$/.test(character),
  s: (character) => /^\s$/.test(character),
  D: (character) => !/^[0-9]$/.test(character),
  W: (character) => !/^[A-Za-z0-9_]$/.test(character),
  S: (character) => !/^\s$/.test(character),
};

const PROPERTIES: Readonly<Record<string, CharacterTest>> = {
  'p{L}': (character) => /^\p{L}$/u.test(character),
  'p{Lu}': (character) => /^\p{Lu}$/u.test(character),
  'p{Ll}': (character) => /^\p{Ll}$/u.test(character),
  'p{N}': (character) => /^\p{N}$/u.test(character),
  'p{Nd}': (character) => /^\p{Nd}$/u.test(character),
};

/** A character that stands for itself, or a class of characters. */
const readEscape = (reader: PatternReader): string | CharacterTest => {
  for (const [name, fits] of Object.entries(PROPERTIES)) if (accept(reader, name)) return fits;
  const escaped = CLASSES[peek(reader)];
  if (escaped === undefined && /[A-Za-z0-9]/.test(peek(reader)) && !'tn'.includes(peek(reader)))
    throw faultHere(reader);
  const character = take(reader);
  return escaped ?? { t: '\t', n: '\n' }[character] ?? character;
};

const testOf = (escaped: string | CharacterTest): CharacterTest =>
  typeof escaped === 'string' ? (character) => character === escaped : escaped;

const readClass = (reader: PatternReader): CharacterTest => {
  const isNegated = accept(reader, '^');
  const tests: CharacterTest[] = [];
  while (peek(reader) !== ']' || tests.length === 0) tests.push(readClassPart(reader));
  reader.at += 1;
  return (character) => tests.some((fits) => fits(character)) !== isNegated;
};

const readClassPart = (reader: PatternReader): CharacterTest => {
  const readOne = () => {
    const character = take(reader);
    return character === '\\' ? readEscape(reader) : character;
  };
  const low = readOne();
  if (peek(reader) !== '-' || (reader.characters[reader.at + 1] ?? ']') === ']' || typeof low !== 'string')
    return testOf(low);
  reader.at += 1;
  const high = readOne();
  if (typeof high !== 'string' || high < low) throw faultHere(reader);
  return (character) => low <= character && character <= high;
};
