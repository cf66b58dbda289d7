import { applyProposals, type AppliedProposals, type Proposal, type TranslationLanguage } from '../domain';
import { plainText } from '../domain/plain-text';
import type { Draft, DraftKey, Drafts } from '../drafts';

export interface LanguagesNeeds {
  readonly drafts: Drafts;
}

export interface SavedTranslations extends Omit<AppliedProposals, 'definition'> {
  readonly draft: Draft;
}

/**
 * Saves what was typed, text by text: each is taken only if neither its Polish text nor its translation has changed since
 * the person saw them. The rest comes back as conflicts and refusals, and stays as it is.
 */
export const saveTranslations =
  ({ drafts }: LanguagesNeeds) =>
  async (
    key: DraftKey,
    by: string,
    language: TranslationLanguage,
    proposals: readonly Proposal[],
  ): Promise<SavedTranslations> => {
    const plain = proposals.map((proposal) => ({ ...proposal, text: plainText(proposal.text).text }));
    let outcome: Omit<AppliedProposals, 'definition'> = { taken: [], conflicts: [], refusals: [] };
    const draft = await drafts.changeDraft(key, by, ({ definition: before, state }) => {
      const { definition, ...rest } = applyProposals(before, language, plain);
      outcome = rest;
      return { definition: rest.taken.length === 0 ? before : definition, state };
    });
    return { draft, ...outcome };
  };
