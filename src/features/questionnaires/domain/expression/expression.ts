export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Operator = '+' | '-' | '*' | 'div' | 'mod';

/** A calculation or a question about answers, in the subset of XLSForm that questionnaires use. Plain data: it travels to the browser. */
export type Expression =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** `${K1}` */
  | { readonly kind: 'answer'; readonly code: string }
  /** `.`: the answer that a constraint is about. */
  | { readonly kind: 'own' }
  | {
      readonly kind: 'compare';
      readonly comparison: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly condition: Expression }
  /** `selected(${U1}, 'U1b')`; anything less plain is a call. */
  | { readonly kind: 'selected'; readonly code: string; readonly choice: string }
  | { readonly kind: 'count-selected'; readonly code: string }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'minus'; readonly value: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] };

/** An expression that is asked whether it holds. */
export type Condition = Expression;

/** Codes of the answers an expression looks at, each once. */
export const referencesOf = (expression: Expression): readonly string[] => [
  ...new Set(mentionsOf(expression).map(({ code }) => code)),
];

export interface Mention {
  readonly code: string;
  /** The choice it is compared with; undefined when it is compared with something else. */
  readonly choice?: string;
}

/** Every place where an expression looks at an answer, with the choice it expects there. */
export const mentionsOf = (expression: Expression): readonly Mention[] => {
  const mentions: Mention[] = [];
  collectMentions(expression, mentions);
  return mentions;
};

const collectMentions = (expression: Expression, mentions: Mention[]): void => {
  switch (expression.kind) {
    case 'answer':
    case 'count-selected':
      mentions.push({ code: expression.code });
      return;
    case 'selected':
      mentions.push({ code: expression.code, choice: expression.choice });
      return;
    case 'compare':
      collectBeside(expression.left, expression.right, mentions);
      collectBeside(expression.right, expression.left, mentions);
      return;
    case 'text':
    case 'number':
    case 'own':
    case 'and':
    case 'or':
    case 'not':
    case 'arithmetic':
    case 'minus':
    case 'call':
      for (const part of partsOf(expression)) collectMentions(part, mentions);
  }
};

const collectBeside = (side: Expression, other: Expression, mentions: Mention[]): void => {
  const isChoice = side.kind === 'answer' && other.kind === 'text' && other.text !== '';
  if (isChoice) mentions.push({ code: side.code, choice: other.text });
  else collectMentions(side, mentions);
};

/** The expressions that stand directly in this one. */
export const partsOf = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'compare':
    case 'and':
    case 'or':
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'not':
      return [expression.condition];
    case 'minus':
      return [expression.value];
    case 'call':
      return expression.arguments;
    case 'text':
    case 'number':
    case 'answer':
    case 'own':
    case 'selected':
    case 'count-selected':
      return [];
  }
};

/** Whether it looks at the answer it is about: only a constraint may. */
export const usesOwn = (expression: Expression): boolean =>
  expression.kind === 'own' || partsOf(expression).some(usesOwn);

/** The same expression about other answers. */
export const renameReferences = (expression: Expression, renamed: ReadonlyMap<string, string>): Expression => {
  const inside = (part: Expression): Expression => renameReferences(part, renamed);
  switch (expression.kind) {
    case 'answer':
    case 'selected':
    case 'count-selected':
      return { ...expression, code: renamed.get(expression.code) ?? expression.code };
    case 'compare':
    case 'and':
    case 'or':
    case 'arithmetic':
      return { ...expression, left: inside(expression.left), right: inside(expression.right) };
    case 'not':
      return { ...expression, condition: inside(expression.condition) };
    case 'minus':
      return { ...expression, value: inside(expression.value) };
    case 'call':
      return { ...expression, arguments: expression.arguments.map(inside) };
    case 'text':
    case 'number':
    case 'own':
      return expression;
  }
};
