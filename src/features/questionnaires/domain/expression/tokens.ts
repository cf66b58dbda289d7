/** Why an expression cannot be read, and at which character, counted from 1. */
export class ExpressionError extends Error {
  constructor(
    reason: string,
    readonly character: number,
  ) {
    super(`${reason} at character ${character}`);
    this.name = 'ExpressionError';
  }
}

export interface Token {
  readonly kind: 'number' | 'string' | 'reference' | 'word' | 'sign' | 'end';
  readonly text: string;
  /** Its first character, counted from 1. */
  readonly character: number;
}

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /(-?\d+(?:\.\d+)?)/y],
  ['string', /'([^']*)'/y],
  ['string', /"([^"]*)"/y],
  ['reference', /\$\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}/y],
  ['word', /([a-z][a-z-]*)/y],
  ['sign', /(<=|>=|!=|[=<>(),])/y],
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
  throw new ExpressionError(`Cannot read ${text.slice(start, start + 10)}`, start + 1);
};

const firstCharacter = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
};
