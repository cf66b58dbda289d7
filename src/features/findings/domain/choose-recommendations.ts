import {
  IMPLEMENTATION_STATUSES,
  PRIORITIES,
  type ImplementationStatus,
  type Priority,
  type Recommendation,
} from './recommendation';
import { lastDayOf } from './quarter';

export const ORDERS = ['number', 'priority', 'due', 'status'] as const;
export type RecommendationOrder = (typeof ORDERS)[number];

export interface RecommendationsWanted {
  readonly order: RecommendationOrder;
  readonly status: ImplementationStatus | null;
  readonly priority: Priority | null;
  /** Code of an institution; null: anybody. */
  readonly addressee: string | null;
  readonly recommendationClass: Recommendation['recommendationClass'];
}

/** Those that fit all that is wanted, in the order wanted; what has no priority or date comes last, ties go by number. */
export const chooseRecommendations = (
  all: readonly Recommendation[],
  { order, status, priority, addressee, recommendationClass }: RecommendationsWanted,
): readonly Recommendation[] =>
  all
    .filter(
      (one) =>
        (status === null || one.status === status) &&
        (priority === null || one.priority === priority) &&
        (recommendationClass === null || one.recommendationClass === recommendationClass) &&
        (addressee === null || one.addressees.some((to) => to.kind === 'institution' && to.code === addressee)),
    )
    .sort((one, other) => compare(RANKS[order](one), RANKS[order](other)) || one.number - other.number);

const RANKS: Readonly<Record<RecommendationOrder, (one: Recommendation) => string>> = {
  number: () => '',
  priority: ({ priority }) => (priority === null ? LAST : String(PRIORITIES.indexOf(priority))),
  due: ({ due }) => (due === null ? LAST : lastDayOf(due)),
  status: ({ status }) => String(IMPLEMENTATION_STATUSES.indexOf(status)),
};

const LAST = '~';

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
