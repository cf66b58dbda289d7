import type { Translator } from '../../platform/i18n';
import type { GivenTable } from '../analysis';
import type { Claim, Focus } from './domain';
import { draftFinding } from './word-claim';

/** What the rules say of a table: a sentence for the title, more for the text; empty where they have nothing to say. */
export interface Draft {
  readonly title: string;
  readonly text: string;
  readonly claim: Claim | null;
}

export const draftOf = (given: GivenTable, focus: Focus | null, translator: Translator): Draft =>
  draftFinding(given, focus, translator) ?? { title: '', text: '', claim: null };
