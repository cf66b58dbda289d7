import type { Translator } from '../../platform/i18n';
import type { Evaluation } from '../evaluations';
import { NO_FILTER, type Figure, type FigureBar, type LegendEntry, type Results } from './domain';
import { findingDoor } from './finding-door';
import { addressOf, tableOf } from './present-address';
import { withChanges } from './present-change';
import { presentFigures, presentKpis, type FigureSection } from './present-figures';
import { presentFilters, type FilterBar } from './present-filters';
import type { EvaluationResults } from './read-results';
import type { KeyFigureTile } from './present-key-figures';
import { isFiltered } from './present-notices';
import { textsOf, type Texts } from './present-words';

export { presentFigures, presentKpis, type FigureSection } from './present-figures';
export { presentFigureJson, presentJson } from './present-json';
export type { KeyFigureTile } from './present-key-figures';

export interface FigureCard extends Omit<Figure, 'legend' | 'bars'> {
  /** With the class that gives a mark its colour: `k5`, `f1`. */
  readonly legend: readonly (LegendEntry & { readonly className: string })[];
  /** Id of the heading, safe in HTML. */
  readonly anchor: string;
  /** Name of the card's table and files: two figures may have found the same, but not of the same question. */
  readonly label: string;
  /** Null where it stands in a document: its numbers do not change. */
  readonly jsonPath: string | null;
  /** Where its numbers prove themselves, for those who may open tables; null where there is none. */
  readonly tablePath: string | null;
  /** Where they become a finding; absent where the table is. */
  readonly findingPath?: string;
  /** The chart, for the canvas's data attribute; null where bars stand in its place or nothing is drawn. */
  readonly chartJson: string | null;
  /** Null where the chart is drawn on a canvas. */
  readonly bars: readonly BarLine[] | null;
}

/** One answer: a bar, and a link to the people who gave it. */
export interface BarLine {
  readonly label: string;
  readonly text: string;
  /** `47.3%`, of the full width; null where nothing may be drawn. */
  readonly width: string | null;
  readonly href: string | null;
  readonly isChosen: boolean;
}

/** Cards in rows: one full width, or two halves side by side. */
export type CardRow = readonly FigureCard[];

export interface ResultsPage {
  readonly state: string;
  readonly jsonPath: string;
  readonly filters: FilterBar;
  /** What stands in place of results: a group too small, or no answers yet. */
  readonly empty: {
    readonly title: string;
    readonly text: string;
    /** Links to where there is something to be seen. */
    readonly ways: readonly { readonly text: string; readonly href: string }[];
  } | null;
  /** That questions of other questionnaires are left out; null where none is. */
  readonly leftOut: string | null;
  readonly keyFigures: readonly KeyFigureTile[];
  readonly sections: readonly (Omit<FigureSection, 'figures'> & {
    readonly number: string;
    readonly rows: readonly CardRow[];
  })[];
}

/** Screen 07 as data. */
export const presentResults = (
  { evaluation, results, changes }: EvaluationResults,
  translator: Translator,
): ResultsPage => {
  const sections = presentFigures(results, evaluation, translator);
  const texts = textsOf(translator);
  return {
    state: stateOf(evaluation, results, texts),
    jsonPath: addressOf(evaluation.id, results.filter, { format: 'json' }),
    filters: presentFilters(evaluation.id, results, texts),
    empty: results.size.level === 'hidden' ? emptyState(evaluation, results, texts) : null,
    leftOut: results.leftOut === 0 ? null : texts.t('analysis:page.leftOut', { count: results.leftOut }),
    keyFigures: tilesOf({ evaluation, results, changes }, translator),
    sections: sections.map(({ figures, ...section }, at) => ({
      ...section,
      number: translator.format.integer(at + 1),
      rows: inRows(figures.map((figure) => presentFigureCard(evaluation, results, figure))),
    })),
  };
};

/** Of everyone together, the tiles say what became of them since the newest wave; of a part, nothing is known of then. */
const tilesOf = ({ evaluation, results, changes }: EvaluationResults, translator: Translator) => {
  const tiles = presentKpis(results, evaluation, translator);
  return isFiltered(results.filter) ? tiles : withChanges(tiles, changes, textsOf(translator));
};

