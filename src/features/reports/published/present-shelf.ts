import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import type { PublishedReport } from '../domain';
import { presentVersion, type VersionLine } from './present-version';

export interface StudyShelf {
  readonly anchor: string;
  readonly title: string;
  readonly reports: readonly (VersionLine & { readonly versions: string | null; readonly kind: string })[];
}

interface Shelf {
  readonly evaluation: Evaluation;
  /** Newest first. */
  readonly reports: readonly PublishedReport[];
}

/** The newest version of each report, study by study; studies without one are left out. */
export const presentShelf = (
  shelves: readonly Shelf[],
  translator: Pick<Translator, 't' | 'format'>,
): readonly StudyShelf[] =>
  shelves
    .filter(({ reports }) => reports.length > 0)
    .map(({ evaluation, reports }, at) => ({
      anchor: `badanie-${at + 1}`,
      title: evaluation.title,
      reports: newestOf(reports).map((newest) => ({
        ...presentVersion(newest, newest, translator),
        kind: translator.t(`published:kind.${newest.kind}`),
        versions: newest.version === 1 ? null : `/badania/${evaluation.id}/raporty/${newest.report}/wersje`,
      })),
    }));

const newestOf = (reports: readonly PublishedReport[]): readonly PublishedReport[] => {
  const newest = new Map<string, PublishedReport>();
  for (const report of reports) {
    const known = newest.get(report.report);
    if (known === undefined || known.version < report.version) newest.set(report.report, report);
  }
  return [...newest.values()];
};
