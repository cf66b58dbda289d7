import type { Composing } from '../composing';
import { comparisonCodeOf, criterionOf } from '../datasets';
import { missing, together, under, type Drawn } from '../drawn';
import { presentGivenTable } from '../data/present-given';
import { cutQuestion, ownDatasets, questionsOf, type Question } from './questions';

/** How institutions are rated, side by side: overall, and statement by statement. */
export const institutions = async (composing: Composing): Promise<Drawn> => {
  const parts: Drawn[] = [];
  for (const dataset of await ownDatasets(composing)) {
    const own: Drawn[] = [];
    for (const question of questionsOf(dataset).filter(isRating)) {
      const given = await cutQuestion(question, composing);
      if (given !== undefined) own.push(presentGivenTable(given, composing, { display: 'both' }));
    }
    parts.push(under({ kind: 'heading', level: 3, text: dataset.title }, together(...own)));
  }
  const all = together(...parts);
  return all.blocks.length === 0 ? missing(composing.translator.t('compose:missing.institutions')) : all;
};

const isRating = ({ variables }: Question): boolean => {
  const [first] = variables;
  if (first === undefined) return false;
  return comparisonCodeOf(first) === 'overall-rating' || (criterionOf(first) === 'jakosc' && variables.length > 1);
};
