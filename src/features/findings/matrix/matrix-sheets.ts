import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { WrittenCell, WrittenSheet } from '../../../platform/spreadsheet';
import type { Conclusion } from '../domain';
import { presentLog } from './present-approval';
import type { JudgedMatrix } from './read-judged';
import { wordItems, wordRow, type WordedRow } from './word-row';

type Row = readonly (string | number)[];

/** The columns of a matrix (domain 4.2), and the numbers behind its last one. */
const COLUMNS = [
  ['no', 6],
  ['objective', 28],
  ['criterion', 16],
  ['question', 36],
  ['subQuestion', 30],
  ['indicator', 34],
  ['threshold', 18],
  ['sources', 28],
  ['methods', 24],
  ['items', 22],
  ['analysis', 28],
  ['answer', 44],
  ['verdict', 18],
  ['reason', 28],
  ['result', 12],
  ['low', 12],
  ['high', 12],
  ['n', 8],
  ['conclusions', 14],
] as const;

/** The matrix as a workbook: real numbers, gaps and changes on sheets of their own. */
export const matrixSheets = (
  judged: JudgedMatrix,
  conclusions: readonly Conclusion[],
  translator: Translator,
): readonly WrittenSheet[] => {
  const { t } = translator;
  return [
    {
      name: t('matrix:sheet.matrix'),
      headerRows: 1,
      widths: COLUMNS.map(([, width]) => width),
      rows: matrixRows(judged, conclusions, translator).map((row) => row.map(toCell)),
    },
    {
      name: t('matrix:sheet.gaps'),
      headerRows: 1,
      widths: [26, 18, 90],
      rows: gapRows(judged, translator).map((row) => row.map(toCell)),
    },
    {
      name: t('matrix:sheet.log'),
      headerRows: 1,
      widths: [14, 26, 90],
      rows: logRows(judged, translator).map((row) => row.map(toCell)),
    },
    {
      name: t('matrix:sheet.about'),
      widths: [24, 90],
      rows: aboutRows(judged, translator).map((row) => row.map(toCell)),
    },
  ];
};

/** The same as one list, for CSV: the matrix, and below it what it is. */
export const matrixCsv = (
  judged: JudgedMatrix,
  conclusions: readonly Conclusion[],
  translator: Translator,
): readonly Row[] => [...matrixRows(judged, conclusions, translator), [], ...aboutRows(judged, translator)];

const toCell = (cell: string | number): WrittenCell =>
  typeof cell === 'number' ? cell : cell === '' ? null : { text: cell, wrap: true };

const matrixRows = (
  judged: JudgedMatrix,
  conclusions: readonly Conclusion[],
  translator: Translator,
): readonly Row[] => {
  const { t } = translator;
  return [
    COLUMNS.map(([name]) => t(`matrix:column.${name}`)),
    ...judged.rows.map((found, at) => {
      const row = wordRow(found, at + 1, judged, translator);
      const linked = conclusions.filter(({ matrixRow }) => matrixRow === found.row.id);
      const cells: Readonly<Record<(typeof COLUMNS)[number][0], string | number>> = {
        ...row,
        no: row.number,
        subQuestion: row.subQuestions.join('\n'),
        threshold: row.threshold ?? t('matrix:no-threshold'),
        answer: [answerLine(row), row.answer].filter((text) => text !== '').join('\n'),
        verdict: row.verdict.text,
        result: found.result?.value ?? '',
        low: found.result?.low ?? '',
        high: found.result?.high ?? '',
        n: found.result?.n ?? '',
        conclusions: linked.map(({ number }) => t('matrix:conclusion', { number })).join(', '),
      };
      return COLUMNS.map(([name]) => cells[name]);
    }),
  ];
};

const answerLine = ({ verdict, result, detail, reason }: WordedRow): string =>
  `${verdict.text} (${[result, detail, reason].filter((text) => text !== null && text !== '').join('; ')}).`;

const gapRows = (judged: JudgedMatrix, { t }: Translator): readonly Row[] => {
  const numberOf = new Map<string, number>(judged.rows.map(({ row }, at) => [row.id, at + 1]));
  const wordings = new Map(
    judged.questionnaires.flatMap(({ places }) =>
      places.map(({ questionnaire, code, wording }) => [`${questionnaire}:${code}`, wording] as const),
    ),
  );
  return [
    [t('matrix:sheet.kind'), t('matrix:sheet.what'), t('matrix:sheet.text')],
    ...judged.questionsWithoutData.map((id) => {
      const found = judged.rows.find(({ row }) => row.id === id);
      return [t('matrix:sheet.without-data'), numberOf.get(id) ?? '', found?.row.question ?? ''];
    }),
    ...judged.itemsWithoutQuestion.flatMap(({ items }) =>
      items.map((item) => [
        t('matrix:sheet.without-question'),
        wordItems([item], judged.questionnaires),
        wordings.get(`${item.questionnaire}:${item.item}`) ?? '',
      ]),
    ),
  ];
};

const logRows = ({ matrix }: JudgedMatrix, translator: Translator): readonly Row[] => {
  const { t } = translator;
  return [
    [t('matrix:sheet.when'), t('matrix:sheet.who'), t('matrix:sheet.change')],
    ...presentLog(matrix.log, translator).map(({ day, by, text, parts }) => [day, by, [text, ...parts].join('\n')]),
  ];
};

const aboutRows = (judged: JudgedMatrix, { t, format }: Translator): readonly Row[] => {
  const { evaluation, matrix, questionnaires, judgedOn } = judged;
  const { approved } = matrix;
  return [
    [t('matrix:sheet.study'), evaluation.title],
    [t('matrix:sheet.state'), t(`matrix:state.${evaluation.resultState}`)],
    [t('matrix:sheet.day'), format.day(judgedOn)],
    [
      t('matrix:sheet.approved'),
      approved === null
        ? t('matrix:lead.unapproved')
        : [
            t('matrix:approval.by', { by: approved.by, day: format.day(dayOf(approved.at)) }),
            t('matrix:approval.recorded', { by: approved.recordedBy, day: format.day(dayOf(approved.recordedAt)) }),
          ].join(' '),
    ],
    [t('matrix:sheet.rule'), t('matrix:note')],
    ...questionnaires.map(({ letter, title }) => [
      t('matrix:sheet.questionnaire'),
      t('matrix:assign-form.questionnaire', { letter, title }),
    ]),
    ...(evaluation.demonstration ? [[t('matrix:sheet.demonstration'), t('matrix:sheet.demonstrationText')]] : []),
  ];
};
