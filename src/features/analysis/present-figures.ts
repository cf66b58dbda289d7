import type { Translator } from '../../platform/i18n';
import type { Evaluation } from '../evaluations';
import type { Figure, QuestionResult, Results, Section } from './domain';
import { presentAgreement } from './present-agreement';
import { presentBars } from './present-bars';
import { presentIntervals } from './present-intervals';
import { presentKeyFigures, type KeyFigureTile } from './present-key-figures';
import { presentLoneRating } from './present-lone-rating';
import { isFiltered, noticeSentences } from './present-notices';
import { presentRanking } from './present-ranking';
import { presentRecommendation } from './present-recommendation';
import { presentRemainder } from './present-remainder';
import { wordsOf, type Words } from './present-words';

export interface FigureSection {
  readonly section: Section;
  /** `Jakość` and the evaluation question it answers. */
  readonly title: string;
  readonly question: string;
  readonly figures: readonly Figure[];
}

type Worded = Map<Translator['locale'], readonly FigureSection[]>;

/** Figures already worded: results are kept while no answer comes, and wording them costs more than counting. */
const worded = new WeakMap<Results, Worded>();

/** Results as figures, in the sections of the evaluation questions: for the page, for JSON, for reports. */
export const presentFigures = (
  results: Results,
  evaluation: Pick<Evaluation, 'smallestGroup'>,
  translator: Translator,
): readonly FigureSection[] => {
  const locales = worded.get(results) ?? (new Map() as Worded);
  const sections = locales.get(translator.locale) ?? wordFigures(results, evaluation, translator);
  worded.set(results, locales.set(translator.locale, sections));
  return sections;
};

const wordFigures = (
  results: Results,
  { smallestGroup }: Pick<Evaluation, 'smallestGroup'>,
  translator: Translator,
): readonly FigureSection[] => {
  const words = wordsOf(results, smallestGroup, translator);
  return results.sections.map(({ section, questions }) => ({
    section,
    title: translator.t(`analysis:sections.${section}.title`),
    question: translator.t(`analysis:sections.${section}.question`),
    figures: questions.flatMap((question) => withNotices(figuresOf(question, words), question, results, words)),
  }));
};

/** The key figures of the same results; empty when the group in view is too small. */
export const presentKpis = (
  results: Results,
  evaluation: Pick<Evaluation, 'smallestGroup'>,
  translator: Translator,
): readonly KeyFigureTile[] =>
  results.keyFigures === null
    ? []
    : presentKeyFigures(results.keyFigures, wordsOf(results, evaluation.smallestGroup, translator));

/** Every figure of a question is flagged with what its earlier versions mean for it. */
const withNotices = (
  figures: readonly Figure[],
  { notices, question }: QuestionResult,
  results: Pick<Results, 'filter'>,
  words: Words,
): readonly Figure[] => {
  const sentences = noticeSentences({ notices, apartFrom: question.apartFrom }, isFiltered(results.filter), words);
  return sentences.length === 0 ? figures : figures.map((figure) => ({ ...figure, flags: sentences }));
};

const figuresOf = (result: QuestionResult, words: Words): readonly Figure[] => {
  switch (result.kind) {
    case 'ratings':
      return [
        (result.rows.length === 1 ? presentLoneRating : presentIntervals)(result, words),
        presentAgreement(result, words),
      ].filter((figure) => figure !== null);
    case 'choice':
    case 'multiple':
      return [presentBars(result, words)];
    case 'recommendation':
      return [presentRecommendation(result, words)];
    case 'ranking':
      return [presentRanking(result, words)];
    case 'remainder':
      return [presentRemainder(result, words)];
  }
};
