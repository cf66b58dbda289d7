import { capitalised, type Translator } from '../../../platform/i18n';
import type { Criterion, ItemReference, MatrixRow, Verdict } from '../../evaluations/domain';
import { nameItems } from '../domain';
import { wordDetail, wordThreshold, wordValue } from './number-words';
import type { AskedQuestionnaire, JudgedMatrix, JudgedRow } from './read-judged';

/** A row of the matrix in words: as pages, files and reports print it. */
export interface WordedRow {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly objective: string;
  readonly criterion: string;
  readonly question: string;
  readonly subQuestions: readonly string[];
  readonly indicator: string;
  /** `co najmniej 75%`; null: none was agreed on. */
  readonly threshold: string | null;
  readonly sources: string;
  readonly methods: string;
  /** `a: O2, I1; b: R12–R16`; empty: none. */
  readonly items: string;
  readonly analysis: string;
  readonly answer: string;
  /** `68%`; null: there is no number. */
  readonly result: string | null;
  /** `63–73%, n = 338` */
  readonly detail: string;
  readonly verdict: { readonly code: Verdict; readonly text: string; readonly icon: string; readonly tone: string };
  /** Why so: `cały przedział poniżej progu`. */
  readonly reason: string;
}

const VERDICTS = {
  met: { icon: 'check', tone: 'badge-ok' },
  'not-met': { icon: 'circle-x', tone: 'badge-err' },
  undecided: { icon: 'circle-dashed', tone: '' },
} as const;

export const wordRow = (
  judged: JudgedRow,
  number: number,
  { matrix, questionnaires }: Pick<JudgedMatrix, 'matrix' | 'questionnaires'>,
  translator: Translator,
): WordedRow => {
  const { t } = translator;
  const { row, result, verdict } = judged;
  const { indicator, threshold } = row;
  return {
    id: row.id,
    number,
    objective: row.objective === null ? '' : (matrix.objectives[row.objective] ?? ''),
    criterion: wordCriterion(row.criterion, translator),
    question: row.question,
    subQuestions: row.subQuestions,
    indicator: indicator.label,
    threshold: threshold === null ? null : wordThreshold(threshold, indicator, translator),
    sources: sourcesOf(row),
    methods: row.methods,
    items: wordItems(row.items, questionnaires),
    analysis: row.analysis,
    answer: row.answer,
    result: result && wordValue(result.value, indicator, translator),
    detail: result === null ? '' : wordDetail(result, indicator, translator),
    verdict: { code: verdict, text: t(`matrix:verdict.${verdict}`), ...VERDICTS[verdict] },
    reason: reasonOf(judged, translator),
  };
};

export const wordCriterion = (criterion: Criterion, { t }: Pick<Translator, 't'>): string =>
  criterion.kind === 'own' ? capitalised(criterion.name) : t(`matrix:criterion.${criterion.code}`);

/** With where a typed number comes from. */
const sourcesOf = ({ sources, indicator }: MatrixRow): string => {
  const own = indicator.kind === 'typed' ? indicator.source : '';
  return [sources, sources.includes(own) ? '' : own].filter((text) => text !== '').join(', ');
};

const reasonOf = ({ reason, row: { indicator } }: JudgedRow, { t, format }: Translator): string =>
  reason === 'period-open' && indicator.kind === 'typed' && indicator.until !== null
    ? t('matrix:reason.period-open', { day: format.day(indicator.until) })
    : t(`matrix:reason.${reason}`);

/** Questionnaires by their letters, items in the order of asking, runs of them shortened. */
export const wordItems = (
  items: readonly ItemReference[],
  questionnaires: readonly Pick<AskedQuestionnaire, 'code' | 'letter' | 'places'>[],
): string => {
  const known = new Set(questionnaires.map(({ code }) => code));
  const strange = items.filter(({ questionnaire }) => !known.has(questionnaire));
  const parts = questionnaires.flatMap(({ code, letter, places }) => {
    const own = items.filter(({ questionnaire }) => questionnaire === code).map(({ item }) => item);
    if (own.length === 0) return [];
    const placeOf = (item: string): number => {
      const at = places.findIndex((place) => place.code === item || place.item === item);
      return at < 0 ? places.length : at;
    };
    return [`${letter}: ${nameItems(own.toSorted((a, b) => placeOf(a) - placeOf(b))).join(', ')}`];
  });
  return [...parts, ...strange.map(({ questionnaire, item }) => `${questionnaire}: ${item}`)].join('; ');
};
