import type {
  Distribution,
  Group,
  QuestionResult,
  RatedRowResult,
  RatingsResult,
  Remainder,
  Results,
} from '../../analysis/domain';
import { agreementOf, durabilityOf, meanOf } from './estimate';
import type {
  AspectFact,
  CoordinationFact,
  DifferenceFact,
  InstitutionFact,
  InstitutionsFact,
  JobsFact,
  SummaryFacts,
} from './summary-facts';

/** Where the questionnaires of the house ask what the summary tells. */
const QUALITY = 'owes-clients.J';
const OVERALL = 'overall-rating';
const COORDINATION = 'coordination-division-of-tasks';

/** Picks the summary's numbers out of the analysis; what is hidden or has too few answers becomes absence. */
export const readFacts = ({ sections, keyFigures, groups }: Results): SummaryFacts => {
  const ratings = sections.flatMap(({ questions }) => questions).filter(isRatings);
  const statement = ratings.flatMap(({ rows }) => rows).find(({ row }) => row.comparisonCode === COORDINATION);
  const quality = ratings.find(({ question }) => question.id === QUALITY);
  const overall = ratings.find(({ question }) => question.comparisonCode === OVERALL);
  return {
    aspects: aspectsOf(quality),
    institutions: institutionsOf(overall, quality, groups),
    jobs: jobsOf(keyFigures?.remainingJobs ?? null),
    coordination: coordinationOf(statement, keyFigures?.coordination ?? null),
  };
};

const isRatings = (result: QuestionResult): result is RatingsResult => result.kind === 'ratings';

const aspectsOf = (battery: RatingsResult | undefined): readonly AspectFact[] =>
  (battery?.rows ?? []).flatMap(({ row, total }) => {
    const mean = meanOf(total);
    const agreement = agreementOf(total);
    if (mean === null || agreement === null) return [];
    return [{ code: row.id.split('.').at(-1) ?? '', statement: row.text, mean, agree: agreement.agree }];
  });

const institutionsOf = (
  overall: RatingsResult | undefined,
  quality: RatingsResult | undefined,
  groups: readonly Group[],
): InstitutionsFact | null => {
  const [row] = overall?.rows ?? [];
  if (row === undefined) return null;
  const batteries = [overall, quality].filter((battery) => battery !== undefined);
  return {
    rated: [...meansOf(row, groups).values()],
    comparisons: batteries.reduce((sum, { comparisons }) => sum + comparisons.length, 0),
    significant: batteries.flatMap((battery) =>
      battery.rows.flatMap((of) =>
        differencesOn(of, battery, { groups, statement: battery === overall ? null : of.row.text }),
      ),
    ),
  };
};

const meansOf = (
  { groups: results }: RatedRowResult,
  groups: readonly Group[],
): ReadonlyMap<string, InstitutionFact> => {
  const facts = new Map<string, InstitutionFact>();
  for (const { group, result } of results) {
    const mean = meanOf(result);
    const name = groups.find(({ code }) => code === group)?.institution?.shortName;
    if (mean && name !== undefined) facts.set(group, { name, mean });
  }
  return facts;
};

const differencesOn = (
  row: RatedRowResult,
  { comparisons }: RatingsResult,
  { groups, statement }: { readonly groups: readonly Group[]; readonly statement: string | null },
): readonly DifferenceFact[] => {
  const means = meansOf(row, groups);
  return comparisons.flatMap(({ row: id, first, second, lower }) => {
    if (id !== row.row.id || lower === null) return [];
    const [low, high] = [means.get(lower), means.get(lower === first ? second : first)];
    return low && high ? [{ statement, lower: low, higher: high }] : [];
  });
};

const jobsOf = (jobs: Remainder | null): JobsFact | null => {
  const durability = jobs && durabilityOf(jobs);
  if (jobs?.level !== 'estimates' || durability === null) return null;
  return { created: jobs.counts.whole, remaining: jobs.counts.part, durability };
};

const coordinationOf = (asked: RatedRowResult | undefined, pooled: Distribution | null): CoordinationFact | null => {
  const agreement = pooled && agreementOf(pooled);
  return asked && agreement ? { statement: asked.row.text, ...agreement } : null;
};
