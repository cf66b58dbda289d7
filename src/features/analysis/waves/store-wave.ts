import type { Clock } from '../../../platform/clock';
import { newId, type EvaluationId } from '../../../platform/ids';
import type { VariableSet } from '../domain/variables/variable';
import { encodeVariable } from './encode-variable';
import { waveTaken } from './problems';
import type { WaveStore } from './store';
import type { Wave } from './wave';

export interface StoreWaveNeeds {
  readonly store: WaveStore;
  readonly clock: Clock;
}

export interface WaveToStore {
  readonly evaluationId: EvaluationId;
  readonly code: string;
  readonly title: string;
  readonly source: string | null;
  readonly set: VariableSet;
  /** SHA-256 of the file with the answers, hexadecimal. */
  readonly hash: string;
  /** Null: by the command line. */
  readonly by: string | null;
}

/**
 * The one way in: by page and by the command line. Repeatable: the same file under the same code is the same wave.
 *
 * @throws Problem `waves.taken`
 */
export const storeWave =
  ({ store, clock }: StoreWaveNeeds) =>
  async ({ set, by, ...about }: WaveToStore): Promise<Wave> => {
    const earlier = await store.find(about.evaluationId, about.code);
    if (earlier !== undefined) {
      if (earlier.hash !== about.hash) throw waveTaken({ code: about.code });
      return earlier;
    }
    const wave: Wave = {
      id: newId<'wave'>(),
      ...about,
      n: set.n,
      variables: set.variables.size,
      importedAt: clock.now(),
      importedBy: by,
    };
    await store.add(wave, [...set.variables.values()].map(encodeVariable));
    const { evaluationId, code, title, n, hash, importedAt: at } = wave;
    await store.log({ evaluationId, act: 'taken-in', code, title, n, hash, by, at });
    return wave;
  };
