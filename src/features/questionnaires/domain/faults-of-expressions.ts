import type { Item, QuestionnaireDefinition } from './definition';
import { fault, type DefinitionFault } from './definition-fault';
import { ExpressionError, parseExpression, usesOwn } from './expression';

/** An expression of an item or a row, and where it stands. */
export interface WrittenExpression {
  readonly code: string;
  readonly place: 'shownIf' | 'constraint' | 'expression';
  readonly text: string;
}

/** Every expression of an item as its author wrote it; those of a repeat's items are not among them. */
export const expressionsOf = (item: Item): readonly WrittenExpression[] => {
  const at = (code: string, place: WrittenExpression['place'], text: string | undefined) =>
    text === undefined ? [] : [{ code, place, text }];
  return [
    ...at(item.code, 'shownIf', item.shownIf),
    ...at(item.code, 'constraint', item.constraint),
    ...at(item.code, 'expression', item.kind === 'calculated' ? item.expression : undefined),
    ...('rows' in item ? item.rows.flatMap((row) => at(row.code, 'shownIf', row.shownIf)) : []),
  ];
};

/** Expressions that cannot be read, and those that ask for the own answer where there is none. */
export const faultsOfExpressions = (definition: QuestionnaireDefinition): readonly DefinitionFault[] =>
  definition.pages
    .flatMap((page) => page.items)
    .flatMap((item) => (item.kind === 'repeat' ? [item, ...item.items] : [item]))
    .flatMap(expressionsOf)
    .flatMap(faultOfExpression);

const SHOWN_OF_EXPRESSION = 200;

const faultOfExpression = ({ code, place, text }: WrittenExpression): readonly DefinitionFault[] => {
  const expression = text.slice(0, SHOWN_OF_EXPRESSION);
  try {
    const isOwnMisplaced = place !== 'constraint' && usesOwn(parseExpression(text));
    return isOwnMisplaced ? [fault(code, 'own-outside-constraint', { place, expression })] : [];
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const { reason, character, details } = error;
    return [{ ...fault(code, 'expression', { ...details, place, expression, reason }), character }];
  }
};
