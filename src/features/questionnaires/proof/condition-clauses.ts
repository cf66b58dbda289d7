import { printExpression, type Expression, type Item, type QuestionnaireDefinition } from '../domain';

type Comparison = Extract<Expression, { kind: 'compare' }>['comparison'];

/** A condition in the pieces that plain words have, with labels in place of codes. */
export type Clause =
  | { readonly kind: 'and' | 'or'; readonly clauses: readonly Clause[] }
  | {
      readonly kind: 'chosen';
      readonly code: string;
      readonly labels: readonly string[];
      /** In a multiple choice one marks, elsewhere one chooses. */
      readonly isMany: boolean;
      readonly isDenied: boolean;
    }
  | { readonly kind: 'answered'; readonly code: string; readonly isDenied: boolean }
  | {
      readonly kind: 'number' | 'count';
      readonly code: string;
      readonly comparison: Comparison;
      readonly limit: number;
    }
  | { readonly kind: 'other'; readonly expression: string };

export const clausesOf = (expression: Expression, definition: QuestionnaireDefinition): Clause =>
  clauseOf(expression, labelsByCode(definition));

/** Labels of choices by the code of their question, rows included. */
type Labels = ReadonlyMap<string, ReadonlyMap<string, string>>;

const clauseOf = (expression: Expression, labels: Labels): Clause => {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return joined(expression.kind, [clauseOf(expression.left, labels), clauseOf(expression.right, labels)]);
    case 'not':
      return denied(expression.condition, labels) ?? otherOf(expression);
    case 'selected':
      return chosen(expression.code, expression.choice, labels, true);
    case 'compare':
      return compared(expression, labels) ?? otherOf(expression);
    case 'text':
    case 'number':
    case 'answer':
    case 'own':
    case 'count-selected':
    case 'arithmetic':
    case 'minus':
    case 'call':
      return otherOf(expression);
  }
};

/** "Not" goes to where plain words can carry it; an order turned round would be wrong for an empty answer. */
const denied = (expression: Expression, labels: Labels): Clause | null => {
  const clause = clauseOf(expression, labels);
  if (clause.kind === 'chosen' || clause.kind === 'answered') return { ...clause, isDenied: !clause.isDenied };
  if (expression.kind !== 'and' && expression.kind !== 'or') return null;
  const [left, right] = [denied(expression.left, labels), denied(expression.right, labels)];
  if (left === null || right === null) return null;
  return joined(expression.kind === 'and' ? 'or' : 'and', [left, right]);
};

const compared = (
  { comparison, left, right }: Extract<Expression, { kind: 'compare' }>,
  labels: Labels,
): Clause | null => {
  const limit = right.kind === 'number' ? right.number : null;
  if (left.kind === 'count-selected' && limit !== null) return { kind: 'count', code: left.code, comparison, limit };
  if (left.kind !== 'answer') return null;
  if (limit !== null) return { kind: 'number', code: left.code, comparison, limit };
  if (right.kind !== 'text' || (comparison !== '=' && comparison !== '!=')) return null;
  const isDenied = comparison === '!=';
  if (right.text === '') return { kind: 'answered', code: left.code, isDenied: !isDenied };
  return { ...chosen(left.code, right.text, labels, false), isDenied };
};

type Chosen = Extract<Clause, { kind: 'chosen' }>;

const chosen = (code: string, choice: string, labels: Labels, isMany: boolean): Chosen => ({
  kind: 'chosen',
  code,
  labels: [labels.get(code)?.get(choice) ?? choice],
  isMany,
  isDenied: false,
});

/** "K1 = a or K1 = b" is one choice of two, and "not a and not b" denies both. */
const joined = (kind: 'and' | 'or', clauses: readonly Clause[]): Clause => {
  const flat = clauses.flatMap((clause) => (clause.kind === kind ? clause.clauses : [clause]));
  const merged = flat.reduce<readonly Clause[]>((before, clause) => {
    const last = before.at(-1);
    const list = last === undefined ? null : asOneList(kind, last, clause);
    return list === null ? [...before, clause] : [...before.slice(0, -1), list];
  }, []);
  const [only] = merged;
  return merged.length === 1 && only !== undefined ? only : { kind, clauses: merged };
};

const asOneList = (kind: 'and' | 'or', last: Clause, clause: Clause): Clause | null => {
  if (last.kind !== 'chosen' || clause.kind !== 'chosen' || last.code !== clause.code) return null;
  if (last.isDenied !== clause.isDenied || last.isDenied !== (kind === 'and')) return null;
  return { ...last, labels: [...last.labels, ...clause.labels] };
};

const otherOf = (expression: Expression): Clause => ({ kind: 'other', expression: printExpression(expression) });

const labelsByCode = ({ pages }: QuestionnaireDefinition): Labels =>
  new Map(pages.flatMap(({ items }) => items).flatMap(labelsOfItem));

const labelsOfItem = (item: Item): readonly (readonly [string, ReadonlyMap<string, string>])[] => {
  if (item.kind === 'repeat') return item.items.flatMap(labelsOfItem);
  if (item.kind === 'consent')
    return [
      [
        item.code,
        new Map([
          ['tak', item.agreeLabel],
          ['nie', item.declineLabel],
        ]),
      ],
    ];
  if (!('choices' in item)) return [];
  const labels = new Map(item.choices.map(({ code, label }) => [code, label]));
  const rows = item.kind === 'battery' ? item.rows.map(({ code }) => code) : [];
  return [item.code, ...rows].map((code) => [code, labels] as const);
};