/** `Dane wstępne, stan na 18 listopada 2026. n = 341.` */
const stateOf = ({ resultState }: Evaluation, { dataCut, size }: Results, { t, format }: Texts): string => {
  if (dataCut === null) return t('analysis:page.state.empty');
  const state = t(`analysis:page.state.${resultState}`, { day: format.day(dataCut) });
  return size.level === 'hidden' ? state : `${state} ${t('analysis:page.size', { n: format.integer(size.n) })}`;
};

const emptyState = (
  { id, smallestGroup }: Evaluation,
  { dataCut, filter, answer, isAnswerRefused }: Results,
  { t }: Texts,
): ResultsPage['empty'] => {
  if (dataCut === null)
    return {
      title: t('analysis:empty.none.title'),
      text: t('analysis:empty.none.text', { limit: smallestGroup }),
      ways: [],
    };
  const everything = { text: t('analysis:empty.clear'), href: addressOf(id, NO_FILTER) };
  if (answer !== null && isAnswerRefused)
    return {
      title: t('analysis:empty.answer.title'),
      text: t('analysis:empty.answer.text', { ...answer, count: smallestGroup }),
      ways: [
        { text: t('analysis:empty.answer.without'), href: addressOf(id, { ...filter, answer: null }) },
        everything,
      ],
    };
  return {
    title: t('analysis:empty.title'),
    text: t('analysis:empty.text', { count: smallestGroup }),
    ways: isFiltered(filter) ? [everything] : [],
  };
};

/** A figure as `views/analysis/parts/figure-card` shows it. */
export const presentFigureCard = (
  evaluation: Evaluation,
  results: Pick<Results, 'filter'>,
  figure: Figure,
): FigureCard => {
  const still = presentStillFigure(figure);
  const tablePath = tableOf(evaluation.id, results.filter, figure.asked);
  return {
    ...still,
    jsonPath: addressOf(evaluation.id, results.filter, { figura: figure.id, format: 'json' }),
    tablePath,
    ...(tablePath === null ? {} : { findingPath: findingDoor(tablePath) }),
    bars: still.bars === null ? null : (figure.bars ?? []).map((bar) => barLine(evaluation, results, figure, bar)),
  };
};

/** The same figure in a document: nothing of it leads to numbers that may have changed since. */
export const presentStillFigure = (figure: Figure): FigureCard => ({
  ...figure,
  legend: figure.legend.map((entry) => ({
    ...entry,
    className: entry.colour?.replace(/^--s/, 'f').replace(/^--/, '') ?? '',
  })),
  anchor: `f-${figure.id.replaceAll(/[^A-Za-z0-9]+/g, '-')}`,
  label: `${figure.title}. ${figure.sub}`,
  jsonPath: null,
  tablePath: null,
  chartJson: figure.chart === null || figure.bars !== undefined ? null : JSON.stringify(figure.chart),
  bars:
    figure.bars === undefined || figure.chart === null
      ? null
      : figure.bars.map(({ label, text, share }) => ({
          label,
          text,
          width: widthOf(share),
          href: null,
          isChosen: false,
        })),
});

const widthOf = (share: number | null): string | null => (share === null ? null : `${(100 * share).toFixed(2)}%`);

/** The link filters by the answer, or stops filtering by it. */
const barLine = (
  { id }: Evaluation,
  { filter }: Pick<Results, 'filter'>,
  figure: Figure,
  { label, text, share, choice, isChosen }: FigureBar,
): BarLine => {
  const question = figure.id.slice(0, figure.id.lastIndexOf('.'));
  return {
    label,
    text,
    width: widthOf(share),
    href: choice === null ? null : addressOf(id, { ...filter, answer: isChosen ? null : { question, choice } }),
    isChosen,
  };
};

/** Halves meet in pairs; a half without a partner takes the full width. */
const inRows = (cards: readonly FigureCard[]): readonly CardRow[] => {
  const rows: FigureCard[][] = [];
  for (const card of cards) {
    const last = rows.at(-1);
    if (card.half && last?.length === 1 && last[0]?.half === true) last.push(card);
    else rows.push([card]);
  }
  return rows;
};
