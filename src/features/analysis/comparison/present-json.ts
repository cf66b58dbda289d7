import type { ReadComparison } from './read-comparison';

/** Everything unrounded; what is hidden is not there. Shapes are documented in the help page. */
export const presentComparisonJson = ({ evaluation, dataset, comparison, depth, options }: ReadComparison) => ({
  evaluation: { id: evaluation.id, title: evaluation.title, state: evaluation.resultState },
  dataset,
  smallestGroup: evaluation.smallestGroup,
  request: comparison?.request ?? null,
  unit: comparison?.unit ?? null,
  groups: comparison?.units ?? [],
  items: depth === null ? (comparison?.items ?? []) : undefined,
  measures: depth?.measures,
  item: depth?.shown,
  otherWay: depth?.other ?? undefined,
  options: {
    units: options.units.map(({ name, label }) => ({ name, label })),
    questions: options.questions.map(({ name, label }) => ({ name, label })),
    mix: options.mix.map(({ name, label }) => ({ name, label })),
  },
});
