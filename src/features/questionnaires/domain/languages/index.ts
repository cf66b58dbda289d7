export {
  isLanguage,
  isTranslationLanguage,
  LANGUAGES,
  langOf,
  notOffering,
  offeredLanguages,
  offering,
  TRANSLATION_LANGUAGES,
  type LanguageNames,
} from './languages';
export { textsOf, withTexts, type TextKind, type TextPlace } from './with-texts';
export { inLanguage, translationsByKey, withoutStaleKeys, withTranslations } from './translate';
export {
  completenessOf,
  countStates,
  isComplete,
  translationState,
  type Completeness,
  type TextState,
  type TranslatedPlace,
} from './completeness';
export { placeholderFaults, placeholdersOf, type PlaceholderFaults } from './placeholders';
export { longSentencesOf, MOST_WORDS, sentencesOf, type LongSentence } from './easy-text';
export { itemLanguageStates, type ItemLanguageState } from './item-language-states';
export { cleanTranslation, isSameText, LONGEST_TEXT } from './clean-text';
export {
  applyProposals,
  refusalOf,
  type AppliedProposals,
  type Conflict,
  type Proposal,
  type Refusal,
} from './apply-proposals';
export { sectionsOf, type Section } from './sections';
export {
  applySheet,
  judgeSheet,
  type AppliedSheet,
  type SheetChange,
  type SheetChangeKind,
  type SheetRemark,
  type SheetReport,
  type SheetRow,
} from './sheet';
