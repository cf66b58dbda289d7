import { languageOf } from '../xlsform/languages';
import type { Language } from '../../domain';
import type { SourceText } from '../source/source-form';
import { field, rowsOf, type LimeRow, type LimeTables } from './read-tables';

/** A question, a subquestion or an answer with its texts in all languages. */
export interface LimeQuestion {
  readonly row: LimeRow;
  readonly id: string;
  /** `title`: the code that authors see. */
  readonly code: string;
  readonly type: string;
  readonly text: SourceText;
  readonly help: SourceText;
}

export interface LimeAnswer {
  readonly code: string;
  readonly scale: string;
  readonly text: SourceText;
}

export interface LimeSurvey {
  readonly groups: readonly {
    readonly id: string;
    readonly row: LimeRow;
    readonly name: SourceText;
    readonly description: SourceText;
  }[];
  readonly questionsOf: (group: string) => readonly LimeQuestion[];
  readonly subquestionsOf: (question: string) => readonly LimeQuestion[];
  readonly answersOf: (question: string) => readonly LimeAnswer[];
  readonly attributesOf: (question: string) => ReadonlyMap<string, string>;
  readonly title: SourceText;
  readonly welcome: SourceText;
  readonly endText: SourceText;
  /** Languages that questionnaires here do not have. */
  readonly foreignLanguages: readonly string[];
  readonly baseLanguage: string;
}

type TextsOf = (kind: string, id: string, name: string, own: LimeRow) => SourceText;

/**
 * The survey in the shape of version 4 to 6, where texts stand in tables of their own (`question_l10ns`), or of older ones,
 * where every language repeats the whole row.
 */
export const readLimeSurvey = (tables: LimeTables): LimeSurvey => {
  const baseLanguage =
    field(rowsOf(tables, 'surveys')[0], 'language') ||
    field(rowsOf(tables, 'surveys_languagesettings')[0], 'surveyls_language');
  const toLanguage = (code: string): Language | null =>
    code === baseLanguage || code === '' ? 'pl' : translationOf(code);
  const textsOf = createTexts(tables, toLanguage);
  const question = (row: LimeRow): LimeQuestion => {
    const id = field(row, 'qid');
    return {
      row,
      id,
      code: field(row, 'title'),
      type: field(row, 'type'),
      text: textsOf('question', id, 'question', row),
      help: textsOf('question', id, 'help', row),
    };
  };
  const questions = ordered(oncePerId(rowsOf(tables, 'questions'), 'qid', baseLanguage), 'question_order');
  const subquestions = ordered(oncePerId(rowsOf(tables, 'subquestions'), 'qid', baseLanguage), 'question_order');
  const answers = ordered(answerRows(tables, baseLanguage), 'sortorder');
  const settings = rowsOf(tables, 'surveys_languagesettings');
  const setting = (name: string): SourceText => collect(settings, toLanguage, 'surveyls_language', name);
  return {
    groups: ordered(oncePerId(rowsOf(tables, 'groups'), 'gid', baseLanguage), 'group_order').map((row) => {
      const id = field(row, 'gid');
      return {
        id,
        row,
        name: textsOf('group', id, 'group_name', row),
        description: textsOf('group', id, 'description', row),
      };
    }),
    questionsOf: byKey(questions, 'gid', question),
    subquestionsOf: byKey(subquestions, 'parent_qid', question),
    answersOf: byKey(answers, 'qid', (row) => ({
      code: field(row, 'code'),
      scale: field(row, 'scale_id') || '0',
      text: textsOf('answer', answerId(row), 'answer', row),
    })),
    attributesOf: attributes(tables),
    title: setting('surveyls_title'),
    welcome: setting('surveyls_welcometext'),
    endText: setting('surveyls_endtext'),
    foreignLanguages: [...new Set(settings.map((row) => field(row, 'surveyls_language')))].filter(
      (code) => toLanguage(code) === null,
    ),
    baseLanguage,
  };
};

