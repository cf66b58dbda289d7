import type { Comparison, Expression, Operator } from './expression';
import { ExpressionError } from './expression-error';
import { ARGUMENTS } from './functions';
import { checkPattern } from './pattern';
import { createReader, type Reader } from './reader';
import type { Token } from './tokens';

export const LONGEST_EXPRESSION = 2_000;

/**
 * Reads an expression of the XLSForm subset, by the precedence of XPath 1.0: `or`, `and`, `= !=`, `< <= > >=`, `+ -`,
 * `* div mod`, unary minus; `${K1}`, `.`, texts in either quotes, numbers, parentheses and the functions of `functions.ts`.
 *
 * @throws ExpressionError naming the reason and the character at which reading failed; nothing else, whatever the text
 */
export const parseExpression = (text: string): Expression => {
  if (text.length > LONGEST_EXPRESSION)
    throw new ExpressionError('too-long', LONGEST_EXPRESSION + 1, { most: LONGEST_EXPRESSION });
  const reader = createReader(text);
  const expression = readOr(reader);
  reader.expectEnd();
  return expression;
};

const readOr = (reader: Reader): Expression => {
  let left = readAnd(reader);
  while (reader.accept('or')) left = { kind: 'or', left, right: readAnd(reader) };
  return left;
};

const readAnd = (reader: Reader): Expression => {
  let left = readComparison(reader, EQUALITY);
  while (reader.accept('and')) left = { kind: 'and', left, right: readComparison(reader, EQUALITY) };
  return left;
};

const EQUALITY: readonly Comparison[] = ['=', '!='];
const ORDER: readonly Comparison[] = ['<=', '>=', '<', '>'];

const readComparison = (reader: Reader, signs: readonly Comparison[]): Expression => {
  const readSide = (): Expression =>
    signs === EQUALITY ? readComparison(reader, ORDER) : readArithmetic(reader, SUMS);
  let left = readSide();
  for (let sign = acceptAny(reader, signs); sign !== null; sign = acceptAny(reader, signs))
    left = { kind: 'compare', comparison: sign, left, right: readSide() };
  return left;
};

const SUMS: readonly Operator[] = ['+', '-'];
const PRODUCTS: readonly Operator[] = ['*', 'div', 'mod'];

const readArithmetic = (reader: Reader, operators: readonly Operator[]): Expression => {
  const readSide = (): Expression => (operators === SUMS ? readArithmetic(reader, PRODUCTS) : readMinus(reader));
  let left = readSide();
  for (let operator = acceptAny(reader, operators); operator !== null; operator = acceptAny(reader, operators))
    left = { kind: 'arithmetic', operator, left, right: readSide() };
  return left;
};

const acceptAny = <Sign extends string>(reader: Reader, signs: readonly Sign[]): Sign | null =>
  signs.find((sign) => reader.accept(sign)) ?? null;

const readMinus = (reader: Reader): Expression => {
  if (!reader.accept('-')) return readValue(reader);
  const value = reader.deeper(() => readMinus(reader));
  return value.kind === 'number' && value.number > 0
    ? { kind: 'number', number: -value.number }
    : { kind: 'minus', value };
};

const readValue = (reader: Reader): Expression => {
  const token = reader.next();
  if (token.kind === 'word') return readCall(reader);
  reader.take();
  switch (token.kind) {
    case 'reference':
      return { kind: 'answer', code: token.text };
    case 'string':
      return { kind: 'text', text: token.text };
    case 'number':
      return { kind: 'number', number: Number(token.text) };
    case 'sign':
      return readSign(reader, token);
    case 'end':
      throw new ExpressionError('expected-value', token.character);
  }
};

const readSign = (reader: Reader, { text, character }: Token): Expression => {
  if (text === '.') return { kind: 'own' };
  if (text !== '(') throw new ExpressionError(text === '=' ? 'double-equals' : 'expected-value', character);
  const inside = reader.deeper(() => readOr(reader));
  reader.expectSign(')');
  return inside;
};

const readCall = (reader: Reader): Expression => {
  const { text: name, character } = reader.next();
  const limits = ARGUMENTS.get(name);
  if (limits === undefined)
    throw new ExpressionError(reader.isBefore('(') ? 'unknown-function' : 'unquoted-word', character, { name });
  reader.take();
  reader.expectSign('(');
  const given = reader.deeper(() => readArguments(reader, name, limits));
  if (name === 'regex') checkRegex(given);
  return plainestCall(
    name,
    given.map(({ expression }) => expression),
  );
};

interface Argument {
  readonly expression: Expression;
  readonly character: number;
}

const readArguments = (
  reader: Reader,
  name: string,
  [least, most]: readonly [least: number, most: number],
): readonly Argument[] => {
  const given: Argument[] = [];
  while (!reader.isAt(')') || given.length > 0) {
    const { character } = reader.next();
    if (given.length === most) throw new ExpressionError('too-many-arguments', character, { name, most });
    given.push({ expression: readOr(reader), character });
    if (!reader.accept(',')) break;
  }
  if (given.length < least && reader.isAt(')'))
    throw new ExpressionError('too-few-arguments', reader.next().character, { name, least });
  reader.expectSign(')');
  return given;
};

/** The pattern stands in the expression as a text, so that it can be judged before anyone answers. */
const checkRegex = ([, pattern]: readonly Argument[]): void => {
  if (pattern === undefined) return;
  if (pattern.expression.kind !== 'text') throw new ExpressionError('pattern-not-text', pattern.character);
  const fault = checkPattern(pattern.expression.text);
  if (fault !== null) throw new ExpressionError('pattern', pattern.character + fault.character, { near: fault.near });
};

/** Frequent questions get a form of their own, which others can look into. */
const plainestCall = (name: string, given: readonly Expression[]): Expression => {
  const [first, second] = given;
  if (name === 'not' && first !== undefined) return { kind: 'not', condition: first };
  if (first?.kind === 'answer') {
    if (name === 'count-selected') return { kind: 'count-selected', code: first.code };
    if (name === 'selected' && second?.kind === 'text')
      return { kind: 'selected', code: first.code, choice: second.text };
  }
  return { kind: 'call', name, arguments: given };
};
