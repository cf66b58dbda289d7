import { dayOf } from '../../platform/clock';
import type { Translator } from '../../platform/i18n';
import type { Actor } from '../accounts';
import type { PublishedReport } from './domain';
import { mayRead } from './published';

/** A file to download, with what it is before it is opened. */
export interface FileView {
  readonly name: string;
  /** `2 strony, 0,4 MB, 18 listopada`. */
  readonly about: string;
  readonly megabytes: string;
  readonly path: string;
  /** The same to be read in the browser; null: only as a file. */
  readonly page: string | null;
}

const BYTES_PER_MEGABYTE = 1_000_000;

/** The newest version of each report that the person may read, newest first. */
export const presentFiles = (
  published: readonly PublishedReport[],
  actor: Actor,
  translator: Translator,
): readonly FileView[] => {
  const newest = new Map<string, PublishedReport>();
  for (const version of published) {
    const known = newest.get(version.report);
    if (mayRead(actor, version) && (known === undefined || known.version < version.version))
      newest.set(version.report, version);
  }
  return [...newest.values()].map((version) => fileOf(version, translator));
};

const fileOf = (
  { evaluationId, report, version, title, pages, bytes, publishedAt }: PublishedReport,
  translator: Translator,
): FileView => {
  const page = `/badania/${evaluationId}/raporty/${report}/wersje/${version}`;
  return { name: title, path: `${page}.pdf`, page, ...sizeOf({ pages, bytes, day: dayOf(publishedAt) }, translator) };
};

/** Pages, size and day of a file, in words. */
export const sizeOf = (
  { pages, bytes, day }: { readonly pages: number; readonly bytes: number; readonly day: string },
  { t, format }: Translator,
): Pick<FileView, 'about' | 'megabytes'> => {
  const megabytes = t('reports:home.megabytes', { size: format.decimal(bytes / BYTES_PER_MEGABYTE) });
  const about = t('reports:home.size', { count: pages, pages, megabytes, day: format.dayOfMonth(day) });
  return { about, megabytes };
};