const translationOf = (code: string): Language | null => {
  const language = languageOf(code);
  return language === 'pl' ? null : language;
};

/** Texts of a thing: from the table of texts where there is one, else from the rows of its languages. */
const createTexts = (tables: LimeTables, toLanguage: (code: string) => Language | null): TextsOf => {
  const index = new Map<string, LimeRow[]>();
  const add = (kind: string, id: string, row: LimeRow): void => {
    const key = `${kind}:${id}`;
    const rows = index.get(key) ?? [];
    rows.push(row);
    index.set(key, rows);
  };
  for (const row of rowsOf(tables, 'question_l10ns')) add('question', field(row, 'qid'), row);
  for (const row of rowsOf(tables, 'group_l10ns')) add('group', field(row, 'gid'), row);
  for (const row of rowsOf(tables, 'answer_l10ns')) add('answer', field(row, 'aid'), row);
  for (const table of ['questions', 'subquestions'])
    for (const row of rowsOf(tables, table)) if (row.has('question')) add('question', field(row, 'qid'), row);
  for (const row of rowsOf(tables, 'groups')) if (row.has('group_name')) add('group', field(row, 'gid'), row);
  for (const row of rowsOf(tables, 'answers')) if (row.has('answer')) add('answer', answerId(row), row);
  return (kind, id, name) => collect(index.get(`${kind}:${id}`) ?? [], toLanguage, 'language', name);
};

const answerId = (row: LimeRow): string =>
  field(row, 'aid') === '' ? ['qid', 'code', 'scale_id'].map((name) => field(row, name)).join('/') : field(row, 'aid');

const collect = (
  rows: readonly LimeRow[],
  toLanguage: (code: string) => Language | null,
  languageField: string,
  name: string,
): SourceText =>
  Object.fromEntries(
    rows.flatMap((row) => {
      const language = toLanguage(field(row, languageField));
      return language === null ? [] : [[language, withPipes(field(row, name))] as const];
    }),
  );

/** `{K1.shown}` in a text repeats an answer. */
const withPipes = (text: string): string =>
  text.replace(/(?<!\$)\{([A-Za-z][A-Za-z0-9_]*)(?:\.(?:shown|NAOK|value|code))?\}/g, '${$1}');

const oncePerId = (rows: readonly LimeRow[], id: string, base: string): readonly LimeRow[] => {
  const byId = new Map<string, LimeRow>();
  for (const row of rows)
    if (!byId.has(field(row, id)) || field(row, 'language') === base) byId.set(field(row, id), row);
  return [...byId.values()];
};

const answerRows = (tables: LimeTables, base: string): readonly LimeRow[] => {
  const byId = new Map<string, LimeRow>();
  for (const row of rowsOf(tables, 'answers'))
    if (!byId.has(answerId(row)) || field(row, 'language') === base) byId.set(answerId(row), row);
  return [...byId.values()];
};

const ordered = (rows: readonly LimeRow[], by: string): readonly LimeRow[] =>
  [...rows].sort((a, b) => Number(field(a, by)) - Number(field(b, by)) || 0);

const byKey = <Made>(rows: readonly LimeRow[], key: string, make: (row: LimeRow) => Made) => {
  const groups = new Map<string, Made[]>();
  for (const row of rows) {
    const made = groups.get(field(row, key)) ?? [];
    made.push(make(row));
    groups.set(field(row, key), made);
  }
  return (id: string): readonly Made[] => groups.get(id) ?? [];
};

const attributes = (tables: LimeTables) => {
  const byQuestion = new Map<string, Map<string, string>>();
  for (const row of rowsOf(tables, 'question_attributes')) {
    const known = byQuestion.get(field(row, 'qid')) ?? new Map<string, string>();
    if (field(row, 'value') !== '' && !known.has(field(row, 'attribute')))
      known.set(field(row, 'attribute'), field(row, 'value'));
    byQuestion.set(field(row, 'qid'), known);
  }
  return (id: string): ReadonlyMap<string, string> => byQuestion.get(id) ?? new Map();
};
