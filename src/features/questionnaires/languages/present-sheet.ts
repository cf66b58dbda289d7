import type { Translator } from '../../../platform/i18n';
import type { Actor } from '../../accounts';
import {
  langOf,
  TRANSLATION_LANGUAGES,
  textsOf,
  type SheetChange,
  type SheetRemark,
  type TextPlace,
  type TranslationLanguage,
} from '../domain';
import type { Desk } from '../open-desk';
import { deskAddress, presentFrame, type FrameView } from '../present-frame';
import { whereOf } from './present-overview';
import type { LoadedSheet } from './store';

export interface LoadSheetView {
  readonly frame: FrameView;
  readonly address: string;
  readonly back: string;
  readonly error: string | null;
}

export const presentLoadSheet = (
  translator: Translator,
  desk: Desk,
  actor: Actor,
  error: string | null,
): LoadSheetView => ({
  frame: presentFrame(translator, desk, actor, 'jezyki'),
  address: `${deskAddress(desk)}/jezyki/wczytanie`,
  back: `${deskAddress(desk)}/jezyki`,
  error,
});

export interface ChangeView {
  readonly where: string;
  readonly polish: string;
  readonly madeFrom: string | null;
  readonly before: string | null;
  readonly after: string;
}

export interface SheetReportView {
  readonly frame: FrameView;
  readonly address: string;
  readonly back: string;
  readonly summary: readonly string[];
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly lang: string;
    readonly changes: readonly ChangeView[];
    readonly more: string | null;
  }[];
  readonly remarks: readonly string[];
  readonly moreRemarks: string | null;
  readonly confirm: string | null;
}

/** More than this is only counted: nobody reads further, and a page must stay a page. */
const MOST_LISTED = 200;

export const presentSheetReport = (
  translator: Translator,
  desk: Desk,
  actor: Actor,
  { id, report, cells }: LoadedSheet,
): SheetReportView => {
  const { t } = translator;
  const { changes, same, empty } = report;
  const places = new Map(textsOf(desk.draft.definition).map((place) => [place.key, place]));
  const remarks = [
    ...report.remarks.map((remark) => remarkText(translator, remark)),
    ...cells.map(({ kind, cell }) => t(`languages:report.cell.${kind}`, { cell })),
  ];
  const home = `${deskAddress(desk)}/jezyki`;
  return {
    frame: presentFrame(translator, desk, actor, 'jezyki'),
    address: `${home}/wczytanie/${id}`,
    back: home,
    summary: [
      ...KINDS.map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const),
      ['same', same] as const,
      ['empty', empty] as const,
      ['left', remarks.length] as const,
    ].flatMap(([what, count]) => (count === 0 ? [] : [t(`languages:report.${what}`, { count })])),
    groups: TRANSLATION_LANGUAGES.flatMap((language) =>
      KINDS.map((kind) => groupOf(translator, places, { language, kind, changes })),
    ).filter((group) => group.changes.length > 0),
    remarks: remarks.slice(0, MOST_LISTED),
    moreRemarks: moreText(translator, remarks.length),
    confirm: changes.length === 0 ? null : t('languages:report.confirm', { count: changes.length }),
  };
};

const KINDS = ['new', 'changed', 'outdated'] as const;

interface GroupQuestion {
  readonly language: TranslationLanguage;
  readonly kind: SheetChange['kind'];
  readonly changes: readonly SheetChange[];
}

const groupOf = (
  translator: Translator,
  places: ReadonlyMap<string, TextPlace>,
  { language, kind, changes }: GroupQuestion,
): SheetReportView['groups'][number] => {
  const { t } = translator;
  const own = changes.filter((change) => change.language === language && change.kind === kind);
  return {
    id: `${language}-${kind}`,
    title: t(`languages:report.title.${kind}`, { language: t(`languages:name.${language}`) }),
    lang: langOf(language),
    changes: own.slice(0, MOST_LISTED).map((change) => changeView(translator, places.get(change.key), change)),
    more: moreText(translator, own.length),
  };
};

const changeView = (
  translator: Translator,
  place: TextPlace | undefined,
  { key, kind, from, previous, text }: SheetChange,
): ChangeView => ({
  where: place === undefined ? key : whereOf(translator, place),
  polish: place?.polish ?? from,
  madeFrom: kind === 'outdated' ? from : null,
  before: previous === '' ? null : previous,
  after: text,
});

const moreText = ({ t }: Translator, count: number): string | null =>
  count > MOST_LISTED ? t('languages:report.more', { count: count - MOST_LISTED }) : null;

const remarkText = ({ t }: Translator, { line, key, language, kind, names }: SheetRemark): string =>
  t(`languages:report.remark.${kind}`, {
    line,
    key: key.slice(0, 80),
    language: language === null ? '' : t(`languages:name.${language}`),
    names: names.join(', ').slice(0, 200),
  });
