import type { EvaluationId } from '../../../platform/ids';
import { isDuplicate, type Connection } from '../../../platform/storage';
import type { ReportId } from '../domain';

/** Who took a page down or put it back, when, and why. */
export interface PublicPageChange {
  readonly kind: 'opened' | 'withdrawn' | 'restored';
  readonly by: string;
  readonly at: Date;
  /** What visitors read in its place; empty: a sentence that fits all. */
  readonly reason: string;
}

/** The address under which anyone reads the newest version of a report. */
export interface PublicPage {
  readonly code: string;
  readonly report: ReportId;
  readonly evaluationId: EvaluationId;
  readonly isWithdrawn: boolean;
  /** Oldest first. */
  readonly log: readonly PublicPageChange[];
}

type PageDocument = Omit<PublicPage, 'code' | 'log'> & { _id: string; log: PublicPageChange[] };

const toPage = ({ _id: code, ...rest }: PageDocument): PublicPage => ({ code, ...rest });

export type PublicPageStore = ReturnType<typeof createPublicPageStore>;

export const createPublicPageStore = (connection: Connection) => {
  const pages = connection.collection<PageDocument>('publicPages');
  return {
    ensureIndexes: async (): Promise<void> => {
      await pages.createIndex({ report: 1 }, { unique: true }, {});
    },

    find: async (code: string): Promise<PublicPage | undefined> => {
      const found = await pages.findOne({ _id: code });
      return found === null ? undefined : toPage(found);
    },

    findOf: async (report: ReportId): Promise<PublicPage | undefined> => {
      const found = await pages.findOne({ report });
      return found === null ? undefined : toPage(found);
    },

    /** A report keeps the address it got first. */
    addOnce: async ({ code, log, ...page }: PublicPage): Promise<void> => {
      try {
        await pages.insertOne({ _id: code, ...page, log: [...log] });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },

    /** Only where it is in the other state; true when this call did it. */
    setWithdrawn: async (report: ReportId, isWithdrawn: boolean, change: PublicPageChange): Promise<boolean> => {
      const { modifiedCount } = await pages.updateOne(
        { report, isWithdrawn: !isWithdrawn },
        { $set: { isWithdrawn }, $push: { log: change } },
      );
      return modifiedCount === 1;
    },
  };
};
