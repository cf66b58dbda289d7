import type { QuestionnaireDefinition } from '../domain';
import { locateItem } from '../domain/edit';

const LONGEST = 70;

/** First words of an item, or the title of a page; undefined where neither is there or nothing is written yet. */
export const labelOf = (definition: QuestionnaireDefinition, subject: string): string | undefined => {
  const text =
    locateItem(definition, subject)?.item.text ?? definition.pages.find(({ id }) => id === subject)?.title ?? '';
  return text.trim() === '' ? undefined : shortened(text);
};

/** Cut between words, with an ellipsis. */
export const shortened = (text: string, longest = LONGEST): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
};
