import { gunzipSync, gzipSync } from 'node:zlib';
import type { Binary } from 'mongodb';
import type { EvaluationId, PublicationId } from '../../../platform/ids';
import { insertOnce, isDuplicate, type Connection } from '../../../platform/storage';
import type { PublishedReport, PublishedReportId, ReportId, ReportTree } from '../domain';

type ReportDocument = Omit<PublishedReport, 'id'> & { _id: PublishedReportId; key: string };

/** A part of a packed tree: no document of the store may grow beyond its limit. */
interface PartDocument {
  _id: string;
  version: PublishedReportId;
  part: number;
  parts: number;
  bytes: Buffer | Binary;
}

/** An attempt to publish a version: what it told so far, so that the same attempt can be repeated. */
export interface Attempt {
  readonly report: ReportId;
  readonly version: number;
  /** Of the form that was sent. */
  readonly key: string;
  /** That the version will have. */
  readonly id: PublishedReportId;
  readonly by: string;
  readonly startedAt: Date;
  readonly told: readonly { readonly asked: string; readonly publication: PublicationId }[];
}

type AttemptDocument = Omit<Attempt, 'told'> & { _id: string; told: Attempt['told'][number][] };

const LARGEST_PART = 8_000_000;

const toReport = ({ _id: id, key: _key, ...rest }: ReportDocument): PublishedReport => ({ id, ...rest });
const toAttempt = ({ _id: _, ...rest }: AttemptDocument): Attempt => rest;
const attemptId = ({ report, version }: Pick<Attempt, 'report' | 'version'>): string => `${report}/${version}`;
const bytesOf = (bytes: Buffer | Binary): Uint8Array => (Buffer.isBuffer(bytes) ? bytes : bytes.buffer);

export type PublishedStore = ReturnType<typeof createPublishedStore>;

/** Versions that were given out. A tree is written before the version that names it: what is listed can be read. */
export const createPublishedStore = (connection: Connection, largestPart = LARGEST_PART) => {
  const [reports, parts] = [versionsOf(connection), partsOf(connection)];
  return {
    ensureIndexes: async (): Promise<void> => {
      await reports.createIndex({ report: 1, version: 1 }, { unique: true }, {});
      await reports.createIndex({ evaluationId: 1, publishedAt: 1 }, {}, {});
      await reports.createIndex({ key: 1 }, { unique: true }, {});
      await parts.createIndex({ version: 1, part: 1 }, {}, {});
    },
    ...versionsIn(connection),
    ...treesIn(connection, largestPart),
    ...attemptsIn(connection),
  };
};

const versionsOf = (connection: Connection) => connection.collection<ReportDocument>('publishedReports');
const partsOf = (connection: Connection) => connection.collection<PartDocument>('publishedTrees');

const versionsIn = (connection: Connection, reports = versionsOf(connection)) => ({
  /** Newest first. */
  allOf: async (evaluationId: EvaluationId): Promise<readonly PublishedReport[]> =>
    (await reports.find({ evaluationId }).sort({ publishedAt: -1, _id: 1 }).toArray()).map(toReport),

  /** Newest first. */
  versionsOf: async (report: ReportId): Promise<readonly PublishedReport[]> =>
    (await reports.find({ report }).sort({ version: -1 }).toArray()).map(toReport),

  find: async (id: PublishedReportId): Promise<PublishedReport | undefined> => {
    const found = await reports.findOne({ _id: id });
    return found === null ? undefined : toReport(found);
  },

  findByKey: async (key: string): Promise<PublishedReport | undefined> => {
    const found = await reports.findOne({ key });
    return found === null ? undefined : toReport(found);
  },

  /** False when this version, or this form, is there already. */
  addOnce: async ({ id, ...report }: PublishedReport, key: string): Promise<boolean> => {
    return insertOnce(reports.insertOne({ _id: id, ...report, key }));
  },
});

const treesIn = (connection: Connection, largestPart: number, parts = partsOf(connection)) => ({
  /** Repeatable: the same tree of the same version is written over itself. */
  putTree: async (version: PublishedReportId, tree: ReportTree): Promise<void> => {
    const packed = gzipSync(JSON.stringify(tree));
    const count = Math.ceil(packed.length / largestPart);
    await parts.deleteMany({ version, part: { $gt: count } });
    for (let part = 1; part <= count; part += 1) {
      const _id = `${version}/${part}`;
      const bytes = packed.subarray((part - 1) * largestPart, part * largestPart);
      await parts.replaceOne({ _id }, { version, part, parts: count, bytes }, { upsert: true });
    }
  },

  readTree: async (version: PublishedReportId): Promise<ReportTree | undefined> => {
    const found = await parts.find({ version }).sort({ part: 1 }).toArray();
    if (found.length === 0 || found.length !== found[0]?.parts) return undefined;
    return JSON.parse(gunzipSync(Buffer.concat(found.map(({ bytes }) => bytesOf(bytes)))).toString()) as ReportTree;
  },
});

const attemptsOf = (connection: Connection) => connection.collection<AttemptDocument>('publicationAttempts');

const attemptsIn = (connection: Connection, attempts = attemptsOf(connection)) => ({
  /** The attempt that stands for this version: this one, or the one that was there. */
  begin: async (attempt: Attempt): Promise<Attempt> => {
    const _id = attemptId(attempt);
    try {
      await attempts.insertOne({ _id, ...attempt, told: [...attempt.told] });
      return attempt;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    const found = await attempts.findOne({ _id });
    return found === null ? attempt : toAttempt(found);
  },

  /** Takes the place of an attempt that came to nothing; true when this call did it. */
  takeOver: async (abandoned: Attempt, { id, key, by, startedAt }: Attempt): Promise<boolean> => {
    const { modifiedCount } = await attempts.updateOne(
      { _id: attemptId(abandoned), key: abandoned.key },
      { $set: { id, key, by, startedAt, told: [] } },
    );
    return modifiedCount === 1;
  },

  noteTold: async (attempt: Attempt, told: Attempt['told'][number]): Promise<void> => {
    await attempts.updateOne({ _id: attemptId(attempt) }, { $push: { told } });
  },

  end: async (attempt: Attempt): Promise<void> => {
    await attempts.deleteOne({ _id: attemptId(attempt) });
  },
});
