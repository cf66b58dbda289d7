import { OTHERS, type Comparison, type GroupResult, type QuestionResult, type Results } from '../../analysis/domain';
import { durabilityOf, meanOf, scoreOf, type Estimate } from './estimate';

/** What the test of the analysis says of the own value; `untested` when one side is hidden or no test is made. */
export type Verdict = 'lower' | 'higher' | 'no-difference' | 'untested';

/** One result of the own institution beside all others pooled. */
export interface OwnComparison {
  readonly id: string;
  readonly text: string;
  readonly own: Estimate | null;
  readonly others: Estimate | null;
  readonly verdict: Verdict;
}

export interface OwnResults {
  readonly rating: OwnComparison | null;
  readonly recommendation: OwnComparison | null;
  readonly jobs: OwnComparison | null;
  /** Statements of the quality battery, the largest disadvantage first. */
  readonly aspects: readonly OwnComparison[];
}

const QUALITY = 'owes-clients.J';
const OVERALL = 'overall-rating';

/** Reads a coordinator's view of the analysis: two groups, the own institution and everyone else. */
export const readOwnResults = ({ sections }: Results, own: string): OwnResults => {
  const questions = sections.flatMap((section) => section.questions);
  const ofKind = <Kind extends QuestionResult['kind']>(kind: Kind) =>
    questions.filter((result): result is Extract<QuestionResult, { readonly kind: Kind }> => result.kind === kind);
  const rated = ofKind('ratings').flatMap(({ question, rows, comparisons }) =>
    rows.map(({ row, groups }) => ({
      battery: question,
      comparison: compare({ id: row.id, text: row.text, own, groups, comparisons }, meanOf),
    })),
  );
  const [recommendation] = ofKind('recommendation');
  const [jobs] = ofKind('remainder');
  return {
    rating: rated.find(({ battery }) => battery.comparisonCode === OVERALL)?.comparison ?? null,
    recommendation:
      recommendation === undefined ? null : compare({ ...named(recommendation), own, ...recommendation }, scoreOf),
    jobs: jobs === undefined ? null : compare({ ...named(jobs), own, ...jobs, comparisons: [] }, durabilityOf),
    aspects: rated
      .filter(({ battery }) => battery.id === QUALITY)
      .map(({ comparison }) => comparison)
      .sort((one, other) => advantage(one) - advantage(other)),
  };
};

const named = ({ question }: QuestionResult): { readonly id: string; readonly text: string } => ({
  id: question.id,
  text: question.text ?? '',
});

interface Sides<Result> {
  readonly id: string;
  readonly text: string;
  readonly own: string;
  readonly groups: readonly GroupResult<Result>[];
  readonly comparisons: readonly Comparison[];
}

const compare = <Result>(
  { id, text, own, groups, comparisons }: Sides<Result>,
  estimate: (result: Result) => Estimate | null,
): OwnComparison => {
  const sideOf = (code: string): Estimate | null => {
    const found = groups.find(({ group }) => group === code);
    return found ? estimate(found.result) : null;
  };
  const comparison = comparisons.find(({ row }) => row === id);
  return { id, text, own: sideOf(own), others: sideOf(OTHERS), verdict: verdictOf(comparison, own) };
};

const verdictOf = (comparison: Comparison | undefined, own: string): Verdict => {
  if (!comparison) return 'untested';
  if (comparison.lower === null) return 'no-difference';
  return comparison.lower === own ? 'lower' : 'higher';
};

/** Own value minus that of the others; comparisons with a hidden side come last. */
const advantage = ({ own, others }: OwnComparison): number => (own && others ? own.value - others.value : Infinity);
