import { ExpressionError, parseExpression } from '../../domain/expression';
import { cleanExpression } from './clean-text';
import { fieldOf, hasPart, type ItemForm } from './item-form';
import type { FormIssue } from './item-of-form';

export interface ExpressionIssue {
  readonly character: number;
  /** Its sentence stands in `questionnaires:expression.<reason>`. */
  readonly reason: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Where an expression stops being readable; undefined when all of it is. */
export const expressionFault = (text: string): ExpressionIssue | undefined => {
  try {
    parseExpression(text);
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionError)
      return { character: error.character, reason: error.reason, details: error.details };
    throw error;
  }
};

/** Expressions in the form that cannot be read, each with the character at which reading stops. */
export const expressionIssues = (form: ItemForm): readonly FormIssue[] => {
  const inFields = (['ograniczenie', 'wyrazenie'] as const)
    .filter((part) => hasPart(form.kind, part))
    .map((part) => ({ place: { part }, text: cleanExpression(fieldOf(form, part)) }));
  const inRows = form.rows.map(({ shownIf }, index) => ({
    place: { part: 'wiersze' as const, index },
    text: cleanExpression(shownIf),
  }));
  return [...inFields, ...inRows].flatMap(({ place, text }): readonly FormIssue[] => {
    const fault = text === '' ? undefined : expressionFault(text);
    if (fault === undefined) return [];
    const { details, ...where } = fault;
    return [{ ...place, fault: 'expression', details: { ...details, ...where } }];
  });
};
