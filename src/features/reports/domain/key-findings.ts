import type { AspectFact, CoordinationFact, InstitutionsFact, JobsFact, SummaryFacts } from './summary-facts';

export type KeyFinding =
  | { readonly kind: 'highest-aspect' | 'lowest-aspect'; readonly aspect: AspectFact }
  | { readonly kind: 'institutions-differ' | 'institutions-alike'; readonly institutions: InstitutionsFact }
  | { readonly kind: 'jobs'; readonly jobs: JobsFact; readonly tone: Tone }
  | { readonly kind: 'coordination'; readonly coordination: CoordinationFact; readonly tone: Tone };

/** How a finding is marked: a strength, something to mend, something to agree on, or neither. */
export type Tone = 'strength' | 'weakness' | 'to-agree' | 'neutral';

/** Shares above which something works, and below which it does not: two thirds and one half of those asked. */
const WORKS = 2 / 3;
const FAILS = 1 / 2;

/**
 * Up to five findings by fixed rules, in a fixed order: what clients rate highest and lowest, whether institutions
 * differ, whether jobs last, whether institutions work together. One whose numbers are hidden or missing is left out.
 */
export const keyFindings = (facts: SummaryFacts): readonly KeyFinding[] => [
  ...aspectFindings(facts.aspects),
  ...institutionFindings(facts.institutions),
  ...(facts.jobs ? [{ kind: 'jobs', jobs: facts.jobs, tone: toneOf(facts.jobs.durability.value) } as const] : []),
  ...(facts.coordination ? [coordinationFinding(facts.coordination)] : []),
];

/** Ranked by mean, the earlier statement first among equals. */
const aspectFindings = (aspects: readonly AspectFact[]): readonly KeyFinding[] => {
  const [highest, ...others] = [...aspects].sort((one, other) => other.mean.value - one.mean.value);
  const lowest = others.at(-1);
  if (!highest || !lowest) return [];
  return [
    { kind: 'highest-aspect', aspect: highest },
    { kind: 'lowest-aspect', aspect: lowest },
  ];
};

const institutionFindings = (institutions: InstitutionsFact | null): readonly KeyFinding[] => {
  if (institutions === null || institutions.rated.length < 2) return [];
  const kind = institutions.significant.length > 0 ? 'institutions-differ' : 'institutions-alike';
  return [{ kind, institutions }];
};

const coordinationFinding = (coordination: CoordinationFact): KeyFinding => {
  const tone = toneOf(coordination.clients.agree.value);
  return { kind: 'coordination', coordination, tone: tone === 'weakness' ? 'to-agree' : tone };
};

const toneOf = (share: number): Tone => {
  if (share >= WORKS) return 'strength';
  return share < FAILS ? 'weakness' : 'neutral';
};

/** The largest difference of means between any two institutions, in points of the scale. */
export const widestGap = ({ rated }: InstitutionsFact): number => {
  const means = rated.map(({ mean }) => mean.value);
  return Math.max(...means) - Math.min(...means);
};

/** The significant difference with the widest gap. */
export const widestDifference = ({
  significant,
}: InstitutionsFact): InstitutionsFact['significant'][number] | undefined =>
  [...significant].sort((one, other) => gap(other) - gap(one))[0];

const gap = ({ lower, higher }: InstitutionsFact['significant'][number]): number =>
  higher.mean.value - lower.mean.value;
