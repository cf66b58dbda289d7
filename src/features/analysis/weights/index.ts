import type { EvaluationId } from '../../../platform/ids';
import type { Actor } from '../../accounts';
import type { DeskNeeds } from '../desk-needs';
import type { Desk } from '../open-desk';
import {
  diagnose,
  readDraft,
  weigh,
  type Diagnosis,
  type DraftReading,
  type WeightDraft,
  type WeightFault,
} from '../domain/weights';
import { createWeightStore, type WeightVersion } from './store';
import { weightNotFound } from './problems';

export type { WeightVersion } from './store';

export interface WeightsDesk extends Desk {
  /** By name, the newest version first. */
  readonly versions: readonly WeightVersion[];
}

/** A draft against the data at hand: what is wrong, or what the weight would be. */
export interface WeightPreview {
  readonly reading: DraftReading;
  readonly faults: readonly WeightFault[];
  readonly diagnosis: Diagnosis | null;
}

export interface WeightName {
  /** What was typed, with or without `waga_`. */
  readonly name: string;
  readonly label: string;
  /** Newest version that its author has seen; 0 for a new weight. */
  readonly seen: number;
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly version: WeightVersion }
  | { readonly kind: 'faults'; readonly preview: WeightPreview }
  | { readonly kind: 'bad-name' | 'name-taken' }
  | { readonly kind: 'overtaken'; readonly newest: WeightVersion };

export const PREFIX = 'waga_';
const NAME = /^[a-z0-9][a-z0-9_]{0,39}$/;

/** Weights to population totals, kept as named versions. */
export const createWeights = ({ connection, clock, openDesk }: DeskNeeds) => {
  const store = createWeightStore(connection);

  const openWeights = async (evaluationId: EvaluationId, code: string): Promise<WeightsDesk> => {
    const desk = await openDesk(evaluationId, code);
    return { ...desk, versions: await store.ofDataset(evaluationId, desk.dataset.code) };
  };

  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,
    openWeights,
    previewWeight,

    /** A saved version applied to the answers that there are now. */
    readWeight: async (evaluationId: EvaluationId, code: string, name: string, version?: number) => {
      const desk = await openWeights(evaluationId, code);
      const found = desk.versions.find(
        (one) => one.name === name && (version === undefined || one.version === version),
      );
      if (found === undefined) throw weightNotFound({ name: name.slice(0, 60) });
      const { smallestGroup } = desk.evaluation;
      const outcome = weigh(desk.dataset.set, found.rules, smallestGroup);
      return {
        desk,
        version: found,
        faults: outcome.kind === 'refused' ? outcome.faults : [],
        diagnosis:
          outcome.kind === 'refused' ? null : diagnose(desk.dataset.set, found.rules, outcome.weighing, smallestGroup),
      };
    },

    /** Saves the next version, or says why not. What was typed is the caller's to show again. */
    saveWeight: async (
      desk: WeightsDesk,
      draft: WeightDraft,
      about: WeightName,
      actor: Actor,
    ): Promise<SaveOutcome> => {
      const shown = previewWeight(desk, draft);
      if (shown.diagnosis === null || shown.reading.rules === null) return { kind: 'faults', preview: shown };
      const name = fullName(about.name);
      if (name === null) return { kind: 'bad-name' };
      const newest = desk.versions.find((one) => one.name === name);
      if (newest === undefined && desk.dataset.set.variables.has(name)) return { kind: 'name-taken' };
      if (newest !== undefined && about.seen === 0) return { kind: 'name-taken' };
      if (newest !== undefined && newest.version !== about.seen) return { kind: 'overtaken', newest };
      const version = versionOf(desk, { ...about, name }, shown.reading.rules, { by: actor, at: clock.now() });
      if (await store.addOnce(version)) return { kind: 'saved', version };
      const now = (await store.ofDataset(desk.evaluation.id, desk.dataset.code)).find((one) => one.name === name);
      return { kind: 'overtaken', newest: now ?? version };
    },
  };
};

/** What a draft would make of the answers there are. */
const previewWeight = ({ dataset, evaluation }: Desk, draft: WeightDraft): WeightPreview => {
  const reading = readDraft(dataset.set, draft);
  if (reading.rules === null) return { reading, faults: reading.faults, diagnosis: null };
  const outcome = weigh(dataset.set, reading.rules, evaluation.smallestGroup);
  if (outcome.kind === 'refused') return { reading, faults: outcome.faults, diagnosis: null };
  const diagnosis = diagnose(dataset.set, reading.rules, outcome.weighing, evaluation.smallestGroup);
  return { reading, faults: [], diagnosis };
};

/** With its prefix; null for what cannot be a name. */
const fullName = (typed: string): string | null => {
  const rest = typed
    .trim()
    .toLowerCase()
    .replace(/^waga_/, '');
  return NAME.test(rest) ? PREFIX + rest : null;
};

const versionOf = (
  { evaluation, dataset }: Desk,
  { name, label, seen }: WeightName,
  rules: WeightVersion['rules'],
  { by, at }: { readonly by: Actor; readonly at: Date },
): WeightVersion => ({
  evaluationId: evaluation.id,
  dataset: dataset.code,
  name,
  label: label.trim() === '' ? name : label.trim(),
  version: seen + 1,
  rules,
  by: { id: by.id, name: by.name },
  at,
});

export type Weights = ReturnType<typeof createWeights>;
