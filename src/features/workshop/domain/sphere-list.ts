import type { EvaluationId, Id } from '../../../platform/ids';
import { dayOf } from '../../../platform/clock';
import type { GroupId } from './group';
import type { SphereDecision } from './sphere-decision';

export type SphereListId = Id<'sphere list'>;

/** What the public reads of a decision: no person is in it. */
export type ListedSphere = Pick<
  SphereDecision,
  'sphere' | 'label' | 'verdict' | 'reason' | 'area' | 'valid' | 'meetingNumber'
> & {
  /** Calendar day. */
  readonly decidedOn: string;
};

/** A version of the list of preferred spheres as it was published. Never changed: another version follows it. */
export interface SphereList {
  readonly id: SphereListId;
  /** See `groupOf`: it stands in the public address. */
  readonly code: string;
  readonly groupId: GroupId;
  readonly evaluationId: EvaluationId;
  /** From 1 in the list. */
  readonly number: number;
  /** Calendar day. */
  readonly day: string;
  /** Meeting of the evaluation that agreed on it; null: none. */
  readonly meetingNumber: number | null;
  readonly institution: string;
  readonly regionName: string;
  readonly demonstration: boolean;
  readonly spheres: readonly ListedSphere[];
  /** Who published it, and when: for the staff alone. */
  readonly by: string;
  readonly at: Date;
}

export const listedOf = ({ sphere, label, verdict, reason, area, valid, meetingNumber, at }: SphereDecision) =>
  ({ sphere, label, verdict, reason, area, valid, meetingNumber, decidedOn: dayOf(at) }) satisfies ListedSphere;

/** What may differ between two versions in one sphere. */
export const LISTED_PARTS = ['verdict', 'area', 'valid', 'reason'] as const;
export type ListedPart = (typeof LISTED_PARTS)[number];

export interface ListChange {
  readonly sphere: string;
  readonly label: string;
  /** Null: it was not on the list. */
  readonly before: ListedSphere | null;
  /** Null: it is not on the list any more. */
  readonly after: ListedSphere | null;
  /** What differs of a sphere that is in both. */
  readonly parts: readonly ListedPart[];
}

/** What one version changed: in the order of the later one, then what left the list. */
export const compareLists = (
  before: readonly ListedSphere[],
  after: readonly ListedSphere[],
): readonly ListChange[] => {
  const [old, now] = [before, after].map((list) => new Map(list.map((one) => [one.sphere, one])));
  const changes = after.map((one): ListChange => {
    const earlier = old?.get(one.sphere) ?? null;
    const parts = earlier === null ? [] : LISTED_PARTS.filter((part) => !isSame(earlier[part], one[part]));
    return { sphere: one.sphere, label: one.label, before: earlier, after: one, parts };
  });
  const gone = before.filter(({ sphere }) => now?.has(sphere) !== true);
  return [
    ...changes.filter((change) => change.before === null || change.parts.length > 0),
    ...gone.map((one) => ({ sphere: one.sphere, label: one.label, before: one, after: null, parts: [] })),
  ];
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/** Fields in one order, however a store gives them back. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, plain(inner)]),
  );
};
