import { ExpressionError } from './expression-error';
import { tokensOf, type Token } from './tokens';

/** Parentheses within parentheses: hostile text must not overflow the stack. */
const DEEPEST = 50;

/** The tokens not read yet. */
export interface Reader {
  next(): Token;
  take(): Token;
  isAt(text: string): boolean;
  /** Whether the token after the next is this sign. */
  isBefore(text: string): boolean;
  /** Takes the sign or word if it comes next. */
  accept(text: string): boolean;
  expectSign(sign: string): void;
  expectEnd(): void;
  /** Reads something that stands inside something else. */
  deeper<Result>(read: () => Result): Result;
}

const END: Token = { kind: 'end', text: '', character: 1 };

export const createReader = (text: string): Reader => {
  const tokens = tokensOf(text);
  let position = 0;
  let depth = 0;
  const next = (): Token => tokens[position] ?? tokens.at(-1) ?? END;
  const isAt = (sign: string): boolean => isSignOrWord(next(), sign);
  const take = (): Token => {
    const token = next();
    position += 1;
    return token;
  };
  const accept = (sign: string): boolean => {
    const isThere = isAt(sign);
    if (isThere) take();
    return isThere;
  };
  return {
    next,
    take,
    isAt,
    isBefore: (sign) => isSignOrWord(tokens[position + 1] ?? END, sign),
    accept,
    expectSign: (sign) => {
      if (!accept(sign)) throw new ExpressionError('expected-sign', next().character, { sign });
    },
    expectEnd: () => {
      if (next().kind !== 'end') throw new ExpressionError('expected-end', next().character, { near: next().text });
    },
    deeper: (read) => {
      depth += 1;
      if (depth > DEEPEST) throw new ExpressionError('too-deep', next().character, { most: DEEPEST });
      const result = read();
      depth -= 1;
      return result;
    },
  };
};

const isSignOrWord = (token: Token, text: string): boolean =>
  token.text === text && (token.kind === 'sign' || token.kind === 'word');
