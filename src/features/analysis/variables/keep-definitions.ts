import type { DerivedDefinitions } from '../domain/derived';
import type { VariableChange, VariablesOf } from './history';
import type { VariableStore } from './store';

/** The derived variables of one data set with their whole history. */
export interface Definitions extends DerivedDefinitions {
  /** Changes made so far: the same number, the same definitions. */
  readonly revision: number;
  readonly current: readonly VariableChange[];
  /** Newest versions of those that were taken out. */
  readonly deleted: readonly VariableChange[];
  readonly find: (name: string, version: number) => VariableChange | undefined;
  /** Oldest version first; empty for a name that never was. */
  readonly historyOf: (name: string) => readonly VariableChange[];
}

/** Data sets whose definitions are held. */
const MOST_KEPT = 50;

/** Definitions in memory, until somebody, in whichever process, changes one. */
export const keepDefinitions = (store: VariableStore) => {
  const kept = new Map<string, Definitions>();
  return async (of: VariablesOf): Promise<Definitions> => {
    const key = JSON.stringify([of.evaluationId, of.dataset]);
    const revision = await store.count(of);
    const known = kept.get(key);
    if (known?.revision === revision) return known;
    const read = definitionsFrom(revision === 0 ? [] : await store.allOf(of));
    kept.delete(key);
    kept.set(key, read);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(oldest);
    return read;
  };
};

export type KeepDefinitions = ReturnType<typeof keepDefinitions>;

const definitionsFrom = (changes: readonly VariableChange[]): Definitions => {
  const byName = new Map<string, VariableChange[]>();
  for (const change of changes) byName.set(change.name, [...(byName.get(change.name) ?? []), change]);
  const newest = [...byName.values()].flatMap((history) => history.at(-1) ?? []);
  return {
    revision: changes.length,
    current: newest.filter(({ kind }) => kind !== 'deleted'),
    deleted: newest.filter(({ kind }) => kind === 'deleted'),
    find: (name, version) => byName.get(name)?.find((change) => change.version === version),
    historyOf: (name) => byName.get(name) ?? [],
  };
};
