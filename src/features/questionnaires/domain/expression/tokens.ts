import { ExpressionError } from './expression-error';

export interface Token {
  readonly kind: 'number' | 'string' | 'reference' | 'word' | 'sign' | 'end';
  readonly text: string;
  /** Its first character, counted from 1. */
  readonly character: number;
}

/** Numbers as long as they can be printed and read again without loss. */
const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /(\d{1,15}(?:\.\d{1,6})?|\.\d{1,6})(?![\d.])/y],
  ['string', /'([^']*)'/y],
  ['string', /"([^"]*)"/y],
  ['reference', /\$\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}/y],
  ['word', /([a-z][a-z0-9-]*)/y],
  ['sign', /(<=|>=|!=|[=<>(),+*-]|\.(?!\d))/y],
];

export const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let start = firstCharacter(text, 0);
  while (start < text.length) {
    const { token, end } = readToken(text, start);
    tokens.push(token);
    start = firstCharacter(text, end);
  }
  return [...tokens, { kind: 'end', text: '', character: text.length + 1 }];
};

const readToken = (text: string, start: number): { token: Token; end: number } => {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match?.[1] !== undefined)
      return { token: { kind, text: match[1], character: start + 1 }, end: pattern.lastIndex };
  }
  throw faultAt(text, start);
};

const faultAt = (text: string, start: number): ExpressionError => {
  const first = text.charAt(start);
  if (first === "'" || first === '"') return new ExpressionError('text-not-closed', start + 1);
  if (first === '$') return new ExpressionError('broken-reference', start + 1);
  if (/[\d.]/.test(first)) return new ExpressionError('number', start + 1);
  return new ExpressionError('unreadable', start + 1, { near: text.slice(start, start + 10) });
};

const firstCharacter = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
};
