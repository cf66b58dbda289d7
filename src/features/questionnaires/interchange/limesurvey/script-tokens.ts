/** Why an ExpressionScript cannot be told in our subset. */
export class ScriptError extends Error {}

export interface ScriptToken {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  readonly text: string;
}

const PATTERN =
  /\s*(?:(\d+(?:\.\d+)?)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_]+)*)|(==|!=|<=|>=|&&|\|\||[<>!()+\-*/,]))/y;
const LONGEST = 4000;

export const scriptTokens = (script: string): readonly ScriptToken[] => {
  if (script.length > LONGEST) throw new ScriptError();
  const text = script.trim();
  const tokens: ScriptToken[] = [];
  PATTERN.lastIndex = 0;
  for (let at = 0; at < text.length; at = PATTERN.lastIndex) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(text);
    if (match === null) throw new ScriptError();
    tokens.push(tokenOf(match));
  }
  return [...tokens, { kind: 'end', text: '' }];
};

const WORDS: Readonly<Record<string, string>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  and: '&&',
  or: '||',
};

const tokenOf = ([, number, single, double, name, sign]: RegExpExecArray): ScriptToken => {
  if (number !== undefined) return { kind: 'number', text: number };
  const text = single ?? double;
  if (text !== undefined) return { kind: 'text', text: text.replace(/\\(.)/g, '$1') };
  const word = WORDS[(name ?? '').toLowerCase()];
  if (name !== undefined && word === undefined) return { kind: 'name', text: name };
  return { kind: 'sign', text: word ?? sign ?? '' };
};
