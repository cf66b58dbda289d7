import type { Composing } from '../composing';
import { comparisonCodeOf } from '../datasets';
import { presentGivenTable } from '../words/present-given';
import { missing, together, type Drawn } from '../drawn';
import { cutQuestion, ownDatasets, questionsOf } from './questions';

/** Which spheres of development come first, as each group says. */
export const spheres = async (composing: Composing): Promise<Drawn> => {
  const parts: Drawn[] = [];
  for (const dataset of await ownDatasets(composing))
    for (const question of questionsOf(dataset)) {
      if (!question.variables.some((variable) => comparisonCodeOf(variable) === 'spheres')) continue;
      const given = await cutQuestion(question, composing);
      if (given !== undefined) parts.push(presentGivenTable(given, composing, { display: 'both' }));
    }
  return parts.length === 0 ? missing(composing.translator.t('compose:missing.spheres')) : together(...parts);
};
