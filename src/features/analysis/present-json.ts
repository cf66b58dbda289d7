import type { Evaluation } from '../evaluations';
import type { Disclosed, Figure, Results } from './domain';
import { figureNotFound } from './problems';
import type { FigureSection } from './present-figures';
import type { EvaluationResults } from './read-results';

/** Why a number is absent. */
type Suppression = 'small-group' | 'few-respondents' | null;

/** A disclosed result with unrounded numbers; what is hidden is null and says why. */
const jsonOfDisclosed = (result: Disclosed<unknown, unknown>): Readonly<Record<string, unknown>> => {
  const shape = (n: number | null, counts: unknown, estimates: unknown, suppressed: Suppression) => ({
    n,
    counts,
    estimates,
    suppressed,
  });
  switch (result.level) {
    case 'hidden':
      return shape(null, null, null, 'small-group');
    case 'counts':
      return shape(result.n, result.counts, null, 'few-respondents');
    case 'estimates':
      return { ...shape(result.n, result.counts, result.estimates, null), hasSmallBase: result.hasSmallBase };
  }
};

const isDisclosed = (value: object): value is Disclosed<unknown, unknown> => 'level' in value;

const toJson = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (isDisclosed(value)) return jsonOfDisclosed(value);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toJson(part)]));
};

const head = (
  { id, title, resultState, demonstration, smallestGroup }: Evaluation,
  { dataCut, filter, size }: Results,
) => ({
  evaluation: { id, title, resultState, demonstration },
  dataCut,
  filter,
  smallestGroup,
  respondents: toJson(size),
});

/** The whole page: unrounded numbers, bases, intervals, tests. */
export const presentJson = ({ evaluation, results, changes }: EvaluationResults): unknown => ({
  ...head(evaluation, results),
  institutions: results.groups.map(({ code, letter, institution }) => ({
    code,
    letter,
    name: institution?.name ?? null,
  })),
  keyFigures: toJson(results.keyFigures),
  changes,
  sections: toJson(results.sections),
});

/**
 * One figure: what its table says, unrounded, and the question's results behind it.
 *
 * @throws Problem `analysis.figure-not-found`
 */
export const presentFigureJson = (
  evaluation: Evaluation,
  results: Results,
  { sections, id }: { readonly sections: readonly FigureSection[]; readonly id: string },
): unknown => {
  const figure = sections.flatMap(({ figures }) => figures).find((candidate) => candidate.id === id);
  if (figure === undefined) throw figureNotFound();
  const question = results.sections
    .flatMap(({ questions }) => questions)
    .find((result) => id.startsWith(`${result.question.id}.`));
  return { ...head(evaluation, results), figure: jsonOfFigure(figure), result: toJson(question) };
};

const jsonOfFigure = ({ id, kind, title, sub, notes, flags = [], table }: Figure) => ({
  id,
  kind,
  title,
  sub,
  notes,
  flags,
  table: {
    columns: table.head.map(({ text }) => text),
    rows: table.rows.map(({ label, cells }) => ({
      label,
      values: cells.map(({ value }) => value),
      texts: cells.map(({ text }) => text),
    })),
  },
});
