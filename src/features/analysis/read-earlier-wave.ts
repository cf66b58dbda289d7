import type { EvaluationId } from '../../platform/ids';
import type { EarlierWave } from './domain';
import type { Waves } from './waves';

/** The wave taken in last, with which key figures are compared; null where an evaluation has none. */
export const readEarlierWave =
  ({ listWaves, readWave }: Pick<Waves, 'listWaves' | 'readWave'>) =>
  async (id: EvaluationId): Promise<EarlierWave | null> => {
    const newest = (await listWaves(id)).toSorted((a, b) => b.importedAt.getTime() - a.importedAt.getTime())[0];
    const set = newest && (await readWave(id, newest.code));
    return newest === undefined || set === undefined ? null : { title: newest.title, set };
  };
