import type { Figure, Results } from '../analysis';
import type { SummaryMaterial } from './compose-summary';

type Figures = Pick<SummaryMaterial, 'results' | 'figures'>;

/** Overall rating of each institution with its interval. */
export const overallFigure = ({ results, figures }: Figures): Figure | undefined =>
  drawable(figures, questionOf(results, 'overall-rating'), 'intervals');

/** What clients of OWES think of the service: the distribution of each statement. */
export const qualityFigure = ({ figures }: Figures): Figure | undefined =>
  drawable(figures, 'owes-clients.J', 'agreement');

/** Spheres in which jobs should be created, most chosen first. */
export const spheresFigure = ({ results, figures }: Figures): Figure | undefined =>
  drawable(figures, questionOf(results, 'spheres'), 'ranking');

const questionOf = ({ sections }: Results, comparisonCode: string): string | undefined =>
  sections.flatMap(({ questions }) => questions).find(({ question }) => question.comparisonCode === comparisonCode)
    ?.question.id;

const drawable = (figures: readonly Figure[], question: string | undefined, kind: Figure['kind']): Figure | undefined =>
  figures.find(
    (figure) =>
      figure.kind === kind && figure.chart !== null && question !== undefined && figure.id.startsWith(`${question}.`),
  );
