import type { Translator } from '../../../platform/i18n';
import { ExpressionError, parseExpression, type Expression, type QuestionnaireDefinition } from '../domain';
import { clausesOf, type Clause } from './condition-clauses';

type T = Translator['t'];

/**
 * A condition in plain words, as a whole sentence: "Wszyscy, którzy w pytaniu K1 wybrali „PES”." Never throws: an
 * expression that cannot be read, or that plain words do not reach, is quoted as it stands.
 *
 * @param expression the item's or row's `shownIf`; undefined = asked of everyone
 */
export const describeCondition = (
  { t }: Translator,
  expression: string | undefined,
  definition: QuestionnaireDefinition,
): string => {
  if (expression === undefined || expression.trim() === '') return t('proof:condition.everyone');
  const parsed = parsedOf(expression);
  if (parsed === null) return t('proof:condition.unreadable', { expression });
  return t('proof:condition.those', { clause: inWords(t, clausesOf(parsed, definition), false) });
};

const parsedOf = (expression: string): Expression | null => {
  try {
    return parseExpression(expression);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
};

const inWords = (t: T, clause: Clause, isInside: boolean): string => {
  switch (clause.kind) {
    case 'and':
    case 'or': {
      const words = clause.clauses.map((inner) => inWords(t, inner, true)).join(t(`proof:condition.${clause.kind}`));
      return isInside ? `(${words})` : words;
    }
    case 'chosen':
      return t(`proof:condition.${clause.isMany ? 'marked' : 'chosen'}${clause.isDenied ? '-not' : ''}`, {
        code: clause.code,
        choices: clause.labels
          .map((label) => t('proof:condition.quoted', { label }))
          .join(t(clause.isDenied ? 'proof:condition.nor' : 'proof:condition.either')),
      });
    case 'answered':
      return t(clause.isDenied ? 'proof:condition.answered-not' : 'proof:condition.answered', { code: clause.code });
    case 'number':
      return t('proof:condition.number', { code: clause.code, amount: amount(t, clause, 'than') });
    case 'count':
      return t('proof:condition.count', {
        code: clause.code,
        amount: amount(t, clause, 'counted'),
      });
    case 'other':
      return t('proof:condition.expression', { expression: clause.expression });
  }
};

const WORDS = { '=': 'equal', '!=': 'unequal', '<': 'below', '<=': 'most', '>': 'above', '>=': 'least' } as const;

const amount = (t: T, clause: Extract<Clause, { limit: number }>, of: 'than' | 'counted'): string =>
  t(`proof:condition.${of}.${WORDS[clause.comparison]}`, { limit: clause.limit });
