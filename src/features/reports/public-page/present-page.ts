import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { PublishedReport, ReportTree } from '../domain';
import type { PublicPage } from './store';

type Texts = Pick<Translator, 't' | 'format'>;

export interface PublicPageView {
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly erratum: string | null;
  readonly method: readonly string[];
  readonly file: string;
  readonly fileText: string;
}

const BYTES_PER_MEGABYTE = 1_000_000;

export const presentPublicPage = (
  { code }: PublicPage,
  { title, state, erratum, bytes }: PublishedReport,
  { about }: ReportTree,
  { t, format }: Texts,
): PublicPageView => ({
  title,
  facts: [
    { name: t('public-page:fact.answers'), text: format.integer(about.n) },
    { name: t('public-page:fact.day'), text: about.dataCut === '' ? '–' : format.day(about.dataCut) },
    { name: t('public-page:fact.state'), text: t(`published:state.${state}`) },
  ],
  erratum,
  method: [about.running.method],
  file: `/r/${code}.pdf`,
  fileText: t('public-page:file', { megabytes: format.decimal(bytes / BYTES_PER_MEGABYTE) }),
});

/** The same page as those see it who published it. */
export interface PublicPageDesk {
  readonly address: string;
  readonly action: string;
  readonly isWithdrawn: boolean;
  readonly log: readonly string[];
}

export const presentDesk = (
  { code, report, evaluationId, isWithdrawn, log }: PublicPage,
  { t, format }: Texts,
): PublicPageDesk => ({
  address: `/r/${code}`,
  action: `/badania/${evaluationId}/raporty/${report}/strona`,
  isWithdrawn,
  log: log.map(({ kind, by, at, reason }) =>
    t(`public-page:log.${kind}${reason === '' ? '' : 'Because'}`, { by, day: format.shortDay(dayOf(at)), reason }),
  ),
});
