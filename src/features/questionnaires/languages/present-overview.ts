import type { Translator } from '../../../platform/i18n';
import type { Actor } from '../../accounts';
import {
  completenessOf,
  isComplete,
  langOf,
  LANGUAGES,
  TRANSLATION_LANGUAGES,
  translationState,
  type Completeness,
  type TranslatedPlace,
  type TranslationLanguage,
} from '../domain';
import type { Desk } from '../open-desk';
import { deskAddress, presentFrame, type FrameView } from '../present-frame';

export interface LanguageCard {
  readonly code: TranslationLanguage;
  readonly lang: string;
  readonly ownName: string;
  readonly name: string;
  readonly badge: { readonly look: 'ok' | 'warn' | 'info'; readonly text: string };
  readonly progress: { readonly done: number; readonly all: number; readonly text: string; readonly label: string };
  readonly counts: readonly { readonly name: string; readonly text: string }[];
  readonly address: string;
  readonly offer: {
    readonly address: string;
    readonly value: 'tak' | 'nie';
    readonly text: string;
    /** Address of the page that asks first; null where there is nothing to warn of. */
    readonly ask: string | null;
  };
}

export interface OverviewView {
  readonly frame: FrameView;
  readonly cards: readonly LanguageCard[];
  readonly sheet: { readonly xlsx: string; readonly csv: string; readonly load: string };
  readonly message: string | null;
  readonly mayWrite: boolean;
}

export const presentOverview = (
  translator: Translator,
  desk: Desk,
  actor: Actor,
  message: string | null,
): OverviewView => {
  const frame = presentFrame(translator, desk, actor, 'jezyki');
  const home = `${deskAddress(desk)}/jezyki`;
  return {
    frame,
    cards: TRANSLATION_LANGUAGES.map((language) => cardOf(translator, desk, home, language)),
    sheet: { xlsx: `${home}/arkusz.xlsx`, csv: `${home}/arkusz.csv`, load: `${home}/wczytanie` },
    message,
    mayWrite: frame.mayWrite,
  };
};

const cardOf = (translator: Translator, { draft }: Desk, home: string, language: TranslationLanguage): LanguageCard => {
  const { t, format } = translator;
  const { definition } = draft;
  const counts = completenessOf(definition, language);
  const isOffered = definition.languages?.includes(language) ?? false;
  const address = `${home}/${language}`;
  return {
    code: language,
    lang: langOf(language),
    ownName: ownNameOf(language),
    name: t(`languages:name.${language}`),
    badge: badgeOf(translator, counts, isOffered),
    progress: progressOf(translator, counts, t(`languages:name.${language}`)),
    counts: (['missing', 'outdated'] as const).map((state) => ({
      name: t(`languages:state.${state}`),
      text: format.integer(counts[state]),
    })),
    address,
    offer: {
      address: `${address}/oferta`,
      value: isOffered ? 'nie' : 'tak',
      text: t(isOffered ? 'languages:overview.withdraw' : 'languages:overview.offer'),
      ask: isOffered || isComplete(counts) ? null : `${address}/oferta`,
    },
  };
};

export const ownNameOf = (language: TranslationLanguage): string =>
  LANGUAGES.find(({ code }) => code === language)?.ownName ?? language;

export const progressOf = ({ t, format }: Translator, { done, all }: Completeness, language: string) => ({
  done,
  all,
  text: t('languages:overview.progress', { done: format.integer(done), all: format.integer(all) }),
  label: t('languages:overview.progress-label', { language, done: format.integer(done), all: format.integer(all) }),
});

const badgeOf = ({ t }: Translator, counts: Completeness, isOffered: boolean): LanguageCard['badge'] => {
  if (!isOffered) return { look: 'info', text: t('languages:overview.not-offered') };
  return isComplete(counts)
    ? { look: 'ok', text: t('languages:overview.offered') }
    : { look: 'warn', text: t('languages:overview.offered-incomplete') };
};

export interface OfferQuestionView {
  readonly frame: FrameView;
  readonly title: string;
  readonly warning: string;
  readonly outdatedNote: string | null;
  readonly missing: readonly { readonly where: string; readonly text: string }[];
  readonly more: string | null;
  readonly address: string;
  readonly back: string;
  readonly translate: string;
}

/** More of the Polish texts than this are only counted. */
const MOST_LISTED = 30;

/** What stays Polish if a language is offered now. */
export const presentOfferQuestion = (
  translator: Translator,
  desk: Desk,
  actor: Actor,
  language: TranslationLanguage,
): OfferQuestionView => {
  const { t } = translator;
  const places = translationState(desk.draft.definition, language);
  const missing = places.filter(({ state }) => state === 'missing');
  const outdated = places.filter(({ state }) => state === 'outdated').length;
  const home = `${deskAddress(desk)}/jezyki`;
  return {
    frame: presentFrame(translator, desk, actor, 'jezyki'),
    title: t('languages:offer.title', { language: t(`languages:name.${language}`) }),
    warning: t('languages:offer.stays-polish', { count: missing.length }),
    outdatedNote: outdated === 0 ? null : t('languages:offer.outdated', { count: outdated }),
    missing: missing.slice(0, MOST_LISTED).map((place) => ({ where: whereOf(translator, place), text: place.polish })),
    more: missing.length > MOST_LISTED ? t('languages:offer.more', { count: missing.length - MOST_LISTED }) : null,
    address: `${home}/${language}/oferta`,
    back: home,
    translate: `${home}/${language}?pokaz=brak`,
  };
};

/** `K1, odpowiedź`: enough to find the text. */
export const whereOf = ({ t }: Translator, { item, kind }: Pick<TranslatedPlace, 'item' | 'kind'>): string =>
  item === null ? t(`languages:kind.${kind}`) : t('languages:where', { item, kind: t(`languages:kind-in.${kind}`) });
