import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Binary } from 'mongodb';
import type { EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { DraftSummary, KeptFile, WaveDraft, WaveDraftId } from './draft';
import { draftTooLarge } from './problems';

type FileDocument = Omit<KeptFile, 'bytes'> & { packed: Buffer | Binary };
type DraftDocument = Omit<WaveDraft, 'id' | 'data' | 'codebook'> & {
  _id: WaveDraftId;
  data: FileDocument;
  codebook: FileDocument | null;
};

/** A document holds 16 MB; choices need room, too. */
const MOST_PACKED_BYTES = 12_000_000;

const packed = ({ bytes, ...file }: KeptFile): FileDocument => ({ ...file, packed: deflateRawSync(bytes) });

const unpacked = ({ packed: content, ...file }: FileDocument): KeptFile => ({
  ...file,
  bytes: inflateRawSync(Buffer.isBuffer(content) ? content : content.buffer),
});

const toDocument = ({ id: _id, data, codebook, ...rest }: WaveDraft): DraftDocument => {
  const files = { data: packed(data), codebook: codebook && packed(codebook) };
  const size = [files.data, files.codebook].reduce((sum, file) => sum + sizeOf(file), 0);
  if (size > MOST_PACKED_BYTES) throw draftTooLarge({ megabytes: MOST_PACKED_BYTES / 1_000_000 });
  return { _id, ...rest, ...files };
};

const sizeOf = (file: FileDocument | null): number => {
  if (file === null) return 0;
  return Buffer.isBuffer(file.packed) ? file.packed.length : file.packed.length();
};

export type DraftStore = ReturnType<typeof createDraftStore>;

export const createDraftStore = (connection: Connection) => {
  const drafts = connection.collection<DraftDocument>('waveDrafts');
  return {
    ensureIndexes: async (): Promise<void> => {
      await drafts.createIndex({ evaluationId: 1, changedAt: -1 }, {}, undefined);
    },

    /** @throws Problem `waves.draft-too-large` */
    add: async (draft: WaveDraft): Promise<void> => {
      await drafts.insertOne(toDocument(draft));
    },

    find: async (evaluationId: EvaluationId, id: string): Promise<WaveDraft | undefined> => {
      const found = await drafts.findOne({ _id: id as WaveDraftId, evaluationId });
      if (found === null) return undefined;
      const { _id, data, codebook, ...rest } = found;
      return { id: _id, ...rest, data: unpacked(data), codebook: codebook && unpacked(codebook) };
    },

    /** False when somebody else was faster. */
    replace: async (draft: WaveDraft, revision: number): Promise<boolean> => {
      const { _id, ...document } = toDocument(draft);
      const { matchedCount } = await drafts.replaceOne({ _id, revision }, document);
      return matchedCount > 0;
    },

    remove: async (evaluationId: EvaluationId, id: WaveDraftId): Promise<void> => {
      await drafts.deleteOne({ _id: id, evaluationId });
    },

    /** Newest first. */
    allOf: async (evaluationId: EvaluationId): Promise<readonly DraftSummary[]> => {
      const found = await drafts.find({ evaluationId }).sort({ changedAt: -1, _id: 1 }).toArray();
      return found.map(({ _id: id, data, about, changedBy, changedAt }) => ({
        id,
        fileName: data.name,
        title: about.title,
        changedBy,
        changedAt,
      }));
    },
  };
};
