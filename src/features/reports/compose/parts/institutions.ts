import type { Composing } from '../composing';
import { comparisonCodeOf, criterionOf } from '../datasets';
import { drawn, missing, together, under, type Drawn } from '../drawn';
import { presentGivenTable, type Presenting } from '../words/present-given';
import { cutQuestion, ownDatasets, questionsOf, type Question } from './questions';

/** How institutions are rated, side by side: overall, and statement by statement. */
export const institutions = async (composing: Composing): Promise<Drawn> => {
  const isShort = composing.wanted.report.kind === 'summary';
  const parts: Drawn[] = [];
  for (const dataset of await ownDatasets(composing)) {
    const questions = questionsOf(dataset);
    const overall = await presentEach(questions.filter(isOverall), composing, {
      display: isShort ? 'figure' : 'both',
      pictures: 'last',
    });
    const quality = await presentEach(questions.filter(isQuality).slice(isShort ? -1 : 0), composing, {
      display: isShort ? 'table' : 'both',
      pictures: 'last',
    });
    const told = together(overall, quality);
    parts.push(isShort ? told : under({ kind: 'heading', level: 3, text: dataset.title }, told));
    if (isShort && overall.blocks.length > 0) break;
  }
  const all = together(...parts);
  return all.blocks.length === 0 ? missing(composing.translator.t('compose:missing.institutions')) : all;
};

const presentEach = async (
  questions: readonly Question[],
  composing: Composing,
  presenting: Presenting,
): Promise<Drawn> => {
  const parts: Drawn[] = [];
  for (const question of questions) {
    const given = await cutQuestion(question, composing);
    if (given !== undefined) parts.push(presentGivenTable(given, composing, presenting));
  }
  return parts.length === 0 ? drawn() : together(...parts);
};

const isOverall = ({ variables: [first] }: Question): boolean =>
  first !== undefined && comparisonCodeOf(first) === 'overall-rating';

const isQuality = ({ variables }: Question): boolean =>
  variables.length > 1 && variables.every((variable) => criterionOf(variable) === 'jakosc');
