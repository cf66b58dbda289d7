import { dayOf } from '../../platform/clock';
import type { Translator } from '../../platform/i18n';
import type { WrittenCell, WrittenSheet } from '../../platform/spreadsheet';
import { addresseeNames } from '../findings';
import { isOverdue, lastReport, type ProgressEvidence, type RegisterEntry } from './domain';
import { saidBy } from './present-row';
import type { RegisterRead } from './read-register';

const COLUMNS = [
  ['code', 8],
  ['kind', 14],
  ['what', 50],
  ['addressee', 24],
  ['person', 22],
  ['due', 12],
  ['status', 18],
  ['overdue', 12],
  ['reason', 40],
  ['reported', 12],
  ['by', 20],
  ['report', 50],
  ['evidence', 40],
  ['meeting', 10],
] as const;

type Column = (typeof COLUMNS)[number][0];
type Cell = string | number | { readonly day: string };

/** The register as cells; dates are days. */
export interface RegisterTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const registerTable = (
  entries: readonly RegisterEntry[],
  read: Pick<RegisterRead, 'evaluation' | 'today'>,
  translator: Translator,
): RegisterTable => ({
  head: COLUMNS.map(([column]) => translator.t(`follow-up:column.${column}`)),
  rows: entries.map((entry) => {
    const cells = cellsOf(entry, read, translator);
    return COLUMNS.map(([column]) => cells[column]);
  }),
});

const cellsOf = (
  entry: RegisterEntry,
  { evaluation, today }: Pick<RegisterRead, 'evaluation' | 'today'>,
  translator: Translator,
): Readonly<Record<Column, Cell>> => {
  const { t } = translator;
  const last = lastReport(entry);
  return {
    code: entry.code,
    kind: t(`follow-up:kind.${entry.followed.kind}`),
    what: entry.text === '' ? entry.title : `${entry.title}\n${entry.text}`,
    addressee: addresseeNames(entry.addressees, evaluation).join(', '),
    person: entry.person,
    due: entry.due === null ? '' : { day: entry.due },
    status: t(`recommendations:status.${entry.status}`),
    overdue: t(isOverdue(entry, today) ? 'follow-up:yes' : 'follow-up:no'),
    reason: entry.statusReason,
    reported: last === undefined ? '' : { day: dayOf(last.at) },
    by: last === undefined ? '' : saidBy(last, evaluation, translator).who,
    report: last?.text ?? '',
    evidence: entry.reports.flatMap(({ evidence }) => evidence.map(evidenceText)).join('\n'),
    meeting: entry.meetingNumber ?? '',
  };
};

const evidenceText = (one: ProgressEvidence): string => {
  if (one.kind === 'file') return one.name;
  return one.title === '' ? one.address : `${one.title}: ${one.address}`;
};

/** The table, and a sheet that says what it is. */
export const registerSheets = (
  table: RegisterTable,
  { evaluation, today }: Pick<RegisterRead, 'evaluation' | 'today'>,
  { t }: Translator,
): readonly WrittenSheet[] => {
  const about: readonly (readonly [string, WrittenCell])[] = [
    [t('recommendations:about.study'), { text: evaluation.title, wrap: true }],
    [t('recommendations:about.commissioner'), evaluation.commissioner],
    [t('recommendations:about.day'), { day: today }],
    ...(evaluation.demonstration
      ? [[t('recommendations:about.note'), t('recommendations:about.demonstration')] as const]
      : []),
  ];
  return [
    {
      name: t('follow-up:sheet.table'),
      widths: COLUMNS.map(([, width]) => width),
      headerRows: 1,
      rows: [
        table.head,
        ...table.rows.map((row) =>
          row.map((cell): WrittenCell => (typeof cell === 'string' ? { text: cell, wrap: true } : cell)),
        ),
      ],
    },
    { name: t('follow-up:sheet.about'), widths: [24, 70], rows: about },
  ];
};

/** Days as `2027-03-31`, which every program takes for a date. */
export const registerLines = ({ head, rows }: RegisterTable): readonly (readonly (string | number)[])[] => [
  head,
  ...rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.day : cell))),
];
