import type { ImplementationStatus, Recommendation, StatusDecision } from './recommendation';

/** What one addressee says of a recommendation. */
export interface Stance {
  /** Code of the institution; null: of those outside the evaluation. */
  readonly institution: string | null;
  readonly status: ImplementationStatus;
  /** Null until it has said anything. */
  readonly decision: StatusDecision | null;
}

type Asked = Pick<Recommendation, 'addressees' | 'decisions'>;

/** Institutions of the evaluation that a recommendation is addressed to, each once. */
export const addressedInstitutions = ({ addressees }: Pick<Recommendation, 'addressees'>): readonly string[] => [
  ...new Set(addressees.flatMap((addressee) => (addressee.kind === 'institution' ? [addressee.code] : []))),
];

/**
 * What each addressee says now. An addressed institution speaks for itself; the evaluator speaks for all, and so does the
 * commissioner where it is no addressee. What was said by one that is no addressee any more does not count.
 *
 * @param commissioner code of ROPS; null where the evaluation has none
 */
export const stancesOf = (recommendation: Asked, commissioner: string | null): readonly Stance[] => {
  const codes = addressedInstitutions(recommendation);
  const stances = new Map<string | null, Stance>(
    (codes.length === 0 ? [null] : codes).map((institution) => [
      institution,
      { institution, status: 'draft', decision: null },
    ]),
  );
  for (const decision of recommendation.decisions) {
    const { institution, status } = decision;
    const isForAll = institution === null || (institution === commissioner && !stances.has(institution));
    const speakers = isForAll ? [...stances.keys()] : stances.has(institution) ? [institution] : [];
    for (const speaker of speakers) stances.set(speaker, { institution: speaker, status, decision });
  }
  return [...stances.values()];
};

/** The state of the whole: undecided while one addressee is, or while they disagree. */
export const statusOf = (recommendation: Asked, commissioner: string | null): ImplementationStatus => {
  const all = stancesOf(recommendation, commissioner).map(({ status }) => status);
  const alive = all.filter((status) => status !== 'outdated');
  const statuses = new Set(alive.length === 0 ? all : alive);
  const [only] = statuses;
  if (only !== undefined && statuses.size === 1) return only;
  if (UNSETTLED.some((status) => statuses.has(status))) return 'to-decide';
  if ([...statuses].every((status) => DONE.includes(status))) return 'partly-implemented';
  return 'in-progress';
};

/** With other stances beside them. */
const UNSETTLED: readonly ImplementationStatus[] = ['draft', 'to-decide', 'rejected'];
const DONE: readonly ImplementationStatus[] = ['implemented', 'partly-implemented'];
