import { setImmediate } from 'node:timers/promises';
import { createRemarkBook, NOWHERE, type ImportReading, type RemarkBook } from '../report';
import { buildDefinition } from '../source/build-definition';
import { toSlug } from '../source/codes';
import { END } from '../source/default-texts';
import type { SourceItem, SourcePage } from '../source/source-form';
import { readLimeSurvey as readSurvey, type LimeSurvey } from './lime-survey';
import { conditionOf, readQuestion, type LimeContext } from './read-question';
import { field, readLimeTables, rowsOf, type LimeTables } from './read-tables';
import { scriptNames } from './script-names';
import { languageOf } from '../xlsform/languages';

/** A survey structure of LimeSurvey (.lss, versions 2 to 6) as a questionnaire. */
export const readLimeSurvey = async (bytes: Uint8Array): Promise<ImportReading> => {
  const remarks = createRemarkBook();
  const tables = await readLimeTables(bytes);
  await setImmediate();
  const survey = readSurvey(tables);
  remarkOnRest(tables, survey, remarks);
  const questions = survey.groups.flatMap(({ id }) => survey.questionsOf(id));
  const context: LimeContext = { survey, remarks, nameOf: scriptNames(survey, questions) };
  const title = survey.title.pl ?? '';
  const definition = await buildDefinition(
    {
      code: toSlug(title.replace(/<[^>]{0,200}>/g, ' ')),
      version: 1,
      title: survey.title,
      lead: survey.welcome,
      minutes: 0,
      pages: [
        ...survey.groups.map((group) => readGroup(context, group)).filter(({ items }) => items.length > 0),
        ...endPage(survey),
      ],
      isOurs: false,
    },
    remarks,
  );
  return {
    format: 'limesurvey',
    definition,
    remarks: remarks.all(),
  };
};

const readGroup = (context: LimeContext, { id, row, name, description }: LimeSurvey['groups'][number]): SourcePage => {
  const place = { ...NOWHERE, sheet: 'groups', code: name.pl ?? '' };
  const condition = conditionOf(context, field(row, 'grelevance'), place);
  if (condition !== undefined) context.remarks.changed('group-condition', place);
  const intro: readonly SourceItem[] =
    (description.pl ?? '').trim() === ''
      ? []
      : [{ kind: 'information', code: `Wstep_${id}`, place, text: description, shownIf: condition }];
  const questions = context.survey.questionsOf(id).flatMap((question) => readQuestion(context, question, condition));
  return {
    id: (name.pl ?? '').replace(/<[^>]{0,200}>/g, ' '),
    place,
    title: name,
    items: questions.length === 0 ? [] : [...intro, ...questions],
  };
};

/** The words at the end become a page of their own. */
const endPage = ({ endText }: LimeSurvey): readonly SourcePage[] =>
  (endText.pl ?? '').trim() === ''
    ? []
    : [
        {
          id: 'zakonczenie',
          place: { ...NOWHERE, sheet: 'surveys_languagesettings' },
          title: END,
          items: [{ kind: 'information', code: 'Zakonczenie', place: NOWHERE, text: endText }],
        },
      ];

const remarkOnRest = (tables: LimeTables, survey: LimeSurvey, remarks: RemarkBook): void => {
  if (survey.baseLanguage !== '' && languageOf(survey.baseLanguage) !== 'pl')
    remarks.changed('language-as-polish', NOWHERE, { language: survey.baseLanguage });
  for (const language of survey.foreignLanguages) {
    const count = rowsOf(tables, 'question_l10ns').filter((row) => field(row, 'language') === language).length;
    remarks.refused('language', NOWHERE, { language, count });
  }
  for (const table of ['quota', 'assessments', 'defaultvalues', 'conditions']) {
    const count = rowsOf(tables, table).length;
    if (count > 0) remarks.refused('lime-table', { ...NOWHERE, sheet: table }, { table, count });
  }
};
