import type { Translator } from '../../../platform/i18n';
import type { Actor } from '../../accounts';
import {
  countStates,
  langOf,
  sectionsOf,
  translationState,
  type Section,
  type TranslatedPlace,
  type TranslationLanguage,
} from '../domain';
import type { Desk } from '../open-desk';
import { deskAddress, presentFrame, type FrameView } from '../present-frame';
import { fillable } from './fill-from-bank';
import { SHOWN, type Shown } from './inputs';
import { progressOf } from './present-overview';
import { isShown, presentGroups, type Returned, type TextGroup } from './present-texts';
import { suggesting } from './suggestions';

export interface LanguageView {
  readonly frame: FrameView;
  readonly name: string;
  readonly lang: string;
  readonly home: string;
  readonly address: string;
  readonly mayWrite: boolean;
  readonly progress: ReturnType<typeof progressOf>;
  readonly filters: readonly { readonly text: string; readonly address: string; readonly isCurrent: boolean }[];
  readonly shown: Shown;
  readonly outline: readonly {
    readonly number: number;
    readonly text: string;
    readonly count: string;
    readonly address: string;
    readonly isCurrent: boolean;
  }[];
  readonly section: { readonly number: number; readonly title: string; readonly groups: readonly TextGroup[] };
  readonly next: { readonly address: string; readonly title: string } | null;
  readonly bank: { readonly address: string; readonly text: string } | null;
  readonly message: string | null;
  readonly errors: readonly { readonly address: string; readonly text: string }[];
}

export interface LanguageQuestion {
  readonly language: TranslationLanguage;
  readonly shown: Shown;
  /** Number of the section; absent: the first in which something is to be done. */
  readonly section: number | undefined;
  readonly message: string | null;
  readonly returned: Returned;
}

export const presentLanguage = (
  translator: Translator,
  desk: Desk,
  actor: Actor,
  question: LanguageQuestion,
): LanguageView => {
  const { t } = translator;
  const { language, shown, returned } = question;
  const { definition } = desk.draft;
  const places = translationState(definition, language);
  const matches = isShown(shown, desk.versions[0]?.definition, language);
  const sections = sectionsOf(places);
  const section = chosenSection(sections, question.section, matches);
  const home = `${deskAddress(desk)}/jezyki`;
  const address = `${home}/${language}`;
  const isReturned = keysOf(returned);
  const groups = presentGroups(
    translator,
    section.places.filter((place) => matches(place) || isReturned.has(place.key)),
    { language, suggestionFor: suggesting(places, language, namesOf(desk)), returned },
  );
  const frame = presentFrame(translator, desk, actor, 'jezyki');
  const next = sections.find((one) => one.number > section.number && one.places.some(matches));
  const found = fillable(definition, language, namesOf(desk)).length;
  return {
    frame,
    name: t(`languages:name.${language}`),
    lang: langOf(language),
    home,
    address,
    mayWrite: frame.mayWrite,
    progress: progressOf(translator, countStates(places), t(`languages:name.${language}`)),
    filters: filtersOf(translator, desk, address, { ...question, section: section.number }),
    shown,
    outline: sections.map((one) => ({
      number: one.number,
      text: titleOf(translator, desk, one),
      count: t('languages:form.count', { count: one.places.filter(matches).length }),
      address: addressOf(address, one.number, shown),
      isCurrent: one.number === section.number,
    })),
    section: { number: section.number, title: titleOf(translator, desk, section), groups },
    next:
      next === undefined
        ? null
        : { address: addressOf(address, next.number, shown), title: titleOf(translator, desk, next) },
    bank: found === 0 ? null : { address: `${address}/z-banku`, text: t('languages:form.fill', { count: found }) },
    message: question.message,
    errors: groups.flatMap(({ texts }) =>
      texts.flatMap(({ id, label, error }) =>
        error === null ? [] : [{ address: `#${id}`, text: `${label}: ${error}` }],
      ),
    ),
  };
};

/** Names that are the same in every language: those of the institutions of the evaluation. */
export const namesOf = ({ evaluation }: Desk): ReadonlySet<string> =>
  new Set(evaluation.institutions.map(({ name }) => name));

const keysOf = ({ conflicts, refusals }: Returned): ReadonlySet<string> =>
  new Set([...conflicts, ...refusals].map(({ key }) => key));

const NOTHING: Section<TranslatedPlace> = { number: 1, page: null, part: 1, parts: 1, places: [] };

const chosenSection = (
  sections: readonly Section<TranslatedPlace>[],
  wanted: number | undefined,
  matches: (place: TranslatedPlace) => boolean,
): Section<TranslatedPlace> =>
  sections.find(({ number }) => number === wanted) ??
  sections.find(({ places }) => places.some((place) => place.state !== 'done' && matches(place))) ??
  sections.find(({ places }) => places.some(matches)) ??
  sections[0] ??
  NOTHING;

export const addressOf = (address: string, section: number, shown: Shown): string =>
  `${address}?strona=${section}${shown === 'wszystkie' ? '' : `&pokaz=${shown}`}`;

const filtersOf = (
  { t, format }: Translator,
  { draft, versions }: Desk,
  address: string,
  { language, shown, section = 1 }: LanguageQuestion,
): LanguageView['filters'] => {
  const places = translationState(draft.definition, language);
  const offered = SHOWN.filter((choice) => choice !== 'zmienione' || versions.length > 0);
  return offered.map((choice) => ({
    text: t(`languages:shown.${choice}`, {
      n: format.integer(places.filter(isShown(choice, versions[0]?.definition, language)).length),
    }),
    // A filter leads to the first page that has such texts.
    address: choice === 'wszystkie' ? addressOf(address, section, choice) : `${address}?pokaz=${choice}`,
    isCurrent: choice === shown,
  }));
};

const titleOf = ({ t }: Translator, { draft }: Desk, { page, part, parts }: Section<TranslatedPlace>): string => {
  if (page === null) return t('languages:form.start');
  const index = draft.definition.pages.findIndex(({ id }) => id === page);
  const title = t('languages:form.page', { number: index + 1, title: draft.definition.pages[index]?.title ?? page });
  return parts === 1 ? title : t('languages:form.part', { title, part });
};
