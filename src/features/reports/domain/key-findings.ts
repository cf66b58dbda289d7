import type {
  AspectFact,
  CoordinationFact,
  DifferenceFact,
  InstitutionsFact,
  JobsFact,
  SummaryFacts,
} from './summary-facts';

export type KeyFinding = { readonly tone: Tone } & (
  | { readonly kind: 'highest-aspect' | 'lowest-aspect'; readonly aspect: AspectFact }
  | { readonly kind: InstitutionsKind; readonly institutions: InstitutionsFact }
  | { readonly kind: 'jobs'; readonly jobs: JobsFact }
  | { readonly kind: 'coordination'; readonly coordination: CoordinationFact }
);

/** Apart on the overall rating, apart on a statement (the widest gap decides), or alike. */
export type InstitutionsKind = 'institutions-differ' | 'institutions-differ-on-statement' | 'institutions-alike';

/** How a finding is marked: a strength, something to mend, a significant difference, something to agree on, or nothing. */
export type Tone = 'strength' | 'weakness' | 'difference' | 'to-agree' | 'neutral';

/** Shares from which something works, and below which it does not: two thirds and one half of those asked. */
const WORKS = 2 / 3;
const FAILS = 1 / 2;

/**
 * Up to five findings by fixed rules, in a fixed order: what clients rate highest and lowest, whether institutions
 * differ, whether jobs last, whether institutions work together. One whose numbers are hidden or missing is left out.
 */
export const keyFindings = ({ aspects, institutions, jobs, coordination }: SummaryFacts): readonly KeyFinding[] => [
  ...aspectFindings(aspects),
  ...(institutions && institutions.rated.length > 1 ? [institutionFinding(institutions)] : []),
  ...(jobs ? [{ kind: 'jobs', jobs, tone: toneOf(jobs.durability.value) } as const] : []),
  ...(coordination ? [coordinationFinding(coordination)] : []),
];

/** Ranked by agreement, as the results page ranks them, then by mean. The lowest of high ratings is no weakness. */
const aspectFindings = (aspects: readonly AspectFact[]): readonly KeyFinding[] => {
  const [highest, ...others] = [...aspects].sort(
    (one, other) => other.agree.value - one.agree.value || other.mean.value - one.mean.value,
  );
  const lowest = others.at(-1);
  if (!highest || !lowest) return [];
  return [
    { kind: 'highest-aspect', aspect: highest, tone: highest.agree.value >= WORKS ? 'strength' : 'neutral' },
    { kind: 'lowest-aspect', aspect: lowest, tone: lowest.agree.value < FAILS ? 'weakness' : 'neutral' },
  ];
};

const institutionFinding = (institutions: InstitutionsFact): KeyFinding => {
  const widest = widestDifference(institutions);
  if (!widest) return { kind: 'institutions-alike', institutions, tone: 'neutral' };
  const kind = widest.statement === null ? 'institutions-differ' : 'institutions-differ-on-statement';
  return { kind, institutions, tone: 'difference' };
};

const coordinationFinding = (coordination: CoordinationFact): KeyFinding => {
  const tone = toneOf(coordination.agree.value);
  return { kind: 'coordination', coordination, tone: tone === 'weakness' ? 'to-agree' : tone };
};

const toneOf = (share: number): Tone => {
  if (share >= WORKS) return 'strength';
  return share < FAILS ? 'weakness' : 'neutral';
};

/** The significant difference with the widest gap. */
export const widestDifference = ({ significant }: InstitutionsFact): DifferenceFact | undefined =>
  [...significant].sort((one, other) => gap(other) - gap(one))[0];

const gap = ({ lower, higher }: DifferenceFact): number => higher.mean.value - lower.mean.value;
