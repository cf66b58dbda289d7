import type { Block } from '../../../reports';
import { countAttendance, type Attended } from '../../domain';
import { paragraph, sentences, type Composing } from './composing';

/** 1. Who was there, by institution; those who were not; guests. */
export const attendancePart = ({ record: { attendance }, translator }: Composing): readonly Block[] => {
  const { t, format } = translator;
  if (attendance.length === 0) return [paragraph(t('minutes:attendance.nobody'))];
  const counts = countAttendance(attendance);
  const there = attendance.filter(isThere);
  const institutions = [...new Set(there.map(({ institution }) => institution))];
  return [
    ...sentences(
      [
        t('minutes:attendance.members', { count: counts.members, invited: format.integer(counts.invited) }),
        counts.guests === 0 ? '' : t('minutes:attendance.and-guests', { count: counts.guests }),
        counts.remote === 0 ? '' : t('minutes:attendance.remote', { count: counts.remote }),
        '.',
      ].join(''),
      t('minutes:attendance.voters', { voters: format.integer(counts.voters), count: counts.eligible }),
    ),
    ...(there.length === 0 ? [] : [tableOf(institutions, there, translator)]),
    ...missing(attendance, 'excused', translator),
    ...missing(attendance, 'absent', translator),
  ];
};

const isThere = ({ state }: Attended): boolean => state === 'present' || state === 'remote';

const tableOf = (
  institutions: readonly string[],
  there: readonly Attended[],
  { t, format }: Composing['translator'],
): Block => ({
  kind: 'table',
  asCards: true,
  caption: t('minutes:attendance.list'),
  columns: [
    { label: t('minutes:attendance.institution'), align: 'left', weight: 1 },
    { label: t('minutes:attendance.people'), align: 'left', weight: 3 },
    { label: t('minutes:attendance.number'), align: 'right' },
  ],
  rows: [
    ...institutions.map((institution) => {
      const people = there.filter((one) => one.institution === institution);
      return {
        cells: [institution, people.map((one) => personText(one, t)).join(', '), format.integer(people.length)],
      };
    }),
    { cells: [t('minutes:attendance.total'), '', format.integer(there.length)], total: true },
  ],
});

const personText = ({ name, member, mayVote, state }: Attended, t: Composing['translator']['t']): string => {
  const marks = [
    ...(state === 'remote' ? [t('minutes:attendance.mark.remote')] : []),
    ...(member === null ? [t('minutes:attendance.mark.guest')] : []),
    ...(member !== null && !mayVote ? [t('minutes:attendance.mark.no-vote')] : []),
  ];
  return marks.length === 0 ? name : `${name} (${marks.join(', ')})`;
};

const missing = (
  attendance: readonly Attended[],
  state: 'excused' | 'absent',
  { t }: Composing['translator'],
): readonly Block[] => {
  const people = attendance.filter((one) => one.state === state && one.member !== null);
  if (people.length === 0) return [];
  const names = people.map(({ name, institution }) => `${name} (${institution})`).join(', ');
  return [paragraph(t(`minutes:attendance.${state}`, { names }))];
};
