import { partsOf, type Expression } from '../../expression';

/** How expressions look at one answer: what they can tell apart about it. */
export interface Usage {
  /** Texts and choices it is compared with. */
  readonly texts: ReadonlySet<string>;
  /** Numbers it is compared with. */
  readonly numbers: ReadonlySet<number>;
  /** Its choices are counted. */
  readonly isCounted: boolean;
  /** Codes of answers it is compared with. */
  readonly peers: ReadonlySet<string>;
  /** Looked at in any other way: in a calculation, by a function, against a text that has an order. */
  readonly isEntangled: boolean;
}

interface OpenUsage {
  readonly texts: Set<string>;
  readonly numbers: Set<number>;
  readonly peers: Set<string>;
  isCounted: boolean;
  isEntangled: boolean;
}

export type Usages = ReadonlyMap<string, Usage>;

export const usagesIn = (expressions: readonly Expression[]): Usages => {
  const usages = new Map<string, OpenUsage>();
  const at = (code: string): OpenUsage => {
    const usage = usages.get(code) ?? {
      texts: new Set(),
      numbers: new Set(),
      peers: new Set(),
      isCounted: false,
      isEntangled: false,
    };
    usages.set(code, usage);
    return usage;
  };
  for (const expression of expressions) note(expression, at);
  return usages;
};

type At = (code: string) => OpenUsage;
type Compare = Extract<Expression, { kind: 'compare' }>;

const note = (expression: Expression, at: At): void => {
  switch (expression.kind) {
    case 'answer':
      at(expression.code).isEntangled = true;
      return;
    case 'selected':
      at(expression.code).texts.add(expression.choice);
      return;
    case 'count-selected':
      at(expression.code).isCounted = true;
      return;
    case 'compare':
      noteSide(expression, expression.left, expression.right, at);
      noteSide(expression, expression.right, expression.left, at);
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
      for (const part of partsOf(expression)) note(part, at);
  }
};

const noteSide = ({ comparison }: Compare, side: Expression, other: Expression, at: At): void => {
  if (side.kind !== 'answer') {
    note(side, at);
    return;
  }
  const usage = at(side.code);
  const number = numberIn(other);
  if (number !== null) usage.numbers.add(number);
  else if (other.kind === 'answer') usage.peers.add(other.code);
  else if (other.kind === 'text' && (comparison === '=' || comparison === '!=')) usage.texts.add(other.text);
  else usage.isEntangled = true;
};

const numberIn = (expression: Expression): number | null => {
  if (expression.kind === 'number') return expression.number;
  return expression.kind === 'minus' && expression.value.kind === 'number' ? -expression.value.number : null;
};
