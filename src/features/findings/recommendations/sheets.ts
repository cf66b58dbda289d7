import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { WrittenCell, WrittenSheet } from '../../../platform/spreadsheet';
import { lastDayOf, type Recommendation } from '../domain';
import type { WorkRead } from '../read-work';
import { addresseeNames, className, conclusionsBehind, quarterName } from './present-row';

export type TableLayout = 'simple' | 'extended';

/** A table of recommendations as cells; dates are days. */
export interface RecommendationTable {
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (string | number | { readonly day: string })[])[];
}

const SIMPLE = ['no', 'conclusion', 'recommendation'] as const;
const EXTENDED = [
  'no',
  'code',
  'study',
  'conclusion',
  'recommendation',
  'addressee',
  'method',
  'due',
  'due-day',
  'class',
  'subclass',
  'area',
  'priority',
  'status',
  'reason',
  'decided',
] as const;
type Column = (typeof EXTENDED)[number];

const WIDTHS: Readonly<Record<Column, number>> = {
  no: 5,
  code: 6,
  study: 30,
  conclusion: 45,
  recommendation: 50,
  addressee: 24,
  method: 45,
  due: 16,
  'due-day': 12,
  class: 16,
  subclass: 14,
  area: 22,
  priority: 10,
  status: 18,
  reason: 40,
  decided: 12,
};

export const recommendationTable = (
  recommendations: readonly Recommendation[],
  work: Pick<WorkRead, 'evaluation' | 'conclusions'>,
  layout: TableLayout,
  translator: Translator,
): RecommendationTable => {
  const columns: readonly Column[] = layout === 'simple' ? SIMPLE : EXTENDED;
  return {
    head: columns.map((column) => translator.t(`recommendations:column.${column}`)),
    widths: columns.map((column) => WIDTHS[column]),
    rows: recommendations.map((one, place) => {
      const cells = cellsOf(one, place + 1, work, translator);
      return columns.map((column) => cells[column]);
    }),
  };
};

const cellsOf = (
  one: Recommendation,
  ordinal: number,
  work: Pick<WorkRead, 'evaluation' | 'conclusions'>,
  translator: Translator,
): Readonly<Record<Column, string | number | { readonly day: string }>> => {
  const { t } = translator;
  const last = one.decisions.at(-1);
  const behind = conclusionsBehind(one, work);
  return {
    no: ordinal,
    code: `R${one.number}`,
    study: work.evaluation.title,
    conclusion: behind.map(({ number, title }) => (title === '' ? `W${number}` : `W${number}. ${title}`)).join('\n'),
    recommendation: one.text === '' ? one.title : `${one.title}\n${one.text}`,
    addressee: addresseeNames(one.addressees, work.evaluation).join(', '),
    method: one.implementation,
    due: one.due === null ? '' : quarterName(one.due, translator),
    'due-day': one.due === null ? '' : { day: lastDayOf(one.due) },
    class: className({ ...one, subclass: null }, translator),
    subclass: className({ ...one, recommendationClass: null }, translator),
    area: one.area,
    priority: one.priority === null ? '' : t(`recommendations:priority.${one.priority}`),
    status: t(`recommendations:status.${one.status}`),
    reason: one.statusReason,
    decided: last === undefined ? '' : { day: dayOf(last.at) },
  };
};

/** The table, and a sheet that says what it is. */
export const recommendationSheets = (
  table: RecommendationTable,
  { evaluation, today }: Pick<WorkRead, 'evaluation' | 'today'>,
  translator: Translator,
): readonly WrittenSheet[] => {
  const { t } = translator;
  const about: readonly (readonly [string, WrittenCell])[] = [
    [t('recommendations:about.study'), { text: evaluation.title, wrap: true }],
    [t('recommendations:about.commissioner'), evaluation.commissioner],
    [t('recommendations:about.state'), t(`conclusions:standing.${evaluation.resultState}`)],
    [t('recommendations:about.day'), { day: today }],
    ...(evaluation.demonstration
      ? [[t('recommendations:about.note'), t('recommendations:about.demonstration')] as const]
      : []),
  ];
  return [
    {
      name: t('recommendations:sheet.table'),
      widths: table.widths,
      headerRows: 1,
      rows: [
        table.head,
        ...table.rows.map((row) =>
          row.map((cell): WrittenCell => (typeof cell === 'string' ? { text: cell, wrap: true } : cell)),
        ),
      ],
    },
    { name: t('recommendations:sheet.about'), widths: [24, 70], rows: about },
  ];
};

/** Days as `2027-03-31`, which every program takes for a date. */
export const recommendationLines = ({ head, rows }: RecommendationTable): readonly (readonly (string | number)[])[] => [
  head,
  ...rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.day : cell))),
];
