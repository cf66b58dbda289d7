import type { Binary } from 'mongodb';
import type { EvaluationId, WaveId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { EncodedVariable } from './encode-variable';
import type { Wave } from './wave';

/** Waves taken in before this was kept say nothing of who did it. */
type WaveDocument = Omit<Wave, 'id' | 'importedBy'> & { _id: WaveId; importedBy?: string | null };
type VariableDocument = Omit<EncodedVariable, 'parts' | 'origin' | 'sensitive'> & {
  origin?: EncodedVariable['origin'];
  sensitive?: boolean;
  _id: string;
  waveId: WaveId;
  place: number;
  parts: readonly (Buffer | Binary)[];
};

const toWave = ({ _id: id, importedBy = null, ...rest }: WaveDocument): Wave => ({ id, importedBy, ...rest });

const bytesOf = (part: Buffer | Binary): Uint8Array => (Buffer.isBuffer(part) ? part : part.buffer);

export type WaveStore = ReturnType<typeof createWaveStore>;

export const createWaveStore = (connection: Connection) => {
  const waves = connection.collection<WaveDocument>('waves');
  const variables = connection.collection<VariableDocument>('waveVariables');
  return {
    ensureIndexes: async (): Promise<void> => {
      await waves.createIndex({ evaluationId: 1, code: 1 }, { unique: true }, {});
      await variables.createIndex({ waveId: 1, place: 1 }, {}, undefined);
    },

    /** Variables first, so that a wave that is found is whole. */
    add: async ({ id, ...wave }: Wave, encoded: readonly EncodedVariable[]): Promise<void> => {
      for (const [place, { parts, ...variable }] of encoded.entries()) {
        const document = { ...variable, waveId: id, place, parts: parts.map((part) => Buffer.from(part)) };
        await variables.replaceOne({ _id: `${id}:${place}` }, document, { upsert: true });
      }
      await waves.insertOne({ _id: id, ...wave });
    },

    find: async (evaluationId: EvaluationId, code: string): Promise<Wave | undefined> => {
      const found = await waves.findOne({ evaluationId, code });
      return found === null ? undefined : toWave(found);
    },

    /** Newest first. */
    allOf: async (evaluationId: EvaluationId): Promise<readonly Wave[]> =>
      (await waves.find({ evaluationId }).sort({ importedAt: -1, _id: 1 }).toArray()).map(toWave),

    /** In the order of the codebook. */
    variablesOf: async (waveId: WaveId): Promise<readonly EncodedVariable[]> => {
      const found = await variables.find({ waveId }).sort({ place: 1 }).toArray();
      return found.map(({ parts, name, label, level, origin, sensitive = false, kind, categories }) => ({
        name,
        label,
        level,
        origin: origin ?? { kind: 'wave' },
        sensitive,
        kind,
        categories,
        parts: parts.map(bytesOf),
      }));
    },

    /** The wave first, so that nobody finds it half gone. */
    remove: async (evaluationId: EvaluationId, id: WaveId): Promise<boolean> => {
      const { deletedCount } = await waves.deleteOne({ _id: id, evaluationId });
      await variables.deleteMany({ waveId: id });
      return deletedCount > 0;
    },
  };
};
