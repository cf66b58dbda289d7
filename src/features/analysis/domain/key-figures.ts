import { answerSignature, type CompiledVersion } from '../../questionnaires/domain';
import { analyse } from './analyse';
import type { VersionNotice } from './columns/notice';
import type { Disclosed } from './disclosure/disclose';
import type { Distribution } from './measures/distribution';
import type { Recommendation } from './measures/recommendation';
import type { Remainder } from './measures/remainder';
import type { Question, RatedRow } from './questions/question';
import type { QuestionResult } from './results';
import type { Base, Counted } from './tallies/counted';
import type { AnswerSource } from './dataset';
import { split, type View } from './view';

/** The few numbers that stand first on every page of results; null where the questionnaires do not ask. */
export interface KeyFigures {
  readonly overallRating: Distribution | null;
  readonly recommendation: Recommendation | null;
  readonly remainingJobs: Remainder | null;
  /** Agreement that the division of tasks is clear, asked of clients and partners alike. */
  readonly coordination: Distribution | null;
  /** What must be said of each, see `QuestionResult`. */
  readonly notices: Readonly<Record<KeyFigureName, Noticed>>;
  /** What was asked; null where a figure is not one answer on a scale. */
  readonly asked: Readonly<Record<KeyFigureName, AskedOnce | null>>;
}

export type KeyFigureName = 'overallRating' | 'recommendation' | 'remainingJobs' | 'coordination';

/** A question by which the same one is found in another wave. */
export interface AskedOnce {
  readonly comparisonCode: string | null;
  readonly sources: readonly AnswerSource[];
  /** In all words that it was asked in. */
  readonly texts: readonly string[];
  /** Of the scale. */
  readonly points: readonly number[];
}

export interface Noticed {
  readonly notices: readonly VersionNotice[];
  /** Questions of the same meaning that could not be counted in. */
  readonly apartFrom: readonly string[];
}

const COORDINATION = 'coordination-division-of-tasks';

export const keyFigures = (
  view: View,
  results: readonly QuestionResult[],
  coordination: Question | null,
): KeyFigures => {
  const asked = coordination === null ? undefined : analyse(view, coordination);
  const overall = results.find(({ question }) => question.comparisonCode === 'overall-rating');
  const [recommendation, remainder] = [find(results, 'recommendation'), find(results, 'remainder')];
  return {
    overallRating: totalOf(overall),
    recommendation: recommendation?.total ?? null,
    remainingJobs: remainder?.total ?? null,
    coordination: totalOf(asked),
    notices: {
      overallRating: noticedOf(overall),
      recommendation: noticedOf(recommendation),
      remainingJobs: noticedOf(remainder),
      coordination: noticedOf(asked),
    },
    asked: {
      overallRating: askedOf(overall),
      recommendation: askedOf(recommendation),
      remainingJobs: null,
      coordination: askedOf(asked),
    },
  };
};

const RECOMMENDATION_POINTS = Array.from({ length: 11 }, (_, value) => value);

const askedOf = (result: QuestionResult | undefined): AskedOnce | null => {
  if (result?.kind === 'recommendation') {
    const { comparisonCode, sources, text } = result.question;
    return { comparisonCode, sources, texts: text === null ? [] : [text], points: RECOMMENDATION_POINTS };
  }
  if (result?.kind !== 'ratings') return null;
  const { comparisonCode, rows, text } = result.question;
  const [row] = rows;
  if (row === undefined) return null;
  return {
    comparisonCode,
    sources: row.sources,
    texts: [...(text === null ? [] : [text]), row.text],
    points: result.choices.flatMap(({ value }) => value ?? []),
  };
};

const noticedOf = (result: QuestionResult | undefined): Noticed => ({
  notices: result?.notices ?? [],
  apartFrom: result?.question.apartFrom ?? [],
});

/**
 * The coordination statement of all questionnaires as one question; null when none asks it. A questionnaire that offers
 * other answers than the first is left out and named.
 *
 * @param versions the latest version of each questionnaire
 */
export const coordinationQuestion = (
  questions: readonly Question[],
  versions: readonly CompiledVersion[],
): Question | null => {
  const rows = questions
    .flatMap((question) => (question.kind === 'ratings' ? question.rows : []))
    .filter(({ comparisonCode }) => comparisonCode === COORDINATION);
  const [first] = rows;
  if (first === undefined) return null;
  const joined = rows.filter((row) => offerOf(row, versions) === offerOf(first, versions));
  return {
    kind: 'ratings',
    id: COORDINATION,
    codes: codesOf(joined).join(', '),
    text: first.text,
    section: 'koordynacja',
    comparisonCode: COORDINATION,
    isAboutInstitution: false,
    apartFrom: codesOf(rows.filter((row) => !joined.includes(row))),
    scale: 'AGREE5',
    rows: [{ ...first, sources: joined.flatMap(({ sources }) => sources) }],
  };
};

const codesOf = (rows: readonly RatedRow[]): readonly string[] => rows.map(({ id }) => id.slice(id.indexOf('.') + 1));

const offerOf = ({ sources }: RatedRow, versions: readonly CompiledVersion[]): string | undefined => {
  const [source] = sources;
  const version = versions.find(({ definition }) => definition.code === source?.questionnaire);
  const field = source && version?.fieldByCode.get(source.field);
  return field && answerSignature(field.item);
};

const totalOf = (result: QuestionResult | undefined): Distribution | null =>
  result?.kind === 'ratings' ? (result.rows[0]?.total ?? null) : null;

const find = <Kind extends QuestionResult['kind']>(results: readonly QuestionResult[], kind: Kind) =>
  results.find((result): result is Extract<QuestionResult, { readonly kind: Kind }> => result.kind === kind);

/** How many respondents a view holds: hidden like any other group. */
export const sizeOf = (view: View): Disclosed<null, null> => {
  const everyone: Base = { key: 'everyone', countIn: respondentsIn, isAboutInstitution: false, isSensitive: false };
  const respondents = respondentsIn(view.counted);
  return split(view, everyone, (places) => ({
    n: places.reduce((sum, place) => sum + (respondents[place] ?? 0), 0),
    counts: null,
    estimate: () => null,
  })).total;
};

const respondentsIn = ({ crowd }: Counted): Uint32Array => {
  const counts = new Uint32Array(crowd.places.length);
  for (const place of crowd.placeOf) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
};
