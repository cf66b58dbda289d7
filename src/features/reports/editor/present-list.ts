import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import { REPORT_KINDS, type PublishedReport, type StoredReport } from '../domain';
import { reportAddress, reportsAddress } from './addresses';
import type { NewReportInput } from './inputs';

interface Listed {
  readonly evaluation: Evaluation;
  readonly written: readonly StoredReport[];
  readonly removed: readonly StoredReport[];
  /** Newest first. */
  readonly versions: readonly PublishedReport[];
  readonly done: string | null;
  /** A form that could not be taken, shown again. */
  readonly typed: NewReportInput | null;
}

export const presentList = (
  { evaluation, written, removed, versions, done, typed }: Listed,
  { t, format }: Translator,
) => {
  const home = reportsAddress(evaluation.id);
  const institutionName = (code: string | null): string | null =>
    evaluation.institutions.find((one) => one.code === code)?.name ?? null;
  return {
    home,
    done: done === null ? null : t(`report-editor:list.done.${done}`),
    reports: written.map((report) => {
      const own = versions.filter((one) => one.report === report.id);
      const kind = t(`report-editor:report-kind.${report.kind}`);
      const name = institutionName(report.institution);
      return {
        title: report.title,
        address: reportAddress(report),
        kind: name === null ? kind : t('report-editor:list.of', { kind, name }),
        language: t(`report-editor:language.${report.language}`),
        changed: t('report-editor:list.changed', {
          day: format.dayOfMonth(report.changedAt.toISOString().slice(0, 10)),
          time: format.time(report.changedAt),
          name: report.changedBy,
        }),
        blocks: t('report-editor:lead.blocks', { count: report.blocks.length }),
        versions: own.map((version) => ({
          text: t('report-editor:list.version', {
            version: version.version,
            day: format.shortDay(version.publishedAt.toISOString().slice(0, 10)),
          }),
          state: t(`report-editor:list.${version.state}`),
          address: `${reportAddress(report)}/wersje/${version.version}`,
          pdf: `${reportAddress(report)}/wersje/${version.version}.pdf`,
          pdfLabel: t('report-editor:list.pdf-of', { title: report.title, version: version.version }),
        })),
      };
    }),
    removed: removed.map((report) => ({ title: report.title, action: `${reportAddress(report)}/przywroc` })),
    summary: `${home}/streszczenie.pdf`,
    form: presentForm(evaluation, typed, t),
  };
};

const presentForm = (evaluation: Evaluation, typed: NewReportInput | null, t: Translator['t']) => ({
  title: typed?.tytul ?? '',
  issue: typed === null ? null : t('report-editor:new.needs-institution'),
  kinds: REPORT_KINDS.map((value) => ({
    value,
    text: t(`report-editor:report-kind.${value}`),
    hint: t(`report-editor:report-about.${value}`),
    isChosen: value === (typed?.rodzaj ?? 'preliminary'),
  })),
  institutions: evaluation.institutions.map(({ code, name }) => ({
    value: code,
    text: name,
    isChosen: code === typed?.instytucja,
  })),
  languages: (['pl', 'en'] as const).map((value) => ({
    value,
    text: t(`report-editor:language.${value}`),
    isChosen: value === (typed?.jezyk ?? 'pl'),
  })),
});
