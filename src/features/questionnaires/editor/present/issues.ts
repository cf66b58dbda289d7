import type { Translator } from '../../../../platform/i18n';
import type { FormIssue } from '../form/item-of-form';

export interface IssueView {
  /** Id of the control it is about. */
  readonly field: string;
  readonly text: string;
  /** The expression with a caret below the character at which reading stops; null for other issues. */
  readonly caret: string | null;
}

export const presentIssues = (
  t: Translator['t'],
  issues: readonly FormIssue[],
  textOf: (issue: FormIssue) => string,
): readonly IssueView[] =>
  issues.map((issue) => {
    const { fault, details = {} } = issue;
    const isExpression = fault === 'expression';
    return {
      field: fieldIdOf(issue),
      text: isExpression ? expressionSentence(t, details) : t(`editor:issue.${fault}`, details),
      caret: isExpression ? caretLine(textOf(issue), Number(details['character'])) : null,
    };
  });

export const expressionSentence = (t: Translator['t'], details: Readonly<Record<string, string | number>>): string =>
  t('editor:issue.expression', {
    character: details['character'],
    reason: t(`questionnaires:expression.${String(details['reason'])}`, details),
  });

/** The text, and below it a caret under the character, counted from 1. Long texts are cut around it. */
export const caretLine = (text: string, character: number): string => {
  const start = Math.max(0, character - 1 - 30);
  const shown = text.slice(start, start + 60).replace(/\s/g, ' ');
  return `${shown}\n${' '.repeat(character - 1 - start)}^`;
};

/** `f-kod`, `f-o-3-kod`: where the link of the summary leads. */
const fieldIdOf = ({ part, index, fault }: FormIssue): string => {
  if (fault === 'wording-choice') return 'f-zmiana';
  if (fault === 'answered') return 'f-swiadomie';
  if (part === 'odpowiedzi') return index === undefined ? 'odpowiedzi' : `f-o-${index}`;
  if (part === 'wiersze') return index === undefined ? 'wiersze' : `f-w-${index}`;
  return `f-${part}`;
};
