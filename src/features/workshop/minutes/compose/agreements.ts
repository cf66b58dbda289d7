import { addresseeNames } from '../../../findings';
import type { Block } from '../../../reports';
import type { CarriedItem } from '../../domain';
import { paragraph, sentences, writtenUnder, type Composing } from './composing';
import { NOTHING } from './voting';

/** 5. Who does what by when, what became of what was agreed before, and when the group meets again. */
export const agreementsPart = (composing: Composing): readonly Block[] => {
  const { agreements, carried } = composing.record;
  const { t } = composing.translator;
  return [
    agreements.length === 0 ? paragraph(t('minutes:agreements.none')) : tableOf(composing),
    ...(carried.length === 0 ? [] : carriedPart(composing)),
    ...writtenUnder(t('minutes:agreements.next'), composing.words.nextMeeting),
    ...writtenUnder(t('minutes:agreements.remarks'), composing.words.remarks),
  ];
};

const tableOf = ({ record: { agreements, evaluation }, translator: { t, format } }: Composing): Block => ({
  kind: 'table',
  asCards: true,
  caption: t('minutes:agreements.list'),
  columns: [
    { label: t('minutes:agreements.code'), align: 'left' },
    { label: t('minutes:agreements.text'), align: 'left', weight: 3 },
    { label: t('minutes:agreements.addressee'), align: 'left', weight: 1.5 },
    { label: t('minutes:agreements.person'), align: 'left', weight: 1.5 },
    { label: t('minutes:agreements.due'), align: 'left' },
  ],
  rows: agreements.map(({ number, text, addressees, person, due }) => ({
    cells: [
      t('minutes:agreements.number', { number }),
      text,
      addresseeNames(addressees, evaluation).join(', ') || NOTHING,
      person === '' ? NOTHING : person,
      format.shortDay(due),
    ],
  })),
});

const carriedPart = ({ record: { carried }, translator }: Composing): readonly Block[] => {
  const { t, format } = translator;
  const statuses = [...new Set(carried.map(({ status }) => status))];
  const late = carried.filter(({ isOverdue }) => isOverdue).length;
  return [
    { kind: 'heading', level: 3, text: t('minutes:carried.title') },
    ...sentences(
      t('minutes:carried.summary', {
        total: format.integer(carried.length),
        parts: statuses
          .map((status) => {
            const count = carried.filter((one) => one.status === status).length;
            return t('minutes:carried.part', { status: t(`minutes:carried.status.${status}`), number: count });
          })
          .join(', '),
      }),
      late === 0 ? null : t('minutes:carried.late', { count: late }),
    ),
    {
      kind: 'table',
      asCards: true,
      caption: t('minutes:carried.list'),
      columns: [
        { label: t('minutes:agreements.code'), align: 'left' },
        { label: t('minutes:agreements.text'), align: 'left', weight: 3 },
        { label: t('minutes:agreements.addressee'), align: 'left', weight: 1.5 },
        { label: t('minutes:agreements.due'), align: 'left' },
        { label: t('minutes:carried.state'), align: 'left', weight: 2 },
      ],
      rows: carried.map((item) => ({ cells: carriedRow(item, translator) })),
    },
  ];
};

const carriedRow = (
  { code, text, addressees, due, status, isOverdue, report }: CarriedItem,
  { t, format }: Composing['translator'],
): readonly string[] => [
  code,
  text,
  addressees.join(', ') || NOTHING,
  due === null ? NOTHING : format.shortDay(due),
  [
    t(`minutes:carried.status.${status}`),
    ...(isOverdue ? [t('minutes:carried.overdue')] : []),
    ...(report === '' ? [] : [report]),
  ].join('; '),
];
