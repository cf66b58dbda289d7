import type { Translator } from '../../platform/i18n';
import { focusText, type GivenTable } from '../analysis';
import type { Focus } from './domain';
import { suggestFocuses } from './domain/claims';
import { draftFinding, type DraftFinding } from './word-claim';

/** A sentence that the rules make of a table, and what it is about. */
export interface Suggestion {
  readonly focus: Focus;
  readonly text: string;
  readonly draft: DraftFinding;
}

export interface Sentences {
  readonly suggestions: readonly Suggestion[];
  /** What the finding is about; null where the table says nothing. */
  readonly focus: Focus | null;
  readonly draft: DraftFinding | null;
}

/** What may be said of a table: what was asked for first, then the most telling; each sentence once. */
export const suggestSentences = (given: GivenTable, asked: Focus | null, translator: Translator): Sentences => {
  const found = new Map<string, Suggestion>();
  for (const focus of [...(asked === null ? [] : [asked]), ...suggestFocuses(given)]) {
    const draft = draftFinding(given, focus, translator);
    if (draft !== null && !found.has(draft.title)) found.set(draft.title, { focus, text: focusText(focus), draft });
  }
  const suggestions = [...found.values()];
  const [first] = suggestions;
  if (asked !== null) return { suggestions, focus: asked, draft: draftFinding(given, asked, translator) };
  return { suggestions, focus: first?.focus ?? null, draft: first?.draft ?? draftFinding(given, null, translator) };
};
