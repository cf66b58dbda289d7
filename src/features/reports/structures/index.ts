import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import type { BlockContent, ReportKind } from '../domain';
import type { ReportsNeeds } from '../needs';
import { createWriter, type Writer } from './writer';

export interface ReadyStructure {
  readonly title: string;
  readonly blocks: readonly BlockContent[];
}

type Structure = (writer: Writer) => readonly BlockContent[];

/** Two pages for the director. */
const summary: Structure = ({ part, heading }) => [
  part('cover'),
  part('key-figures'),
  heading(2, 'findings'),
  part('key-findings'),
  heading(2, 'institutions'),
  part('institutions'),
  heading(2, 'urgent'),
  part('recommendations-simple'),
  part('method'),
];

/** What the thematic group talks over while the survey is still open. */
const preliminary: Structure = ({ part, heading, text }) => [
  part('cover'),
  part('contents'),
  heading(1, 'findings'),
  text('callout', 'preliminary'),
  part('key-figures'),
  part('key-findings'),
  heading(1, 'who'),
  part('sample'),
  heading(1, 'institutions'),
  part('institutions'),
  heading(1, 'spheres'),
  part('spheres'),
  heading(1, 'discussion'),
  part('questions-for-discussion'),
  heading(1, 'howMade'),
  part('method'),
];

/** Chapters of domain 3.1: streszczenie, metodologia, wyniki, wnioski i rekomendacje, aneks. */
const full: Structure = ({ part, heading, text, hasCriteria }) => [
  part('cover'),
  part('contents'),
  heading(1, 'summary'),
  part('key-figures'),
  part('key-findings'),
  heading(2, 'recommendations'),
  part('recommendations-simple'),
  heading(1, 'english'),
  part('english-summary'),
  heading(1, 'introduction'),
  text('text', 'introduction'),
  heading(1, 'methodology'),
  part('method'),
  heading(2, 'sample'),
  part('sample'),
  heading(2, 'matrix'),
  part('matrix'),
  heading(1, hasCriteria ? 'byCriterion' : 'byModule'),
  part(hasCriteria ? 'results-by-criterion' : 'results-by-module'),
  heading(1, 'conclusionsAndRecommendations'),
  heading(2, 'conclusions'),
  part('conclusions'),
  heading(2, 'recommendations'),
  part('recommendations-extended'),
  heading(1, 'annexTables'),
  part('all-tables'),
  heading(1, 'annexQuestionnaires'),
  part('questionnaires'),
];

/** One institution beside all others together. */
const scorecard: Structure = ({ part, heading, text }) => [
  part('cover'),
  text('lead', 'scorecard'),
  part('scorecard'),
  heading(2, 'ownRecommendations'),
  part('recommendations-simple'),
];

const recommendations: Structure = ({ part }) => [part('cover'), part('recommendations-extended')];

/** Every heading of level 1 begins a slide. */
const slides: Structure = ({ part, heading }) => [
  part('cover'),
  heading(1, 'who'),
  part('key-figures'),
  part('method'),
  heading(1, 'findings'),
  part('key-findings'),
  heading(1, 'institutions'),
  part('institutions'),
  heading(1, 'spheres'),
  part('spheres'),
  heading(1, 'discussion'),
  part('questions-for-discussion'),
  heading(1, 'recommendations'),
  part('recommendations-simple'),
];

const publicPage: Structure = ({ part }) => [part('cover'), part('plain-language')];

const annex: Structure = ({ part, heading }) => [
  part('cover'),
  part('contents'),
  heading(1, 'sample'),
  part('sample'),
  heading(1, 'annexTables'),
  part('all-tables'),
  heading(1, 'annexQuestionnaires'),
  part('questionnaires'),
];

const STRUCTURES: Readonly<Record<ReportKind, Structure>> = {
  summary,
  preliminary,
  full,
  scorecard,
  recommendations,
  slides,
  public: publicPage,
  annex,
  own: () => [],
};

/** The blocks that a new report of a kind begins with, made for this evaluation; `institution` is that of a scorecard. */
export const readyStructure =
  ({ questionnaires }: Pick<ReportsNeeds, 'questionnaires'>) =>
  async (
    evaluation: Evaluation,
    kind: ReportKind,
    institution: string | null,
    translator: Translator,
  ): Promise<ReadyStructure> => {
    const versions = kind === 'full' ? await questionnaires.listVersions(evaluation.id) : [];
    const name = evaluation.institutions.find(({ code }) => code === institution)?.shortName ?? '';
    return {
      title:
        kind === 'scorecard' && name !== ''
          ? translator.t('structures:title.scorecardOf', { name })
          : translator.t(`structures:title.${kind}`),
      blocks: STRUCTURES[kind](createWriter(evaluation, versions, translator)),
    };
  };
