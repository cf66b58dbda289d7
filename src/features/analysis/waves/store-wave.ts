import type { Clock } from '../../../platform/clock';
import { newId, type EvaluationId } from '../../../platform/ids';
import type { VariableSet } from '../domain/variables/variable';
import { respondentsApart, sharedQuestions } from '../domain/waves';
import { decodeVariable, encodeVariable } from './encode-variable';
import { almostSame, waveTaken } from './problems';
import type { WaveEventStore } from './events-store';
import type { WaveStore } from './store';
import type { Wave } from './wave';

export interface StoreWaveNeeds {
  readonly store: WaveStore;
  readonly events: WaveEventStore;
  readonly clock: Clock;
}

export interface WaveToStore {
  readonly evaluationId: EvaluationId;
  readonly code: string;
  readonly title: string;
  readonly source: string | null;
  readonly set: VariableSet;
  readonly smallestGroup: number;
  /** SHA-256 of the file with the answers, hexadecimal. */
  readonly hash: string;
  /** Null: by the command line. */
  readonly by: string | null;
}

/**
 * The one way in: by page and by the command line. Repeatable: the same file under the same code is the same wave.
 *
 * @param smallestGroup fewest people by whom two waves may differ that are the same otherwise
 * @throws Problem `waves.taken` · `waves.almost-same`
 */
export const storeWave =
  ({ store, events, clock }: StoreWaveNeeds) =>
  async ({ set, by, smallestGroup, ...about }: WaveToStore): Promise<Wave> => {
    const earlier = await store.find(about.evaluationId, about.code);
    if (earlier !== undefined) {
      if (earlier.hash !== about.hash) throw waveTaken({ code: about.code });
      return earlier;
    }
    await refuseAlmostSame(store, about.evaluationId, set, smallestGroup);
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
    await events.log({ evaluationId, act: 'taken-in', code, title, n, hash, by, at });
    return wave;
  };

/** Two versions of one study that differ by a few people would show these people by subtraction. */
const refuseAlmostSame = async (
  store: WaveStore,
  evaluationId: EvaluationId,
  set: VariableSet,
  smallestGroup: number,
): Promise<void> => {
  for (const { id, n, title } of await store.allOf(evaluationId)) {
    const isFarApart = Math.abs(n - set.n) >= smallestGroup && Math.min(n, set.n) * 2 < Math.max(n, set.n);
    if (isFarApart) continue;
    const variables = (await store.variablesOf(id)).map(decodeVariable);
    const other = { n, variables: new Map(variables.map((variable) => [variable.name, variable])) };
    const count = respondentsApart(set, other, sharedQuestions(set, other));
    if (count !== null && count < smallestGroup) throw almostSame({ title, count });
  }
};
