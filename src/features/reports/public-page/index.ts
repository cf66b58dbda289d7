import type { Clock } from '../../../platform/clock';
import { secretToken } from '../../../platform/random';
import type { Connection } from '../../../platform/storage';
import type { PublishedReport, ReportId, ReportTree } from '../domain';
import { noPublicPage, pageChanged, withdrawn, withdrawnBecause } from './problems';
import { createPublicPageStore, type PublicPage, type PublicPageStore } from './store';

export type { PublicPage } from './store';

export interface PublicPageNeeds {
  readonly connection: Connection;
  readonly clock: Clock;
  /** Newest first. */
  readonly listVersions: (report: ReportId) => Promise<readonly PublishedReport[]>;
  readonly readTree: (id: PublishedReport['id']) => Promise<ReportTree>;
}

export interface OpenedPage {
  readonly page: PublicPage;
  readonly version: PublishedReport;
  readonly tree: ReportTree;
}

interface Change {
  readonly by: string;
  readonly reason: string;
}

/** Pages that anyone may read, without signing in: the newest version of a report in plain language. */
export const createPublicPages = ({ connection, clock, ...needs }: PublicPageNeeds) => {
  const store = createPublicPageStore(connection);
  const change = async (report: ReportId, isWithdrawn: boolean, { by, reason }: Change): Promise<void> => {
    const kind = isWithdrawn ? 'withdrawn' : 'restored';
    const isMine = await store.setWithdrawn(report, isWithdrawn, { kind, by, at: clock.now(), reason });
    if (!isMine) throw pageChanged();
  };
  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,
    /** Repeatable: gives a report for the public its address. */
    openFor: async ({ kind, report, evaluationId, publishedBy }: PublishedReport): Promise<void> => {
      if (kind !== 'public' || (await store.findOf(report)) !== undefined) return;
      const opened = { kind: 'opened', by: publishedBy, at: clock.now(), reason: '' } as const;
      await store.addOnce({ code: newCode(), report, evaluationId, isWithdrawn: false, log: [opened] });
    },
    findOf: store.findOf,
    readPage: readPage(store, needs),
    /** @throws Problem `public-page.changed` */
    withdraw: (report: ReportId, by: Change): Promise<void> => change(report, true, by),
    /** @throws Problem `public-page.changed` */
    restore: (report: ReportId, by: Change): Promise<void> => change(report, false, by),
  };
};

export type PublicPages = ReturnType<typeof createPublicPages>;

/** Twelve readable characters, 58 bits: nobody finds a page by trying. */
const newCode = (): string => secretToken().slice(0, 12);

/** @throws Problem `public-page.not-found` · `public-page.withdrawn` · `public-page.withdrawn-because` */
const readPage =
  (store: PublicPageStore, { listVersions, readTree }: Pick<PublicPageNeeds, 'listVersions' | 'readTree'>) =>
  async (code: string): Promise<OpenedPage> => {
    const page = await store.find(code.toUpperCase());
    if (page === undefined) throw noPublicPage();
    if (page.isWithdrawn) {
      const reason = page.log.at(-1)?.reason ?? '';
      throw reason === '' ? withdrawn() : withdrawnBecause({ reason });
    }
    const [version] = await listVersions(page.report);
    if (version === undefined) throw noPublicPage();
    return { page, version, tree: await readTree(version.id) };
  };
