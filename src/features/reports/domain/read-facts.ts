import type { Group, QuestionResult, RatedRowResult, RatingsResult } from '../../analysis/domain';
import type {
  AgreementFact,
  AspectFact,
  CoordinationFact,
  Estimate,
  InstitutionFact,
  InstitutionsFact,
  JobsFact,
  SummaryFacts,
} from './summary-facts';

/** Where the questionnaires of the house ask what the summary tells. */
const QUALITY = 'owes-clients.J';
const OVERALL = 'overall-rating';
const DIVISION_OF_TASKS = { clients: 'owes-clients.C1a', partners: 'rops-partners.R13' } as const;

type Total = RatedRowResult['total'];

/** Picks the summary's numbers out of the analysis; what is hidden or has too few answers becomes absence. */
export const readFacts = (results: readonly QuestionResult[], groups: readonly Group[]): SummaryFacts => {
  const ratings = results.filter((result) => result.kind === 'ratings');
  const rows = ratings.flatMap((result) => result.rows);
  return {
    aspects: aspectsOf(ratings.find(({ question }) => question.id === QUALITY)),
    institutions: institutionsOf(
      ratings.find(({ question }) => question.comparisonCode === OVERALL),
      groups,
    ),
    jobs: jobsOf(results),
    coordination: coordinationOf(rows),
  };
};

const aspectsOf = (battery: RatingsResult | undefined): readonly AspectFact[] =>
  (battery?.rows ?? []).flatMap(({ row, total }) => {
    const mean = meanOf(total);
    const agreement = agreementOf(total);
    return mean && agreement
      ? [{ code: row.id.split('.').at(-1) ?? '', statement: row.text, mean, agree: agreement.agree.value }]
      : [];
  });

const institutionsOf = (overall: RatingsResult | undefined, groups: readonly Group[]): InstitutionsFact | null => {
  const row = overall?.rows[0];
  if (!overall || !row) return null;
  const facts = new Map<string, InstitutionFact>();
  for (const { group, result } of row.groups) {
    const mean = meanOf(result);
    const name = groups.find(({ code }) => code === group)?.institution?.shortName;
    if (mean && name !== undefined) facts.set(group, { name, mean });
  }
  const significant = overall.comparisons.flatMap(({ first, second, lower }) => {
    const [low, high] = [facts.get(lower ?? ''), facts.get(lower === first ? second : first)];
    return low && high ? [{ lower: low, higher: high }] : [];
  });
  return { rated: [...facts.values()], significant };
};

const jobsOf = (results: readonly QuestionResult[]): JobsFact | null => {
  const total = results.find((result) => result.kind === 'remainder')?.total;
  if (total?.level !== 'estimates' || total.estimates.ratio === null) return null;
  const { counts, estimates, n } = total;
  const { ratio, interval } = estimates;
  return { created: counts.whole, remaining: counts.part, durability: estimateOf(ratio, interval, n) };
};

const coordinationOf = (rows: readonly RatedRowResult[]): CoordinationFact | null => {
  const rowOf = (id: string): RatedRowResult | undefined => rows.find(({ row }) => row.id === id);
  const asked = rowOf(DIVISION_OF_TASKS.clients);
  const clients = agreementOf(asked?.total);
  if (!asked || !clients) return null;
  return { statement: asked.row.text, clients, partners: agreementOf(rowOf(DIVISION_OF_TASKS.partners)?.total) };
};

const meanOf = (total: Total): Estimate | null => {
  if (total.level !== 'estimates') return null;
  const { mean: summary, meanInterval } = total.estimates;
  return summary?.mean == null ? null : estimateOf(summary.mean, meanInterval, summary.n);
};

const agreementOf = (total: Total | undefined): AgreementFact | null => {
  if (total?.level !== 'estimates') return null;
  const { top, bottom } = total.estimates;
  if (top?.share == null || bottom?.share == null) return null;
  return { agree: estimateOf(top.share, top.interval, total.n), disagree: bottom.share };
};

const estimateOf = (
  value: number,
  interval: { readonly low: number; readonly high: number } | null,
  n: number,
): Estimate => ({
  value,
  low: interval?.low ?? null,
  high: interval?.high ?? null,
  n,
});
