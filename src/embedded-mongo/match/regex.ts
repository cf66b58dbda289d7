import { BSONRegExp, BSONSymbol } from 'bson';
import { boundedTest } from './bounded-regex';
import { badValue, Refusal } from '../refusal';
import type { BsonValue } from '../values/bson-value';

const longestPattern = 32764;

/** Look-around and back references could hang the store, and MongoDB's own engine reads some of them otherwise. */
const unsafe = /\(\?(?:<?[=!]|>|\(|R|\d)|\\[1-9]|\\k</;

type TextTest = (text: string) => boolean;

export const regexTest = (pattern: string, options: string): ((value: BsonValue | undefined) => boolean) => {
  const test = textTest(pattern, options);
  return (value) => {
    if (typeof value === 'string') return test(value);
    if (value instanceof BSONSymbol) return test(value.value);
    return value instanceof BSONRegExp && value.pattern === pattern && value.options === options;
  };
};

const textTest = (pattern: string, options: string): TextTest => {
  if (pattern.length > longestPattern) throw new Refusal(51091, 'Regular expression is too long');
  if (pattern.includes('\0')) throw badValue('Regular expression cannot contain an embedded null byte');
  if (unsafe.test(pattern)) throw new Refusal(51091, 'Regular expression uses look-around or back references');
  const unknown = /[^imsxu]/.exec(options);
  if (unknown) throw new Refusal(51108, `invalid flag in regex options: ${unknown[0]}`);
  const { source, flags } = inlineFlags(options.includes('x') ? withoutLayout(pattern) : pattern, options);
  return flags.includes('i') ? caseless(source, flags) : sensitive(source, flags);
};

/** The linear-time engine knows neither case nor the `u` flag: case is taken away beforehand, `u` used where needed. */
const caseless = (source: string, flags: string): TextTest => {
  const plain = withoutCodes(source);
  if (/\\[ucpP]|[A-Z]-[a-z]|[^ -~]-|-[^ -~]/.test(plain)) return sensitive(source, flags);
  const lowered = plain.replace(/\\[^]|[^\\]+/g, (part) => (part.startsWith('\\') ? part : part.toLowerCase()));
  const test = sensitive(lowered, flags.replace('i', ''));
  return (text) => test(text.toLowerCase());
};

/** `\x41` and `\u0041` as the characters that they stand for. */
const withoutCodes = (source: string): string =>
  source.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|[^])/g, (part: string, short?: string, long?: string) => {
    const code = short ?? long;
    if (code === undefined) return part;
    const character = String.fromCharCode(parseInt(code, 16));
    return /[\w\s]|[^ -~]/.test(character) ? character : `\\${character}`;
  });

const sensitive = (source: string, flags: string): TextTest => {
  const mode = /[\u{10000}-\u{10FFFF}]|\\p\{|\\u\{/u.test(source) ? `${flags}u` : flags;
  try {
    return boundedTest(new RegExp(source, mode));
  } catch {
    throw new Refusal(51091, `Regular expression is invalid: ${source}`);
  }
};

const inlineFlags = (pattern: string, options: string): { readonly source: string; readonly flags: string } => {
  const inline = /^\(\?([ims]+)\)/.exec(pattern);
  const wanted = `${options}${inline?.[1] ?? ''}`;
  return {
    source: inline ? pattern.slice(inline[0].length) : pattern,
    flags: ['i', 'm', 's'].filter((flag) => wanted.includes(flag)).join(''),
  };
};

/** The `x` option: white space and `#` comments outside brackets do not count. */
const withoutLayout = (pattern: string): string =>
  pattern.replace(/\\[^]|\[(?:\\[^]|[^\]\\])*\]|\s+|#[^\n]*/g, (part) => (/^(\s|#)/.test(part) ? '' : part));
