import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { PublishedReport } from '../domain';
import { versionAddress } from './publish-report';

/** A version in a line of a list. */
export interface VersionLine {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly state: { readonly text: string; readonly tone: string; readonly icon: string };
  readonly address: string;
  readonly file: string;
  /** Workbook of its tables; null where it has none. */
  readonly tables: string | null;
  readonly size: string;
  /** Null for the first. */
  readonly changes: string | null;
  readonly erratum: string | null;
  readonly data: string;
  readonly made: string;
  readonly isNewest: boolean;
}

type Texts = Pick<Translator, 't' | 'format'>;

const BYTES_PER_MEGABYTE = 1_000_000;
const LOOKS = {
  preliminary: { tone: 'badge-warn', icon: 'clock' },
  final: { tone: 'badge-ok', icon: 'check' },
} as const;

export const presentVersion = (
  version: PublishedReport,
  newest: PublishedReport,
  { t, format }: Texts,
): VersionLine => {
  const { state, dataCut, n, pages, bytes, publishedAt, publishedBy, publications } = version;
  const address = versionAddress(version);
  const megabytes = format.decimal(bytes / BYTES_PER_MEGABYTE);
  return {
    id: version.id,
    title: version.title,
    name: t('published:version.name', { version: version.version }),
    state: { text: t(`published:state.${state}`), ...LOOKS[state] },
    address,
    file: `${address}.pdf`,
    tables: publications.length === 0 ? null : `${address}.xlsx`,
    size: t('published:version.size', { count: pages, pages: format.integer(pages), megabytes }),
    changes: version.version === 1 ? null : `${address}/zmiany`,
    erratum: version.erratum,
    data:
      dataCut === null
        ? t('published:version.noData')
        : t('published:version.data', { day: format.shortDay(dataCut), n: format.integer(n) }),
    made: t('published:version.made', {
      day: format.shortDay(dayOf(publishedAt)),
      time: format.time(publishedAt),
      by: publishedBy,
    }),
    isNewest: version.id === newest.id,
  };
};

export interface VersionPageView {
  readonly version: VersionLine;
  /** Where a newer one is; null on the newest. */
  readonly newer: { readonly text: string; readonly address: string } | null;
  readonly list: string;
}

export const presentVersionPage = (
  version: PublishedReport,
  newest: PublishedReport,
  translator: Texts,
): VersionPageView => ({
  version: presentVersion(version, newest, translator),
  list: `/badania/${version.evaluationId}/raporty/${version.report}/wersje`,
  newer:
    version.id === newest.id
      ? null
      : {
          text: translator.t(`published:version.newer.${newest.state}`, { version: newest.version }),
          address: versionAddress(newest),
        },
});
