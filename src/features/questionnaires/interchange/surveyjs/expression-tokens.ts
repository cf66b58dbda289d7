/** Why an expression of SurveyJS cannot be told in our subset. */
export class SurveyJsError extends Error {}

export interface SurveyJsToken {
  readonly kind: 'number' | 'text' | 'name' | 'word' | 'sign' | 'end';
  readonly text: string;
}

const PATTERN =
  /\s*(?:\{([^{}]{1,200})\}|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\d+(?:\.\d+)?)|([A-Za-z][A-Za-z0-9_]*)|(<>|==|!=|<=|>=|&&|\|\||\*=|[=<>!()+\-*/,%[\]]))/y;
const LONGEST = 4000;

export const surveyJsTokens = (expression: string): readonly SurveyJsToken[] => {
  if (expression.length > LONGEST) throw new SurveyJsError();
  const text = expression.trim();
  const tokens: SurveyJsToken[] = [];
  for (let at = 0; at < text.length; at = PATTERN.lastIndex) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(text);
    if (match === null) throw new SurveyJsError();
    tokens.push(tokenOf(match));
  }
  return [...tokens, { kind: 'end', text: '' }];
};

const SIGNS: Readonly<Record<string, string>> = {
  equal: '=',
  notequal: '!=',
  less: '<',
  lessorequal: '<=',
  greater: '>',
  greaterorequal: '>=',
  and: '&&',
  or: '||',
  not: '!',
  negate: '!',
  '==': '=',
  '<>': '!=',
  '*=': 'contains',
};

const tokenOf = ([, name, single, double, number, word, sign]: RegExpExecArray): SurveyJsToken => {
  if (name !== undefined) return { kind: 'name', text: name.trim() };
  const text = single ?? double;
  if (text !== undefined) return { kind: 'text', text: text.replace(/\\(.)/g, '$1') };
  if (number !== undefined) return { kind: 'number', text: number };
  const written = (word ?? sign ?? '').toLowerCase();
  const known = SIGNS[written];
  if (known === 'contains') return { kind: 'word', text: 'contains' };
  if (known !== undefined) return { kind: 'sign', text: known };
  return word === undefined ? { kind: 'sign', text: written } : { kind: 'word', text: written };
};
