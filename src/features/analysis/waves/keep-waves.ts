import type { EvaluationId, WaveId } from '../../../platform/ids';
import type { VariableSet } from '../domain/variables/variable';
import { decodeVariable, sizeOf } from './encode-variable';
import type { WaveStore } from './store';

/** Bytes of numbers kept in memory; the wave not asked for longest leaves first. */
const BUDGET_BYTES = 512_000_000;

interface Kept {
  readonly made: Promise<VariableSet>;
  bytes: number;
}

/** Waves as coded columns, decoded once. A wave never changes. */
export const keepWaves = (store: WaveStore) => {
  const kept = new Map<WaveId, Kept>();

  const load = async (id: WaveId, n: number): Promise<VariableSet> => {
    const variables = (await store.variablesOf(id)).map(decodeVariable);
    const entry = kept.get(id);
    if (entry !== undefined) entry.bytes = variables.reduce((sum, variable) => sum + sizeOf(variable), 0);
    makeRoom(kept, id);
    return { n, variables: new Map(variables.map((variable) => [variable.name, variable])) };
  };

  return async (evaluationId: EvaluationId, code: string): Promise<VariableSet | undefined> => {
    const wave = await store.find(evaluationId, code);
    if (wave === undefined) return undefined;
    const known = kept.get(wave.id);
    kept.delete(wave.id);
    const entry = known ?? { made: Promise.resolve().then(() => load(wave.id, wave.n)), bytes: 0 };
    kept.set(wave.id, entry);
    entry.made.catch(() => kept.delete(wave.id));
    return entry.made;
  };
};

const makeRoom = (kept: Map<WaveId, Kept>, asked: WaveId): void => {
  let bytes = [...kept.values()].reduce((sum, entry) => sum + entry.bytes, 0);
  for (const [id, entry] of kept) {
    if (bytes <= BUDGET_BYTES) return;
    if (id === asked) continue;
    kept.delete(id);
    bytes -= entry.bytes;
  }
};
