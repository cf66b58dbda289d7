import { BSONRegExp, BSONSymbol } from 'bson';
import { badValue, Refusal } from '../refusal';
import type { BsonValue } from '../values/bson-value';

const longestPattern = 32764;

/** Look-around and back references keep V8 from its linear-time engine, and could hang the store. */
const unsafe = /\(\?(?:<?[=!]|>|\(|R|\d)|\\[1-9]|\\k</;

export const regexTest = (pattern: string, options: string): ((value: BsonValue | undefined) => boolean) => {
  const expression = toRegExp(pattern, options);
  return (value) => {
    if (typeof value === 'string') return expression.test(value);
    if (value instanceof BSONSymbol) return expression.test(value.value);
    return value instanceof BSONRegExp && value.pattern === pattern && value.options === options;
  };
};

const toRegExp = (pattern: string, options: string): RegExp => {
  if (pattern.length > longestPattern) throw new Refusal(51091, 'Regular expression is too long');
  if (pattern.includes('\0')) throw badValue('Regular expression cannot contain an embedded null byte');
  if (unsafe.test(pattern)) throw new Refusal(51091, 'Regular expression uses look-around or back references');
  const unknown = /[^imsxu]/.exec(options);
  if (unknown) throw new Refusal(51108, `invalid flag in regex options: ${unknown[0]}`);
  const { source, flags } = inlineFlags(options.includes('x') ? withoutLayout(pattern) : pattern, options);
  return compile(source, flags);
};

/** With the `u` flag characters above U+FFFF count as one; patterns that it forbids are tried without. */
const compile = (source: string, flags: string): RegExp => {
  for (const mode of [`${flags}u`, flags]) {
    try {
      return new RegExp(source, mode);
    } catch {
      continue;
    }
  }
  throw new Refusal(51091, `Regular expression is invalid: ${source}`);
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
