import type { Clock } from '../../../platform/clock';
import { newId, type EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { Actor } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import { statusOf, type ImplementationStatus, type Recommendation, type RecommendationId } from '../domain';
import { createNumberedStore, type NumberedStore } from '../numbered/store';
import { commissionerOf, decisionsFor, reportsFor, voiceOf } from './policy';
import { notTheAddressee, recommendationChanged, recommendationDecided, recommendationNotFound } from './problems';

/** What a person says in a recommendation; its state comes from decisions. */
export type RecommendationWords = Omit<
  Recommendation,
  'id' | 'evaluationId' | 'number' | 'status' | 'statusReason' | 'decisions' | 'log'
>;

/** Which recommendation, as its reader saw it. */
export interface RecommendationSeen {
  readonly evaluationId: EvaluationId;
  readonly number: number;
  readonly revision: number;
}

interface Said {
  readonly status: ImplementationStatus;
  readonly reason: string;
  /** Id of the report that it comes with. */
  readonly report?: string;
}

export interface RecommendationsNeeds {
  readonly connection: Connection;
  readonly clock: Clock;
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
}

type Store = NumberedStore<Recommendation>;
type Times = Pick<RecommendationsNeeds, 'clock' | 'readEvaluation'>;

const readingFrom = (store: Store) => {
  const readRecommendation = async (evaluationId: EvaluationId, number: number): Promise<Recommendation> => {
    const found = await store.find(evaluationId, number);
    if (found === undefined) throw recommendationNotFound();
    return found;
  };

  const readSeen = async ({ evaluationId, number, revision }: RecommendationSeen): Promise<Recommendation> => {
    const found = await readRecommendation(evaluationId, number);
    if (found.log.revision !== revision) throw recommendationChanged();
    return found;
  };

  return { readRecommendation, readSeen };
};

const replaceIn =
  (store: Store, { clock, readEvaluation }: Times) =>
  async (before: Recommendation, after: Recommendation, by: string): Promise<Recommendation> => {
    const { revision } = before.log;
    const log = { ...before.log, revision: revision + 1, changedBy: by, changedAt: clock.now() };
    const evaluation = await readEvaluation(before.evaluationId);
    const saved = { ...after, status: statusOf(after, commissionerOf(evaluation)), log };
    if (!(await store.replace(saved, revision))) throw recommendationChanged();
    return saved;
  };

/** A draft. Repeatable by `id`: a form sent twice makes one recommendation. */
const addTo =
  (store: Store, { clock }: Times) =>
  async (
    evaluationId: EvaluationId,
    { id = newId<'recommendation'>(), ...words }: RecommendationWords & { readonly id?: RecommendationId },
    by: string,
  ): Promise<Recommendation> => {
    const before = await store.findById(evaluationId, id);
    if (before !== undefined) return before;
    const number = await store.nextNumber(evaluationId);
    const now = clock.now();
    const log = { revision: 1, createdBy: by, createdAt: now, changedBy: by, changedAt: now };
    const state = { status: 'draft', statusReason: '', decisions: [] } as const;
    const recommendation: Recommendation = { id, evaluationId, number, ...words, ...state, log };
    if (await store.addOnce(recommendation)) return recommendation;
    return (await store.findById(evaluationId, id)) ?? recommendation;
  };

/** Rekomendacje: who is asked to do what by when, and what they say. */
export const createRecommendations = ({ connection, clock, readEvaluation }: RecommendationsNeeds) => {
  const store = createNumberedStore<Recommendation>(connection, 'recommendations');
  const { readRecommendation, readSeen } = readingFrom(store);
  const replace = replaceIn(store, { clock, readEvaluation });

  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,

    /** By number. */
    listRecommendations: store.allOf,

    /** @throws Problem `recommendations.not-found` */
    readRecommendation,

    addRecommendation: addTo(store, { clock, readEvaluation }),

    /** @throws Problem `recommendations.not-found` · `recommendations.changed` */
    changeRecommendation: async (
      seen: RecommendationSeen,
      words: RecommendationWords,
      by: string,
    ): Promise<Recommendation> => {
      const before = await readSeen(seen);
      return replace(before, { ...before, ...words }, by);
    },

    /**
     * What an addressee, the commissioner or the evaluator says of it; who may say what is the policy's. With a `report`
     * repeatable: what was reported already is not decided again.
     *
     * @throws Problem `recommendations.not-found` · `recommendations.changed` · `recommendations.not-the-addressee`
     */
    decide: async (
      seen: RecommendationSeen,
      { status, reason, report }: Said,
      actor: Actor,
    ): Promise<Recommendation> => {
      const before = await readRecommendation(seen.evaluationId, seen.number);
      if (report !== undefined && before.decisions.some((one) => one.report === report)) return before;
      const open = report === undefined ? decisionsFor(actor, before) : reportsFor(actor, before);
      if (!open.includes(status)) throw notTheAddressee();
      if (before.log.revision !== seen.revision) throw recommendationChanged();
      const evaluation = await readEvaluation(seen.evaluationId);
      const institution = voiceOf(actor, evaluation);
      const asReport = report === undefined ? {} : { report };
      const decision = { status, reason, by: actor.name, institution, at: clock.now(), ...asReport };
      const after = { ...before, statusReason: reason, decisions: [...before.decisions, decision] };
      return replace(before, after, actor.name);
    },

    /** @throws Problem `recommendations.not-found` · `recommendations.changed` · `recommendations.decided` */
    removeRecommendation: async (seen: RecommendationSeen): Promise<void> => {
      const found = await readSeen(seen);
      if (found.decisions.some(({ institution }) => institution !== null))
        throw recommendationDecided({ number: found.number });
      if (!(await store.remove(found, seen.revision))) throw recommendationChanged();
    },
  };
};

export type Recommendations = ReturnType<typeof createRecommendations>;
