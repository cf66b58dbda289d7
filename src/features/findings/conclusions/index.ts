import type { Clock } from '../../../platform/clock';
import { newId, type EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { Conclusion, ConclusionId, Recommendation } from '../domain';
import { inOrder, movedBy } from '../domain';
import { createNumberedStore, type NumberedStore } from '../numbered/store';
import { conclusionChanged, conclusionInUse, conclusionNotFound } from './problems';

/** What a person says in a conclusion. */
export type ConclusionWords = Omit<Conclusion, 'id' | 'evaluationId' | 'number' | 'log'>;

/** Which conclusion, as its reader saw it. */
export interface ConclusionSeen {
  readonly evaluationId: EvaluationId;
  readonly number: number;
  readonly revision: number;
}

export interface ConclusionsNeeds {
  readonly connection: Connection;
  readonly clock: Clock;
  /** What rests on conclusions. */
  readonly listRecommendations: (id: EvaluationId) => Promise<readonly Recommendation[]>;
}

type Store = NumberedStore<Conclusion>;

const readingFrom = (store: Store) => {
  const readConclusion = async (evaluationId: EvaluationId, number: number): Promise<Conclusion> => {
    const found = await store.find(evaluationId, number);
    if (found === undefined) throw conclusionNotFound();
    return found;
  };

  const readSeen = async ({ evaluationId, number, revision }: ConclusionSeen): Promise<Conclusion> => {
    const found = await readConclusion(evaluationId, number);
    if (found.log.revision !== revision) throw conclusionChanged();
    return found;
  };

  /** In the order that was chosen, and by number. */
  const listConclusions = async (evaluationId: EvaluationId): Promise<readonly Conclusion[]> => {
    const [all, order] = await Promise.all([store.allOf(evaluationId), store.readOrder(evaluationId)]);
    return inOrder(all, order);
  };

  return { readConclusion, readSeen, listConclusions };
};

/** Wnioski: what findings mean. */
export const createConclusions = ({ connection, clock, listRecommendations }: ConclusionsNeeds) => {
  const store = createNumberedStore<Conclusion>(connection, 'conclusions');
  const { readConclusion, readSeen, listConclusions } = readingFrom(store);

  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,

    listConclusions,

    /** @throws Problem `conclusions.not-found` */
    readConclusion,

    /** Repeatable by `id`: a form sent twice makes one conclusion. */
    addConclusion: async (
      evaluationId: EvaluationId,
      { id = newId<'conclusion'>(), ...words }: ConclusionWords & { readonly id?: ConclusionId },
      by: string,
    ): Promise<Conclusion> => {
      const before = await store.findById(evaluationId, id);
      if (before !== undefined) return before;
      const number = await store.nextNumber(evaluationId);
      const now = clock.now();
      const log = { revision: 1, createdBy: by, createdAt: now, changedBy: by, changedAt: now };
      const conclusion: Conclusion = { id, evaluationId, number, ...words, log };
      if (await store.addOnce(conclusion)) return conclusion;
      return (await store.findById(evaluationId, id)) ?? conclusion;
    },

    /** @throws Problem `conclusions.not-found` · `conclusions.changed` */
    changeConclusion: async (seen: ConclusionSeen, words: ConclusionWords, by: string): Promise<Conclusion> => {
      const before = await readSeen(seen);
      const log = { ...before.log, revision: seen.revision + 1, changedBy: by, changedAt: clock.now() };
      const after = { ...before, ...words, log };
      if (!(await store.replace(after, seen.revision))) throw conclusionChanged();
      return after;
    },

    /** @throws Problem `conclusions.not-found` · `conclusions.changed` · `conclusions.in-use` */
    removeConclusion: async (seen: ConclusionSeen): Promise<void> => {
      const found = await readSeen(seen);
      const resting = (await listRecommendations(seen.evaluationId)).filter(({ conclusions }) =>
        conclusions.includes(found.id),
      );
      if (resting.length > 0)
        throw conclusionInUse({ recommendations: resting.map(({ number }) => `R${number}`).join(', ') });
      if (!(await store.remove(found, seen.revision))) throw conclusionChanged();
    },

    /** One place up or down; at either end nothing happens. @throws Problem `conclusions.not-found` */
    moveConclusion: async (evaluationId: EvaluationId, number: number, step: -1 | 1): Promise<void> => {
      const { id } = await readConclusion(evaluationId, number);
      const order = (await listConclusions(evaluationId)).map((one) => one.id);
      await store.writeOrder(evaluationId, movedBy(order, id, step));
    },
  };
};

export type Conclusions = ReturnType<typeof createConclusions>;
