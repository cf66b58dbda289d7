import type { EvaluationId } from '../../../platform/ids';
import type { FieldworkStore } from './fieldwork-store';
import { waveInUse, waveNotFound } from './problems';
import type { StoreWaveNeeds } from './store-wave';
import type { Wave } from './wave';

/** Names what rests on a data set and others have seen. */
export type UsesOf = (evaluationId: EvaluationId, code: string) => Promise<readonly string[]>;

/**
 * A wave, and what rests on it.
 *
 * @throws Problem `waves.not-found`
 */
export const readWave =
  ({ store }: Pick<StoreWaveNeeds, 'store'>, uses: readonly UsesOf[]) =>
  async (
    evaluationId: EvaluationId,
    code: string,
  ): Promise<{ readonly wave: Wave; readonly places: readonly string[] }> => {
    const wave = await store.find(evaluationId, code);
    if (wave === undefined) throw waveNotFound();
    return { wave, places: (await Promise.all(uses.map((usesOf) => usesOf(evaluationId, code)))).flat() };
  };

/**
 * Logged first, so that nothing disappears unnoticed.
 *
 * @throws Problem `waves.not-found` · `waves.in-use`
 */
export const removeWave =
  (needs: StoreWaveNeeds & { readonly fieldwork: FieldworkStore }, uses: readonly UsesOf[]) =>
  async (evaluationId: EvaluationId, code: string, by: string): Promise<void> => {
    const { wave, places } = await readWave(needs, uses)(evaluationId, code);
    if (places.length > 0) throw waveInUse({ places: places.join('; ') });
    const { id, title, n, hash } = wave;
    await needs.events.log({ evaluationId, act: 'removed', code, title, n, hash, by, at: needs.clock.now() });
    await needs.store.remove(evaluationId, id);
    await needs.fieldwork.forget(evaluationId, code);
  };
