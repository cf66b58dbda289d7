import type { Binary } from 'mongodb';
import type { EvaluationId, VersionId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { Segment, SealedRows } from './encode-segment';

type SegmentDocument = Omit<Segment, 'versions'> & {
  _id: string;
  evaluationId: EvaluationId;
  versions: readonly (Omit<SealedRows, 'bytes'> & { bytes: Buffer | Binary })[];
};

/** What is known of a segment before it is read. */
export interface SegmentEntry {
  readonly block: number;
  /** Break-offs that its rows took the place of. */
  readonly replaced: readonly number[];
  readonly versions: readonly { readonly id: VersionId; readonly n: number }[];
}

const keyOf = (evaluationId: EvaluationId, block: number): string => `${evaluationId}:${block}`;

const bytesOf = (bytes: Buffer | Binary): Uint8Array => (Buffer.isBuffer(bytes) ? bytes : bytes.buffer);

export type SegmentStore = ReturnType<typeof createSegmentStore>;

/** Keeps nothing: columns are made of raw answers each time, as a proof must. */
export const noSegments: SegmentStore = {
  ensureIndexes: () => Promise.resolve(),
  put: () => Promise.resolve(),
  entriesOf: () => Promise.resolve([]),
  find: () => Promise.resolve(undefined),
};

/** Sealed blocks of columns. Raw answers are the truth: every segment can be lost and made again. */
export const createSegmentStore = (connection: Connection) => {
  const segments = connection.collection<SegmentDocument>('segments');
  return {
    ensureIndexes: async (): Promise<void> => {
      await segments.createIndex({ evaluationId: 1, block: 1 }, {}, undefined);
    },

    /** Whoever seals a block writes the same, so the last one may win. */
    put: async (evaluationId: EvaluationId, { versions, ...segment }: Segment): Promise<void> => {
      const _id = keyOf(evaluationId, segment.block);
      const stored = versions.map(({ bytes, ...rest }) => ({ ...rest, bytes: Buffer.from(bytes) }));
      await segments.replaceOne({ _id }, { ...segment, evaluationId, versions: stored }, { upsert: true });
    },

    entriesOf: async (evaluationId: EvaluationId): Promise<readonly SegmentEntry[]> => {
      const projection = { _id: 0, block: 1, replaced: 1, 'versions.id': 1, 'versions.n': 1 };
      return await segments.find({ evaluationId }, { projection }).sort({ block: 1 }).toArray();
    },

    find: async (evaluationId: EvaluationId, block: number): Promise<Segment | undefined> => {
      const found = await segments.findOne({ _id: keyOf(evaluationId, block) });
      if (found === null) return undefined;
      const { _id: _, evaluationId: __, versions, ...rest } = found;
      return { ...rest, versions: versions.map(({ bytes, ...each }) => ({ ...each, bytes: bytesOf(bytes) })) };
    },
  };
};
