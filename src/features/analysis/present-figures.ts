import type { Translator } from '../../platform/i18n';
import { runAtOnce, type Steps } from '../../platform/take-turns';
import type { Evaluation } from '../evaluations';
import type { Figure, QuestionResult, Results, Section } from './domain';
import { sourcesOf, type Question } from './domain/questions/question';
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

export const isWorded = (results: Results, { locale }: Translator): boolean =>
  worded.get(results)?.has(locale) === true;

/** Results as figures, in the sections of the evaluation questions: for the page, for JSON, for reports. */
export const presentFigures = (
  results: Results,
  evaluation: Pick<Evaluation, 'smallestGroup'>,
  translator: Translator,
): readonly FigureSection[] => runAtOnce(presentInSteps(results, evaluation, translator));

/** The same, question by question. */
export function* presentInSteps(
  results: Results,
  { smallestGroup }: Pick<Evaluation, 'smallestGroup'>,
  translator: Translator,
): Steps<readonly FigureSection[]> {
  const known = worded.get(results)?.get(translator.locale);
  if (known !== undefined) return known;
  const words = wordsOf(results, smallestGroup, translator);
  const sections: FigureSection[] = [];
  for (const { section, questions } of results.sections) {
    const figures: Figure[] = [];
    for (const question of questions) {
      const asked = askedBy(question);
      figures.push(
        ...withNotices(figuresOf(question, results, words), question, results, words).map((figure) => ({
          ...figure,
          asked,
        })),
      );
      yield;
    }
    const title = translator.t(`analysis:sections.${section}.title`);
    sections.push({ section, title, question: translator.t(`analysis:sections.${section}.question`), figures });
  }
  worded.set(results, (worded.get(results) ?? (new Map() as Worded)).set(translator.locale, sections));
  return sections;
}

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
/** Fields of the first questionnaire that asks. */
const askedBy = ({ question, kind }: QuestionResult) => {
  const sources = sourcesOf({ ...question, kind } as Question);
  const [first] = sources;
  const questionnaire = first?.questionnaire ?? '';
  return {
    questionnaire,
    fields: sources.filter((one) => one.questionnaire === questionnaire).map(({ field }) => field),
  };
};

const withNotices = (
  figures: readonly Figure[],
  { notices, question }: QuestionResult,
  results: Pick<Results, 'filter'>,
  words: Words,
): readonly Figure[] => {
  const sentences = noticeSentences({ notices, apartFrom: question.apartFrom }, isFiltered(results.filter), words);
  return sentences.length === 0 ? figures : figures.map((figure) => ({ ...figure, flags: sentences }));
};

const figuresOf = (result: QuestionResult, { filter }: Pick<Results, 'filter'>, words: Words): readonly Figure[] => {
  switch (result.kind) {
    case 'ratings':
      return [
        (result.rows.length === 1 ? presentLoneRating : presentIntervals)(result, words),
        presentAgreement(result, words),
      ].filter((figure) => figure !== null);
    case 'choice':
    case 'multiple':
      return [presentBars(result, filter.answer, words)];
    case 'recommendation':
      return [presentRecommendation(result, words)];
    case 'ranking':
      return [presentRanking(result, words)];
    case 'remainder':
      return [presentRemainder(result, words)];
  }
};
