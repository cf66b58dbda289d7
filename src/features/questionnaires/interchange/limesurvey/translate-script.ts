import { printExpression, type Expression } from '../../domain';
import { ScriptError, scriptTokens, type ScriptToken } from './script-tokens';

/** What a name in a script stands for. */
export type ScriptName =
  | { readonly kind: 'answer'; readonly code: string }
  /** A box of a multiple choice: `Y` when it is ticked. */
  | { readonly kind: 'box'; readonly code: string; readonly choice: string };

const DEEPEST = 50;

/**
 * A condition of LimeSurvey's ExpressionScript in our syntax: answers, comparisons, `&&`, `||`, `!`, arithmetic, `is_empty`,
 * `if`, `strlen`, `intval`, `sum`, `min`, `max`, `round`.
 *
 * @returns null for what our subset does not have
 */
export const translateScript = (script: string, nameOf: (name: string) => ScriptName | null): string | null => {
  const bare = script.trim().replace(/^\{([^{}]*)\}$/, '$1');
  try {
    const reader = createReader(scriptTokens(bare), nameOf);
    const expression = readOr(reader);
    if (reader.next().kind !== 'end') return null;
    return printExpression(asCondition(expression));
  } catch (error) {
    if (error instanceof ScriptError) return null;
    throw error;
  }
};

/** An expression, or a box that waits to be compared with `Y`. */
type Part = Expression | { readonly kind: 'box'; readonly code: string; readonly choice: string };

interface Reader {
  readonly next: () => ScriptToken;
  readonly take: () => ScriptToken;
  readonly accept: (...signs: readonly string[]) => string | null;
  readonly deeper: (read: () => Part) => Part;
  readonly nameOf: (name: string) => ScriptName | null;
}

const createReader = (tokens: readonly ScriptToken[], nameOf: Reader['nameOf']): Reader => {
  let at = 0;
  let depth = 0;
  const next = (): ScriptToken => tokens[at] ?? { kind: 'end', text: '' };
  const take = (): ScriptToken => {
    const token = next();
    at += 1;
    return token;
  };
  return {
    next,
    take,
    nameOf,
    accept: (...signs) => (next().kind === 'sign' && signs.includes(next().text) ? take().text : null),
    deeper: (read) => {
      if ((depth += 1) > DEEPEST) throw new ScriptError();
      const part = read();
      depth -= 1;
      return part;
    },
  };
};

const selected = (part: Extract<Part, { kind: 'box' }>): Expression => ({
  kind: 'selected',
  code: part.code,
  choice: part.choice,
});
const not = (condition: Expression): Expression => ({ kind: 'not', condition });
const asCondition = (part: Part): Expression => {
  if (part.kind === 'box') return selected(part);
  return part.kind === 'answer'
    ? { kind: 'compare', comparison: '!=', left: part, right: { kind: 'text', text: '' } }
    : part;
};
const asValue = (part: Part): Expression => {
  if (part.kind === 'box') throw new ScriptError();
  return part;
};

const readOr = (reader: Reader): Part => {
  let left = readAnd(reader);
  while (reader.accept('||') !== null)
    left = { kind: 'or', left: asCondition(left), right: asCondition(readAnd(reader)) };
  return left;
};

const readAnd = (reader: Reader): Part => {
  let left = readComparison(reader);
  while (reader.accept('&&') !== null)
    left = { kind: 'and', left: asCondition(left), right: asCondition(readComparison(reader)) };
  return left;
};

const COMPARISONS = { '==': '=', '!=': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const;

const readComparison = (reader: Reader): Part => {
  const left = readSum(reader);
  const sign = reader.accept('==', '!=', '<=', '>=', '<', '>') as keyof typeof COMPARISONS | null;
  if (sign === null) return left;
  const right = readSum(reader);
  if (left.kind === 'box' || right.kind === 'box') return boxComparison(left, sign, right);
  return { kind: 'compare', comparison: COMPARISONS[sign], left, right };
};

/** `U1_a == "Y"` and its three relatives. */
const boxComparison = (left: Part, sign: keyof typeof COMPARISONS, right: Part): Expression => {
  const [box, value] = left.kind === 'box' ? [left, right] : [right, left];
  if (box.kind !== 'box' || value.kind !== 'text' || (sign !== '==' && sign !== '!=')) throw new ScriptError();
  const isTicked = (value.text === 'Y') === (sign === '==');
  if (value.text !== 'Y' && value.text !== '') throw new ScriptError();
  return isTicked ? selected(box) : not(selected(box));
};

const readSum = (reader: Reader): Part => {
  let left = readProduct(reader);
  for (let sign = reader.accept('+', '-'); sign !== null; sign = reader.accept('+', '-'))
    left = {
      kind: 'arithmetic',
      operator: sign === '+' ? '+' : '-',
      left: asValue(left),
      right: asValue(readProduct(reader)),
    };
  return left;
};

const readProduct = (reader: Reader): Part => {
  let left = readUnary(reader);
  for (let sign = reader.accept('*', '/'); sign !== null; sign = reader.accept('*', '/'))
    left = {
      kind: 'arithmetic',
      operator: sign === '*' ? '*' : 'div',
      left: asValue(left),
      right: asValue(readUnary(reader)),
    };
  return left;
};

const readUnary = (reader: Reader): Part => {
  if (reader.accept('!') !== null) return not(asCondition(reader.deeper(() => readUnary(reader))));
  if (reader.accept('-') !== null) return { kind: 'minus', value: asValue(reader.deeper(() => readUnary(reader))) };
  return readValue(reader);
};

const readValue = (reader: Reader): Part => {
  const token = reader.take();
  if (token.kind === 'number') return { kind: 'number', number: Number(token.text) };
  if (token.kind === 'text') return textOf(token.text);
  if (token.kind === 'name') return readName(reader, token.text);
  if (token.text !== '(') throw new ScriptError();
  const inside = reader.deeper(() => readOr(reader));
  if (reader.accept(')') === null) throw new ScriptError();
  return inside;
};

/** Our texts hold one kind of quotes at most. */
const textOf = (text: string): Expression => {
  if (text.includes("'") && text.includes('"')) throw new ScriptError();
  return { kind: 'text', text };
};

const FUNCTIONS: Readonly<Record<string, string>> = {
  if: 'if',
  strlen: 'string-length',
  intval: 'int',
  sum: 'sum',
  min: 'min',
  max: 'max',
  round: 'round',
};

const readName = (reader: Reader, name: string): Part => {
  if (reader.accept('(') !== null) return readCall(reader, name.toLowerCase());
  const bare = name.replace(/\.(NAOK|value|code|shown)$/, '');
  if (bare === 'self' || bare === 'this') return { kind: 'own' };
  const found = bare.includes('.') ? null : reader.nameOf(bare);
  if (found === null) throw new ScriptError();
  return found;
};

const readCall = (reader: Reader, name: string): Part => {
  const given: Part[] = [];
  while (reader.accept(')') === null) {
    given.push(reader.deeper(() => readOr(reader)));
    if (reader.accept(',') === null && reader.next().text !== ')') throw new ScriptError();
  }
  const [first] = given;
  if (name === 'is_empty' && first !== undefined && given.length === 1) return not(asCondition(first));
  const ours = FUNCTIONS[name];
  if (ours === undefined || given.length === 0) throw new ScriptError();
  return {
    kind: 'call',
    name: ours,
    arguments: given.map((part, at) => (name === 'if' && at === 0 ? asCondition(part) : asValue(part))),
  };
};
