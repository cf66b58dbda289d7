import { parseExpression, ExpressionError } from '../../domain';
import type { RemarkBook } from '../report';
import type { SourceChoice, SourceItem } from '../source/source-form';

/**
 * "Inna, jaka?" is a question of its own in XLSForm, shown where the choice was marked. Here it belongs to the choice: such
 * pairs become one.
 */
export const mergeOtherTexts = (items: readonly SourceItem[], remarks: RemarkBook): readonly SourceItem[] => {
  const merged: SourceItem[] = [];
  for (const item of items) {
    const before = merged.at(-1);
    const joined = before === undefined || item.kind !== 'open' ? null : joinedWith(before, item);
    if (joined === null) merged.push(item);
    else {
      merged[merged.length - 1] = joined;
      remarks.changed('other-merged', item.place, { question: joined.code });
    }
  }
  return merged;
};

const LOOKS_LIKE_OTHER = /(other|inne|inna|inny|inn[ey]j|jak[aie]|spec|oth)/i;

const joinedWith = (before: SourceItem, text: SourceItem): SourceItem | null => {
  if (before.kind !== 'single' && before.kind !== 'multiple') return null;
  const choice = choiceIn(text.shownIf ?? '', before.code);
  if (choice === null || before.choices.some(({ other }) => other)) return null;
  if (!LOOKS_LIKE_OTHER.test(`${text.code} ${choice}`)) return null;
  const choices = before.choices.map((each): SourceChoice => (each.code === choice ? { ...each, other: true } : each));
  return choices.some(({ other }) => other) ? { ...before, choices, otherName: text.code } : null;
};

/** The choice that a condition asks for: `${K1} = 'inna'` or `selected(${K1}, 'inna')`. */
const choiceIn = (condition: string, code: string): string | null => {
  try {
    const expression = parseExpression(
      condition.replace(/\$\{\s*([^{}]*?)\s*\}/g, (_, name: string) => (name === code ? '${X}' : '${Y}')),
    );
    if (expression.kind === 'selected') return expression.code === 'X' ? expression.choice : null;
    if (expression.kind !== 'compare' || expression.comparison !== '=' || expression.right.kind !== 'text') return null;
    return expression.left.kind === 'answer' && expression.left.code === 'X' ? expression.right.text : null;
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
};
