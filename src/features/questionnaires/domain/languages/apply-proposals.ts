import type { QuestionnaireDefinition, TranslatedText, TranslationLanguage } from '../definition';
import { cleanTranslation, isSameText, LONGEST_TEXT } from './clean-text';
import { translationState, type TranslatedPlace } from './completeness';
import { placeholderFaults, type PlaceholderFaults } from './placeholders';
import { withTranslations } from './translate';

/** A translation as somebody typed it, with what they saw while typing. */
export interface Proposal {
  readonly key: string;
  /** The Polish text they had before them. */
  readonly from: string;
  /** The translation they had before them; empty when there was none. */
  readonly previous: string;
  readonly text: string;
  /** The same text is right for the changed Polish text, too. */
  readonly stillFits?: boolean;
}

/** What somebody else changed since the person opened the form. */
export interface Conflict {
  readonly key: string;
  readonly kind: 'text-gone' | 'polish-changed' | 'translation-changed';
  /** Text of the person who now learns of it. */
  readonly proposed: string;
  readonly polish: string;
  readonly stored: string;
}

export interface Refusal extends PlaceholderFaults {
  readonly key: string;
  readonly kind: 'placeholders' | 'too-long';
  readonly proposed: string;
}

export interface AppliedProposals {
  readonly definition: QuestionnaireDefinition;
  /** Keys of the texts that changed. */
  readonly taken: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly refusals: readonly Refusal[];
}

type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'taken'; readonly text: TranslatedText }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Puts in what can be put in, and says of everything else why it was left as it is. */
export const applyProposals = (
  definition: QuestionnaireDefinition,
  language: TranslationLanguage,
  proposals: readonly Proposal[],
): AppliedProposals => {
  const places = new Map(translationState(definition, language).map((place) => [place.key, place]));
  const verdicts = proposals.map((proposal) => judge(proposal, places.get(proposal.key)));
  const taken = verdicts.flatMap((verdict) => (verdict.kind === 'taken' ? [verdict.text] : []));
  return {
    definition: withTranslations(definition, language, taken),
    taken: taken.map(({ key }) => key),
    conflicts: verdicts.flatMap((verdict) => (verdict.kind === 'conflict' ? [verdict.conflict] : [])),
    refusals: verdicts.flatMap((verdict) => (verdict.kind === 'refused' ? [verdict.refusal] : [])),
  };
};

const judge = (proposal: Proposal, place: TranslatedPlace | undefined): Verdict => {
  const { key, previous, stillFits = false } = proposal;
  const text = cleanTranslation(proposal.text);
  const isUntouched = isSameText(text, previous) && !stillFits;
  if (isUntouched) return { kind: 'same' };
  if (place === undefined) return conflictOf('text-gone', key, text);
  const { polish, translation, from } = place;
  const stored = translation ?? '';
  if (isSameText(stored, text) && (from === polish || text === '')) return { kind: 'same' };
  if (!isSameText(proposal.from, polish)) return conflictOf('polish-changed', key, text, place);
  if (!isSameText(previous, stored)) return conflictOf('translation-changed', key, text, place);
  const refusal = refusalOf(key, polish, text);
  if (refusal !== null) return { kind: 'refused', refusal };
  return { kind: 'taken', text: { key, from: polish, text } };
};

const conflictOf = (kind: Conflict['kind'], key: string, proposed: string, place?: TranslatedPlace): Verdict => ({
  kind: 'conflict',
  conflict: { key, kind, proposed, polish: place?.polish ?? '', stored: place?.translation ?? '' },
});

/** Why a text cannot be a translation of the Polish one; null when it can. An empty text takes the translation away. */
export const refusalOf = (key: string, polish: string, text: string): Refusal | null => {
  if (text.length > LONGEST_TEXT) return { key, kind: 'too-long', proposed: text, lost: [], foreign: [] };
  const faults = placeholderFaults(polish, text);
  const isFaulty = text !== '' && faults.lost.length + faults.foreign.length > 0;
  return isFaulty ? { key, kind: 'placeholders', proposed: text, ...faults } : null;
};
