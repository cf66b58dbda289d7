import type { Clock } from '../../../platform/clock';
import { DERIVED_LIMITS, type DerivationFault } from '../domain/derived';
import { faultsOfDraft, type Draft } from './check-draft';
import type { Author, VariableChange } from './history';
import type { VariableDesk } from './open-variables';
import { overtaken, tooManyChanges, tooManyVariables, unknownVariable } from './problems';
import type { VariableStore } from './store';

export interface SaveVariableNeeds {
  readonly store: VariableStore;
  readonly clock: Clock;
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly change: VariableChange }
  | { readonly kind: 'faults'; readonly faults: readonly DerivationFault[] }
  /** Somebody was quicker; nothing was saved. */
  | { readonly kind: 'conflict'; readonly theirs: VariableChange | undefined };

/**
 * Saves a definition as the next version of its name. It never takes the place of a version that the person has not seen.
 *
 * @param seen version the person had before their eyes; 0 for a new variable
 * @throws Problem `variables.too-many` · `variables.too-many-changes`
 */
export const saveVariable =
  (needs: SaveVariableNeeds) =>
  async (desk: VariableDesk, by: Author, draft: Draft, seen: number): Promise<SaveOutcome> => {
    const { definitions } = desk;
    const newest = definitions.historyOf(draft.name).at(-1);
    const isThere = newest !== undefined && newest.kind !== 'deleted';
    if (seen === 0 ? isThere : newest?.version !== seen) return { kind: 'conflict', theirs: newest };
    const faults = faultsOfDraft(desk, draft);
    if (faults.length > 0) return { kind: 'faults', faults };
    if (!isThere) refuseTooMany(desk);
    return addChange(needs, desk, { ...draft, kind: isThere ? 'changed' : 'made', by });
  };

const refuseTooMany = ({ definitions }: VariableDesk): void => {
  if (definitions.current.length >= DERIVED_LIMITS.variables)
    throw tooManyVariables({ most: DERIVED_LIMITS.variables });
};

const addChange = async (
  { store, clock }: SaveVariableNeeds,
  { evaluation, dataset, definitions }: VariableDesk,
  { name, label, derivation, pins, kind, by }: Draft & Pick<VariableChange, 'kind' | 'by'>,
): Promise<Extract<SaveOutcome, { kind: 'saved' | 'conflict' }>> => {
  if (definitions.revision >= DERIVED_LIMITS.changes) throw tooManyChanges({ most: DERIVED_LIMITS.changes });
  const version = (definitions.historyOf(name).at(-1)?.version ?? 0) + 1;
  const change: VariableChange = {
    evaluationId: evaluation.id,
    dataset: dataset.code,
    name,
    version,
    label,
    derivation,
    pins,
    kind,
    by: { id: by.id, name: by.name },
    at: clock.now(),
  };
  if (await store.addOnce(change)) return { kind: 'saved', change };
  const all = await store.allOf({ evaluationId: evaluation.id, dataset: dataset.code });
  return { kind: 'conflict', theirs: all.findLast((other) => other.name === name) };
};

/**
 * Takes a variable out of the dictionary. Its versions stay, and what is made of it goes on working.
 *
 * @throws Problem `variables.unknown` · `variables.overtaken`
 */
export const deleteVariable =
  (needs: SaveVariableNeeds) =>
  async (desk: VariableDesk, by: Author, name: string, seen: number): Promise<void> => {
    const newest = newestOf(desk, name, seen);
    if (newest.kind === 'deleted') return;
    await addOrRefuse(needs, desk, { ...newest, kind: 'deleted', by });
  };

/**
 * Makes a version the newest again, deleted or not, as the next version.
 *
 * @throws Problem `variables.unknown` · `variables.overtaken` · `variables.too-many`
 */
export const restoreVersion =
  (needs: SaveVariableNeeds) =>
  async (
    desk: VariableDesk,
    by: Author,
    { name, version, seen }: { readonly name: string; readonly version: number; readonly seen: number },
  ): Promise<void> => {
    const newest = newestOf(desk, name, seen);
    const wanted = desk.definitions.find(name, version);
    if (wanted === undefined) throw unknownVariable({ name });
    if (newest.kind === 'deleted') refuseTooMany(desk);
    await addOrRefuse(needs, desk, { ...wanted, kind: 'restored', by });
  };

const newestOf = ({ definitions }: VariableDesk, name: string, seen: number): VariableChange => {
  const newest = definitions.historyOf(name).at(-1);
  if (newest === undefined) throw unknownVariable({ name });
  if (newest.version !== seen) throw overtaken({ name, by: newest.by.name });
  return newest;
};

const addOrRefuse = async (
  needs: SaveVariableNeeds,
  desk: VariableDesk,
  change: Draft & Pick<VariableChange, 'kind' | 'by'>,
): Promise<void> => {
  const outcome = await addChange(needs, desk, change);
  if (outcome.kind === 'conflict') throw overtaken({ name: change.name, by: outcome.theirs?.by.name ?? '' });
};
