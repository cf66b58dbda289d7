import { analyse } from './analyse';
import type { Disclosed } from './disclosure/disclose';
import type { Distribution } from './measures/distribution';
import type { Recommendation } from './measures/recommendation';
import type { Remainder } from './measures/remainder';
import type { Question } from './questions/question';
import type { QuestionResult } from './results';
import { split, type View } from './view';

/** The few numbers that stand first on every page of results; null where the questionnaires do not ask. */
export interface KeyFigures {
  readonly overallRating: Distribution | null;
  readonly recommendation: Recommendation | null;
  readonly remainingJobs: Remainder | null;
  /** Agreement that the division of tasks is clear, asked of clients and partners alike. */
  readonly coordination: Distribution | null;
}

const COORDINATION = 'coordination-division-of-tasks';

export const keyFigures = (
  view: View,
  results: readonly QuestionResult[],
  coordination: Question | null,
): KeyFigures => {
  const asked = coordination === null ? null : analyse(view, coordination);
  return {
    overallRating: totalOf(results.find(({ question }) => question.comparisonCode === 'overall-rating')),
    recommendation: find(results, 'recommendation')?.total ?? null,
    remainingJobs: find(results, 'remainder')?.total ?? null,
    coordination: totalOf(asked ?? undefined),
  };
};

/** The coordination statement of all questionnaires as one question; null when none asks it. */
export const coordinationQuestion = (questions: readonly Question[]): Question | null => {
  const rows = questions
    .flatMap((question) => (question.kind === 'ratings' ? question.rows : []))
    .filter(({ comparisonCode }) => comparisonCode === COORDINATION);
  const [first] = rows;
  if (first === undefined) return null;
  return {
    kind: 'ratings',
    id: COORDINATION,
    codes: rows.map(({ id }) => id.slice(id.indexOf('.') + 1)).join(', '),
    text: first.text,
    section: 'koordynacja',
    comparisonCode: COORDINATION,
    isAboutInstitution: false,
    scale: 'AGREE5',
    rows: [{ ...first, sources: rows.flatMap(({ sources }) => sources) }],
  };
};

const totalOf = (result: QuestionResult | undefined): Distribution | null =>
  result?.kind === 'ratings' ? (result.rows[0]?.total ?? null) : null;

const find = <Kind extends QuestionResult['kind']>(results: readonly QuestionResult[], kind: Kind) =>
  results.find((result): result is Extract<QuestionResult, { readonly kind: Kind }> => result.kind === kind);

/** How many respondents a view holds: hidden like any other group. */
export const sizeOf = (view: View): Disclosed<null, null> => {
  const everyone = { key: 'everyone', isIn: () => true, isAboutInstitution: false };
  return split(view, everyone, (members) => ({ n: members.length, counts: null, estimate: () => null })).total;
};
