import type { Comparison, Condition, Value } from './expression';
import { ExpressionError, tokensOf, type Token } from './tokens';

const COMPARISONS: ReadonlySet<string> = new Set<Comparison>(['=', '!=', '<', '<=', '>', '>=']);
const isComparison = (text: string): text is Comparison => COMPARISONS.has(text);

/** The tokens not read yet. */
interface Reader {
  take(): Token;
  /** Takes the sign or word if it comes next. */
  accept(text: string): boolean;
  expect(kind: Token['kind'], what: string, text?: string): Token;
  isAt(text: string): boolean;
}

/**
 * Reads a condition in the XLSForm subset: `${K1} = 'pes'`, `!= < <= > >=`, `and`, `or`, `not(…)`, `selected(${U1}, 'U1b')`,
 * `count-selected(${U1})`, numbers, texts and parentheses.
 *
 * @throws ExpressionError naming the character at which reading failed
 */
export const parseExpression = (text: string): Condition => {
  const reader = createReader(tokensOf(text));
  const condition = readOr(reader);
  reader.expect('end', 'the end');
  return condition;
};

const readOr = (reader: Reader): Condition => {
  let left = readAnd(reader);
  while (reader.accept('or')) left = { kind: 'or', left, right: readAnd(reader) };
  return left;
};

const readAnd = (reader: Reader): Condition => {
  let left = readTerm(reader);
  while (reader.accept('and')) left = { kind: 'and', left, right: readTerm(reader) };
  return left;
};

const readTerm = (reader: Reader): Condition => {
  if (reader.accept('(')) return closed(reader, readOr(reader));
  if (reader.isAt('not')) return { kind: 'not', condition: readArguments(reader, () => readOr(reader)) };
  if (reader.isAt('selected')) return readSelected(reader);
  return readComparison(reader);
};

const readSelected = (reader: Reader): Condition =>
  readArguments(reader, () => {
    const code = reader.expect('reference', 'an answer such as ${U1}').text;
    reader.expect('sign', 'a comma', ',');
    return { kind: 'selected', code, choice: reader.expect('string', 'a choice in quotes').text };
  });

const readComparison = (reader: Reader): Condition => {
  const left = readValue(reader);
  const sign = reader.take();
  if (!isComparison(sign.text)) throw new ExpressionError('Expected a comparison such as =', sign.character);
  return { kind: 'compare', comparison: sign.text, left, right: readValue(reader) };
};

const readValue = (reader: Reader): Value => {
  if (reader.isAt('count-selected'))
    return readArguments(reader, () => ({
      kind: 'count-selected',
      code: reader.expect('reference', 'an answer such as ${U1}').text,
    }));
  const token = reader.take();
  if (token.kind === 'reference') return { kind: 'answer', code: token.text };
  if (token.kind === 'string') return { kind: 'text', text: token.text };
  if (token.kind === 'number') return { kind: 'number', number: Number(token.text) };
  throw new ExpressionError('Expected an answer, a text or a number', token.character);
};

const readArguments = <Result>(reader: Reader, readInside: () => Result): Result => {
  reader.take();
  reader.expect('sign', 'an opening parenthesis', '(');
  return closed(reader, readInside());
};

const closed = <Result>(reader: Reader, result: Result): Result => {
  reader.expect('sign', 'a closing parenthesis', ')');
  return result;
};

const createReader = (tokens: readonly Token[]): Reader => {
  let position = 0;
  const next = (): Token => tokens[position] ?? { kind: 'end', text: '', character: 1 };
  const isAt = (text: string): boolean => next().text === text && (next().kind === 'sign' || next().kind === 'word');
  const take = (): Token => {
    const token = next();
    position += 1;
    return token;
  };
  return {
    take,
    isAt,
    accept: (text) => {
      const isThere = isAt(text);
      if (isThere) take();
      return isThere;
    },
    expect: (kind, what, text) => {
      const token = next();
      if (token.kind !== kind || (text !== undefined && token.text !== text))
        throw new ExpressionError(`Expected ${what}`, token.character);
      return take();
    },
  };
};
