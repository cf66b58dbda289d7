import type { Translator } from '../../../platform/i18n';
import type { WrittenSheet } from '../../../platform/spreadsheet';
import type { TextAnswer } from './keep-texts';
import { countsOf, labelNames, questionText } from './present-answers';
import type { AnswersQuery } from './inputs';
import type { ReadAnswers } from '.';

/** Rows of a workbook: more of them take longer than anybody waits. */
export const MOST_ROWS = 20_000;

const namesOf = (read: ReadAnswers, { labels }: TextAnswer): readonly [string, string] => {
  const { institution, clientType } = labels;
  return [
    labelNames(read, { institution, clientType: null })[0] ?? '',
    labelNames(read, { institution: null, clientType })[0] ?? '',
  ];
};

const headOf = ({ t }: Translator): readonly string[] => [
  t('texts:answer'),
  t('texts:institution'),
  t('texts:client-type'),
];

/** What the page shows, whole: answers with their labels, and a sheet that says what they are. */
export const answerSheets = (
  read: ReadAnswers,
  chosen: readonly TextAnswer[],
  query: AnswersQuery,
  translator: Translator,
): readonly WrittenSheet[] => {
  const { t } = translator;
  return [
    {
      name: t('texts:file.answers'),
      headerRows: 1,
      widths: [100, 24, 36],
      rows: [
        headOf(translator),
        ...chosen.map((answer) => [{ text: answer.text, wrap: true as const }, ...namesOf(read, answer)]),
      ],
    },
    { name: t('texts:file.about'), widths: [24, 100], rows: aboutOf(read, query, translator) },
  ];
};

export const answerRows = (
  read: ReadAnswers,
  chosen: readonly TextAnswer[],
  query: AnswersQuery,
  translator: Translator,
): readonly (readonly string[])[] => [
  ...aboutOf(read, query, translator),
  [],
  headOf(translator),
  ...chosen.map((answer) => [answer.text, ...namesOf(read, answer)]),
];

const aboutOf = (read: ReadAnswers, query: AnswersQuery, translator: Translator): readonly (readonly string[])[] => {
  const { t } = translator;
  const filter = [query.szukaj === '' ? '' : `„${query.szukaj}”`, query.instytucja, query.typ].filter(
    (part) => part !== '',
  );
  return [
    [t('texts:file.study'), read.evaluation.title],
    [t('texts:file.question'), `${read.field.code}. ${questionText(read)}`],
    [t('texts:file.counts'), countsOf(read, translator)],
    [t('texts:file.filter'), filter.join('; ')],
    [t('texts:file.protection'), t('texts:note', { smallest: read.evaluation.smallestGroup })],
    ...(read.evaluation.demonstration ? [[t('texts:file.demonstration'), t('texts:file.demonstrationText')]] : []),
  ];
};
