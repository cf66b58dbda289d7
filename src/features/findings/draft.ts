import type { GivenTable } from '../analysis';
import type { Translator } from '../../platform/i18n';
import type { Claim, Focus } from './domain';

/** What the rules say of a table: a sentence for the title, more for the text. */
export interface Draft {
  readonly title: string;
  readonly text: string;
  readonly claim: Claim | null;
}

export const draftOf = (_given: GivenTable, _focus: Focus | null, _translator: Translator): Draft => ({
  title: '',
  text: '',
  claim: null,
});
