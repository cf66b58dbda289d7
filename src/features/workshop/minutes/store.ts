import { gunzipSync, gzipSync } from 'node:zlib';
import type { Binary } from 'mongodb';
import { insertOnce, type Connection } from '../../../platform/storage';
import type { ReportTree } from '../../reports';
import type { Minutes, MinutesId, MinutesVersion, MinutesVoice, MinutesWords } from '../domain';

type MinutesDocument = Omit<Minutes, 'id' | 'versions' | 'words'> & {
  _id: MinutesId;
  versions: MinutesVersion[];
  words: Omit<MinutesWords, 'discussion'> & { discussion: MinutesWords['discussion'][number][] };
};
type VoiceDocument = Omit<MinutesVoice, 'earlier'> & {
  _id: string;
  minutes: MinutesId;
  earlier: MinutesVoice['earlier'][number][];
};
interface KeyDocument {
  /** Fingerprint of the secret. */
  _id: string;
  minutes: MinutesId;
  member: string;
  madeAt: Date;
}

/** Whose link it is. */
export interface KeyHolder {
  readonly minutes: MinutesId;
  readonly member: string;
}

export type MinutesStore = ReturnType<typeof createMinutesStore>;

/** Minutes with their versions in one document; texts as they were sent, voices and links beside them. */
export const createMinutesStore = (connection: Connection) => ({
  ensureIndexes: async (): Promise<void> => {
    await connection.collection('minutes').createIndex({ evaluationId: 1, meetingNumber: 1 }, {}, {});
    await connection.collection('minutesVoices').createIndex({ minutes: 1, version: 1 }, {}, {});
    await connection.collection('minutesKeys').createIndex({ minutes: 1, member: 1 }, {}, {});
  },
  ...minutesIn(connection),
  ...textsIn(connection),
  ...voicesIn(connection),
  ...keysIn(connection),
  ...wrongKeysIn(connection),
});

const minutesIn = (connection: Connection) => {
  const minutes = connection.collection<MinutesDocument>('minutes');
  const toMinutes = ({ _id: id, ...rest }: MinutesDocument): Minutes => ({ id, ...rest });
  return {
    find: async (id: MinutesId): Promise<Minutes | undefined> => {
      const found = await minutes.findOne({ _id: id });
      return found === null ? undefined : toMinutes(found);
    },

    /** Writes these minutes in place of those with the revision before; false when somebody changed them first. */
    put: async ({ id, versions, words, ...rest }: Minutes): Promise<boolean> => {
      const document = { ...rest, versions: [...versions], words: { ...words, discussion: [...words.discussion] } };
      if (rest.revision === 1) return insertOnce(minutes.insertOne({ _id: id, ...document }));
      const { matchedCount } = await minutes.replaceOne({ _id: id, revision: rest.revision - 1 }, document);
      return matchedCount === 1;
    },
  };
};

const textsIn = (connection: Connection) => {
  const texts = connection.collection<{ _id: string; bytes: Buffer | Binary }>('minutesTexts');
  return {
    putText: async (code: string, tree: ReportTree): Promise<void> => {
      await texts.insertOne({ _id: code, bytes: gzipSync(JSON.stringify(tree)) });
    },
    readText: async (code: string): Promise<ReportTree | undefined> => {
      const found = await texts.findOne({ _id: code });
      if (found === null) return undefined;
      const bytes: Uint8Array = Buffer.isBuffer(found.bytes) ? found.bytes : found.bytes.buffer;
      return JSON.parse(gunzipSync(bytes).toString()) as ReportTree;
    },
  };
};

const voicesIn = (connection: Connection) => {
  const voices = connection.collection<VoiceDocument>('minutesVoices');
  const toVoice = ({ _id: _, minutes: _minutes, ...rest }: VoiceDocument): MinutesVoice => rest;
  const idOf = (minutes: MinutesId, { version, member }: Pick<MinutesVoice, 'version' | 'member'>): string =>
    `${minutes}/${version}/${member}`;
  return {
    /** By the moment somebody spoke. */
    voicesOf: async (minutes: MinutesId): Promise<readonly MinutesVoice[]> =>
      (await voices.find({ minutes }).sort({ version: 1, at: 1, _id: 1 }).toArray()).map(toVoice),

    findVoice: async (
      minutes: MinutesId,
      which: Pick<MinutesVoice, 'version' | 'member'>,
    ): Promise<MinutesVoice | undefined> => {
      const found = await voices.findOne({ _id: idOf(minutes, which) });
      return found === null ? undefined : toVoice(found);
    },

    /** In place of the one with the revision before; false when something else was said or answered first. */
    putVoice: async (minutes: MinutesId, { earlier, ...voice }: MinutesVoice): Promise<boolean> => {
      const _id = idOf(minutes, voice);
      const document = { ...voice, minutes, earlier: [...earlier] };
      if (voice.revision === 1) return insertOnce(voices.insertOne({ _id, ...document }));
      const { matchedCount } = await voices.replaceOne({ _id, revision: voice.revision - 1 }, document);
      return matchedCount === 1;
    },
  };
};

const keysIn = (connection: Connection) => {
  const keys = connection.collection<KeyDocument>('minutesKeys');
  return {
    addKey: async (fingerprint: string, holder: KeyHolder, madeAt: Date): Promise<void> => {
      await keys.insertOne({ _id: fingerprint, ...holder, madeAt });
    },
    findKey: async (fingerprint: string): Promise<KeyHolder | undefined> => {
      const found = await keys.findOne({ _id: fingerprint });
      return found === null ? undefined : { minutes: found.minutes, member: found.member };
    },
    countKeys: (minutes: MinutesId, member: string): Promise<number> => keys.countDocuments({ minutes, member }),
  };
};

const wrongKeysIn = (connection: Connection) => {
  const tries = connection.collection<{ _id: string; window: number; tries: number }>('wrongMinutesKeys');
  return {
    wrongKeys: async (from: string, window: number): Promise<number> =>
      (await tries.findOne({ _id: `${from} ${window}` }))?.tries ?? 0,
    countWrongKey: async (from: string, window: number): Promise<void> => {
      await tries.updateOne({ _id: `${from} ${window}` }, { $inc: { tries: 1 }, $set: { window } }, { upsert: true });
      await tries.deleteMany({ window: { $lt: window } });
    },
  };
};
