import type { CompiledVersion } from '../../questionnaires/domain';
import { analyse } from './analyse';
import type { Dataset } from './dataset';
import type { Dimensions, ResultsFilter } from './dimensions';
import type { Disclosed } from './disclosure/disclose';
import { coordinationQuestion, keyFigures, sizeOf, type KeyFigures } from './key-figures';
import { planQuestions } from './questions/plan-questions';
import { latestOf, planRemoved } from './questions/plan-removed';
import { SECTIONS, type Section } from './questions/question';
import type { QuestionResult } from './results';
import { openView } from './view';

/** Everything a page of results says, disclosed. */
export interface Results extends Dimensions {
  readonly filter: ResultsFilter;
  /** Respondents in view. */
  readonly size: Disclosed<null, null>;
  /** Last day on which an answer came. */
  readonly dataCut: string | null;
  /** Null when the group in view is too small to be shown. */
  readonly keyFigures: KeyFigures | null;
  readonly sections: readonly { readonly section: Section; readonly questions: readonly QuestionResult[] }[];
}

/**
 * @param versions every published version: the latest of each questionnaire says what is told and in which words; what it
 *                 no longer asks is told after that, as long as there are answers
 */
export const analyseAll = (dataset: Dataset, versions: readonly CompiledVersion[], filter: ResultsFilter): Results => {
  const { groups, subregions, clientTypes, dataCut } = dataset;
  const view = openView(dataset, filter);
  const size = sizeOf(view);
  const shared = { groups, subregions, clientTypes, dataCut, filter, size };
  if (size.level === 'hidden') return { ...shared, keyFigures: null, sections: [] };

  const latest = latestOf(versions);
  const questions = planQuestions(latest);
  const asked = questions.map((question) => analyse(view, question));
  const results = [...asked, ...planRemoved(dataset, versions).map((question) => analyse(view, question))];
  const sections = SECTIONS.map((section) => ({
    section,
    questions: results.filter(({ question }) => question.section === section),
  }));
  return {
    ...shared,
    keyFigures: keyFigures(view, asked, coordinationQuestion(questions, latest)),
    sections: sections.filter((section) => section.questions.length > 0),
  };
};
