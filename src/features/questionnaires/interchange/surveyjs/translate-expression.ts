import { printExpression, type Expression } from '../../domain';
import { SurveyJsError, surveyJsTokens, type SurveyJsToken } from './expression-tokens';

/** What a name in an expression is: several answers are looked into with `contains`. */
export type NameKind = 'one' | 'several' | null;

type Comparison = Extract<Expression, { kind: 'compare' }>['comparison'];

const DEEPEST = 50;

/**
 * An expression of SurveyJS in our syntax: `{K1} = 'pes'`, `contains`, `anyof`, `allof`, `empty`, `notempty`, `and`, `or`,
 * `not`, arithmetic, `iif`, `sum`, `min`, `max`, `round`, `today`.
 *
 * @returns null for what our subset does not have
 */
export const translateSurveyJs = (expression: string, kindOf: (name: string) => NameKind): string | null => {
  try {
    const reader = createReader(surveyJsTokens(expression), kindOf);
    const read = readOr(reader);
    return reader.next().kind === 'end' ? printExpression(read) : null;
  } catch (error) {
    if (error instanceof SurveyJsError) return null;
    throw error;
  }
};

const createReader = (tokens: readonly SurveyJsToken[], kindOf: (name: string) => NameKind) => {
  let at = 0;
  let depth = 0;
  const next = (): SurveyJsToken => tokens[at] ?? { kind: 'end', text: '' };
  const take = (): SurveyJsToken => {
    const token = next();
    at += 1;
    return token;
  };
  return {
    next,
    take,
    kindOf,
    accept: (...texts: readonly string[]): string | null =>
      (next().kind === 'sign' || next().kind === 'word') && texts.includes(next().text) ? take().text : null,
    deeper: <Result>(read: () => Result): Result => {
      if ((depth += 1) > DEEPEST) throw new SurveyJsError();
      const result = read();
      depth -= 1;
      return result;
    },
  };
};

type Reader = ReturnType<typeof createReader>;

const empty: Expression = { kind: 'text', text: '' };
const not = (condition: Expression): Expression => ({ kind: 'not', condition });
const compared = (left: Expression, comparison: Comparison, right: Expression): Expression => ({
  kind: 'compare',
  comparison,
  left,
  right,
});

const readOr = (reader: Reader): Expression => {
  let left = readAnd(reader);
  while (reader.accept('||') !== null) left = { kind: 'or', left, right: readAnd(reader) };
  return left;
};

const readAnd = (reader: Reader): Expression => {
  let left = readComparison(reader);
  while (reader.accept('&&') !== null) left = { kind: 'and', left, right: readComparison(reader) };
  return left;
};

const readComparison = (reader: Reader): Expression => {
  const left = readSum(reader);
  if (reader.accept('empty') !== null) return compared(left, '=', empty);
  if (reader.accept('notempty') !== null) return compared(left, '!=', empty);
  const word = reader.accept('contains', 'notcontains', 'contain', 'notcontain', 'anyof', 'allof', 'noneof');
  if (word !== null) return membership(reader, left, word);
  const sign = reader.accept('=', '!=', '<', '<=', '>', '>=') as Comparison | null;
  return sign === null ? left : compared(left, sign, readSum(reader));
};

/** Whether one of the answers, all of them or none is among those listed. */
const membership = (reader: Reader, left: Expression, word: string): Expression => {
  if (left.kind !== 'answer') throw new SurveyJsError();
  const values = readList(reader);
  const tests = values.map((value) => containing(reader, left, value));
  const [first, ...rest] = tests;
  if (first === undefined) throw new SurveyJsError();
  const kind = word === 'allof' || word.endsWith('contains') || word.endsWith('contain') ? 'and' : 'or';
  const joined = rest.reduce<Expression>((all, test) => ({ kind, left: all, right: test }), first);
  return word.startsWith('not') || word === 'noneof' ? not(joined) : joined;
};

type AnswerOf = Extract<Expression, { kind: 'answer' }>;

const containing = ({ kindOf }: Reader, left: AnswerOf, value: Expression): Expression => {
  const text = value.kind === 'number' ? String(value.number) : value.kind === 'text' ? value.text : null;
  if (text === null) throw new SurveyJsError();
  if (kindOf(left.code) === 'several') return { kind: 'selected', code: left.code, choice: text };
  return compared(left, '=', { kind: 'text', text });
};

const readList = (reader: Reader): readonly Expression[] => {
  if (reader.accept('[') === null) return [readSum(reader)];
  const values: Expression[] = [];
  while (reader.accept(']') === null) {
    values.push(readSum(reader));
    if (reader.accept(',') === null && reader.next().text !== ']') throw new SurveyJsError();
  }
  return values;
};

const readSum = (reader: Reader): Expression => {
  let left = readProduct(reader);
  for (let sign = reader.accept('+', '-'); sign !== null; sign = reader.accept('+', '-'))
    left = { kind: 'arithmetic', operator: sign === '+' ? '+' : '-', left, right: readProduct(reader) };
  return left;
};

const PRODUCTS = { '*': '*', '/': 'div', '%': 'mod' } as const;

const readProduct = (reader: Reader): Expression => {
  let left = readUnary(reader);
  for (let sign = reader.accept('*', '/', '%'); sign !== null; sign = reader.accept('*', '/', '%'))
    left = { kind: 'arithmetic', operator: PRODUCTS[sign as keyof typeof PRODUCTS], left, right: readUnary(reader) };
  return left;
};

const readUnary = (reader: Reader): Expression => {
  if (reader.accept('!') !== null) return not(reader.deeper(() => readUnary(reader)));
  if (reader.accept('-') !== null) return { kind: 'minus', value: reader.deeper(() => readUnary(reader)) };
  return readValue(reader);
};

const readValue = (reader: Reader): Expression => {
  const token = reader.take();
  switch (token.kind) {
    case 'number':
      return { kind: 'number', number: Number(token.text) };
    case 'text':
      if (token.text.includes("'") && token.text.includes('"')) throw new SurveyJsError();
      return { kind: 'text', text: token.text };
    case 'name':
      return nameOf(reader, token.text);
    case 'word':
      return readCall(reader, token.text);
    case 'sign': {
      if (token.text !== '(') throw new SurveyJsError();
      const inside = reader.deeper(() => readOr(reader));
      if (reader.accept(')') === null) throw new SurveyJsError();
      return inside;
    }
    case 'end':
      throw new SurveyJsError();
  }
};

/** Rows of a matrix are written `{pytanie.wiersz}`, questions of the same panel `{panel.pytanie}`. */
const nameOf = ({ kindOf }: Reader, written: string): Expression => {
  const name = written.replace(/^panel\./, '').replace('.', '_');
  if (name === 'item' || kindOf(name) === null) throw new SurveyJsError();
  return { kind: 'answer', code: name };
};

const FUNCTIONS: Readonly<Record<string, string>> = {
  iif: 'if',
  sum: 'sum',
  min: 'min',
  max: 'max',
  round: 'round',
  today: 'today',
};

const readCall = (reader: Reader, word: string): Expression => {
  if (word === 'true' || word === 'false') return { kind: 'text', text: word };
  const name = FUNCTIONS[word];
  if (name === undefined || reader.accept('(') === null) throw new SurveyJsError();
  const given: Expression[] = [];
  while (reader.accept(')') === null) {
    given.push(reader.deeper(() => readOr(reader)));
    if (reader.accept(',') === null && reader.next().text !== ')') throw new SurveyJsError();
  }
  if (given.length === 0 && name !== 'today') throw new SurveyJsError();
  return { kind: 'call', name, arguments: given };
};
