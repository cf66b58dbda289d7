import type { Translator } from '../../../platform/i18n';
import type { Actor } from '../../accounts';
import { LANGUAGES, langOf, pagesOnPath, type CompiledVersion, type Language } from '../domain';
import type { Desk } from '../open-desk';
import { presentFrame, type FrameView } from '../present-frame';
import { previewAddress } from './addresses';
import type { PreviewQuery } from './inputs';
import { presentFaults, type FaultView } from './present-faults';
import { previewPaths, type PreviewPath } from './preview-paths';

interface Choice {
  readonly text: string;
  readonly address: string;
  readonly isCurrent: boolean;
  /** Language of the text; null where it is the page's own. */
  readonly lang: string | null;
}

export interface PreviewView {
  readonly frame: FrameView;
  readonly title: string;
  /** Not empty: the draft cannot be asked, and nothing is previewed. */
  readonly faults: readonly FaultView[];
  readonly widths: readonly Choice[];
  readonly languages: readonly Choice[];
  readonly paths: readonly Choice[];
  readonly pages: readonly Choice[];
  readonly isPhone: boolean;
  /** Address of the page inside. */
  readonly inside: string;
  readonly insideTitle: string;
}

/** The preview's surroundings: what is shown, and how else it could be shown. */
export const presentPreview = (
  translator: Translator,
  actor: Actor,
  desk: Desk,
  { query, compiled }: { readonly query: PreviewQuery; readonly compiled: CompiledVersion | null },
): PreviewView => {
  const { t } = translator;
  const paths = compiled === null ? [] : previewPaths(compiled);
  const to = (change: Partial<PreviewQuery>): string => addressOf(desk, { ...query, ...change });
  return {
    frame: presentFrame(translator, desk, actor, null),
    title: t('versions:preview.title', { version: desk.draft.definition.version }),
    faults: compiled === null ? presentFaults(translator, desk.draft) : [],
    widths: (['telefon', 'komputer'] as const).map((szerokosc) => ({
      text: t(`versions:preview.width.${szerokosc}`),
      address: to({ szerokosc }),
      isCurrent: szerokosc === query.szerokosc,
      lang: null,
    })),
    languages: languagesOf(desk).map(({ code, ownName }) => ({
      text: ownName,
      address: to({ jezyk: code }),
      isCurrent: code === query.jezyk,
      lang: langOf(code) === translator.locale ? null : langOf(code),
    })),
    paths: pathChoices(translator, paths, query, to),
    pages: compiled === null ? [] : pageChoices(translator, compiled, { query, paths, to }),
    isPhone: query.szerokosc === 'telefon',
    inside: insideAddress(desk, query),
    insideTitle: t('versions:preview.inside', { page: query.strona }),
  };
};

/** Polish, the languages offered, and those that have any translation yet. */
const languagesOf = ({ draft: { definition } }: Desk) => {
  const begun = new Set<Language>([
    'pl',
    ...(definition.languages ?? []),
    ...(definition.translations ?? []).map(({ language }) => language),
  ]);
  return LANGUAGES.filter(({ code }) => begun.has(code));
};

type To = (change: Partial<PreviewQuery>) => string;

const pathChoices = ({ t, format }: Translator, paths: readonly PreviewPath[], { sciezka }: PreviewQuery, to: To) =>
  paths.length === 0
    ? []
    : [
        {
          text: t('versions:preview.any-path'),
          address: to({ sciezka: '', strona: 1 }),
          isCurrent: sciezka === '',
          lang: null,
        },
        ...paths.map(({ key, labels, typical }) => ({
          text: t('versions:preview.path', {
            labels: labels.map(shortList).join(' · '),
            minutes: format.integer(typical?.minutes ?? 0),
          }),
          address: to({ sciezka: key, strona: 1 }),
          isCurrent: key === sciezka,
          lang: null,
        })),
      ];

/** `A, B i inne`: two labels are enough to recognise a kind of respondent. */
const shortList = (labels: readonly string[]): string =>
  labels.length <= 2 ? labels.join(' / ') : `${labels.slice(0, 2).join(' / ')} …`;

interface PageLinks {
  readonly query: PreviewQuery;
  readonly paths: readonly PreviewPath[];
  readonly to: To;
}

const pageChoices = (
  { t }: Translator,
  compiled: CompiledVersion,
  { query, paths, to }: PageLinks,
): readonly Choice[] => {
  const answers = paths.find(({ key }) => key === query.sciezka)?.answers ?? {};
  const onPath = new Set(pagesOnPath(compiled, answers));
  return compiled.pages
    .filter(({ number }) => query.sciezka === '' || onPath.has(number))
    .map(({ number, title }) => ({
      text: t('versions:preview.page', { page: number, title }),
      address: to({ strona: number }),
      isCurrent: number === query.strona,
      lang: null,
    }));
};

const addressOf = ({ draft }: Desk, { strona, jezyk, szerokosc, sciezka }: PreviewQuery): string => {
  const parameters = new URLSearchParams({ strona: String(strona), jezyk, szerokosc });
  if (sciezka !== '') parameters.set('sciezka', sciezka);
  return `${previewAddress(draft)}?${parameters.toString()}`;
};

export const insideAddress = (
  { draft }: Desk,
  { strona, jezyk, sciezka }: Pick<PreviewQuery, 'strona' | 'jezyk' | 'sciezka'>,
): string => {
  const parameters = new URLSearchParams({ strona: String(strona), jezyk });
  if (sciezka !== '') parameters.set('sciezka', sciezka);
  return `${previewAddress(draft)}/strona?${parameters.toString()}`;
};
