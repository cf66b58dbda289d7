import type { Binary } from 'mongodb';
import type { EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { ReportId } from '../domain';

/** A file that proves progress, without its content. */
export interface KeptFile {
  readonly id: string;
  readonly evaluationId: EvaluationId;
  /** The report it was sent with. */
  readonly report: ReportId;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly by: string;
  readonly at: Date;
}

type FileDocument = Omit<KeptFile, 'id'> & { _id: string; bytes: Buffer | Binary };

const bytesOf = (bytes: Buffer | Binary): Buffer => (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer));
const toFile = ({ _id: id, bytes: _, ...rest }: FileDocument): KeptFile => ({ id, ...rest });

export type FilesStore = ReturnType<typeof createFilesStore>;

/** Files as they were sent. Only those that a report names are given out. */
export const createFilesStore = (connection: Connection) => {
  const files = connection.collection<FileDocument>('progressFiles');
  return {
    ensureIndexes: async (): Promise<void> => {
      await files.createIndex({ report: 1 }, {}, {});
    },

    /** Repeatable by id. */
    put: async ({ id, ...file }: KeptFile, bytes: Buffer): Promise<void> => {
      await files.replaceOne({ _id: id }, { ...file, bytes }, { upsert: true });
    },

    /** In the order of sending. */
    ofReport: async (evaluationId: EvaluationId, report: ReportId): Promise<readonly KeptFile[]> =>
      (
        await files
          .find({ evaluationId, report }, { projection: { bytes: 0 } })
          .sort({ at: 1, _id: 1 })
          .toArray()
      ).map(toFile),

    read: async (
      evaluationId: EvaluationId,
      id: string,
    ): Promise<(KeptFile & { readonly bytes: Buffer }) | undefined> => {
      const found = await files.findOne({ _id: id, evaluationId });
      return found === null ? undefined : { ...toFile(found), bytes: bytesOf(found.bytes) };
    },
  };
};
