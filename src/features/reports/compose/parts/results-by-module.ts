import type { Item, QuestionnaireDefinition } from '../../../questionnaires/domain';
import type { Composing } from '../composing';
import { drawn, missing, together, under, type Drawn } from '../drawn';
import { cutQuestion, ownDatasets, questionsOf, type Question } from './questions';
import { presentQuestion } from './present-question';
import type { Detail } from '../words/tables-of-unit';

/** Every closed question, page by page of each questionnaire. */
export const resultsByModule = (composing: Composing): Promise<Drawn> => byModule(composing, 'short');

export const byModule = async (composing: Composing, detail: Detail): Promise<Drawn> => {
  const datasets = await ownDatasets(composing);
  const parts: Drawn[] = [];
  for (const dataset of datasets) {
    const definition = (await composing.material.versions()).find(({ code }) => code === dataset.code)?.definition;
    const modules: Drawn[] = [];
    for (const { title, questions } of modulesOf(questionsOf(dataset), definition))
      modules.push(under({ kind: 'heading', level: 3, text: title }, await presentAll(questions, composing, detail)));
    parts.push(under({ kind: 'heading', level: 2, text: dataset.title }, together(...modules)));
  }
  const all = together(...parts);
  return all.blocks.length === 0 ? missing(composing.translator.t('compose:missing.answers')) : all;
};

export const presentAll = async (
  questions: readonly Question[],
  composing: Composing,
  detail: Detail,
): Promise<Drawn> => {
  const parts: Drawn[] = [];
  for (const question of questions) {
    const given = await cutQuestion(question, composing);
    if (given !== undefined) parts.push(presentQuestion(given, composing, detail));
  }
  return parts.length === 0 ? drawn() : together(...parts);
};

interface Module {
  readonly title: string;
  readonly questions: readonly Question[];
}

/** Questions under the titles of their pages; those of earlier versions stay where they were asked. */
const modulesOf = (
  questions: readonly Question[],
  definition: QuestionnaireDefinition | undefined,
): readonly Module[] => {
  const pages = pagesOf(definition);
  const modules: { title: string; questions: Question[] }[] = [];
  for (const question of questions) {
    const [own = ''] = question.item.split('_');
    const title = pages.get(question.item) ?? pages.get(own) ?? modules.at(-1)?.title ?? '';
    const known = modules.find((one) => one.title === title);
    if (known === undefined) modules.push({ title, questions: [question] });
    else known.questions.push(question);
  }
  return modules;
};

const pagesOf = (definition: QuestionnaireDefinition | undefined): ReadonlyMap<string, string> => {
  const pages = new Map<string, string>();
  const place = (items: readonly Item[], title: string): void => {
    for (const item of items) {
      pages.set(item.code, title);
      if (item.kind === 'repeat') place(item.items, title);
    }
  };
  for (const { title, items } of definition?.pages ?? []) place(items, title);
  return pages;
};
