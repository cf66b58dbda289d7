import type { Translator } from '../../../platform/i18n';
import {
  ATTENDANCES,
  countAttendance,
  meetingCode,
  neededFor,
  statusOf,
  type Attendance,
  type AttendanceRow,
  type Meeting,
} from '../domain';
import type { GuestForm } from './inputs';

export interface AttendancePage {
  readonly home: string;
  readonly title: string;
  readonly count: string;
  readonly quorum: string | null;
  readonly mayWrite: boolean;
  readonly note: string | null;
  /** What the page shows, so that a later change by somebody else is noticed. */
  readonly seen: string;
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly institution: string;
    readonly right: string;
    readonly how: string;
    readonly state: string;
    readonly options: readonly { readonly value: string; readonly text: string; readonly isChosen: boolean }[];
    readonly fault: string | null;
    readonly isAdded: boolean;
  }[];
  readonly conflict: string | null;
  readonly guest: GuestForm;
  readonly guestErrors: readonly { readonly field: string; readonly text: string }[];
}

export interface AttendanceState {
  readonly meeting: Meeting;
  readonly rows: readonly AttendanceRow[];
  readonly mayWrite: boolean;
  readonly isSaved: boolean;
  /** What was typed and could not be kept, by key. */
  readonly typed: ReadonlyMap<string, Attendance>;
  readonly overtaken: readonly string[];
  readonly guest: GuestForm;
  readonly guestErrors: readonly { readonly field: string; readonly kind: string }[];
}

export const presentAttendance = (state: AttendanceState, translator: Translator): AttendancePage => {
  const { meeting, rows, typed, overtaken } = state;
  const { t } = translator;
  const status = statusOf(meeting);
  return {
    home: `/badania/${meeting.evaluationId}/warsztat/${meeting.number}`,
    title: t('attendance:title', { code: meetingCode(meeting) }),
    ...countOf(meeting, rows, translator),
    mayWrite: state.mayWrite && status !== 'cancelled',
    note: state.isSaved ? t('attendance:saved') : null,
    seen: rows.map(({ key, state: now }) => `${key}:${now}`).join(','),
    rows: rows.map((row) => ({
      key: row.key,
      name: row.name,
      institution: row.institution,
      right: rightOf(row, t),
      how: howOf(row, status === 'ended', translator),
      state: t(`attendance:state.${row.state}`),
      options: ATTENDANCES.map((one) => ({
        value: `${row.key}:${one}`,
        text: t(`attendance:state.${one}`),
        isChosen: one === (typed.get(row.key) ?? row.state),
      })),
      fault: overtaken.includes(row.key)
        ? t('attendance:overtaken', { state: t(`attendance:state.${row.state}`) })
        : null,
      isAdded: row.isAdded,
    })),
    conflict:
      overtaken.length === 0
        ? null
        : t('attendance:conflict', {
            names: rows
              .filter(({ key }) => overtaken.includes(key))
              .map(({ name }) => name)
              .join(', '),
          }),
    guest: state.guest,
    guestErrors: state.guestErrors.map(({ field, kind }) => ({ field, text: t(`attendance:faults.${kind}`) })),
  };
};

const rightOf = ({ member, mayVote }: AttendanceRow, t: Translator['t']): string => {
  if (member === null) return t('attendance:guest');
  return t(mayVote ? 'group:vote.yes' : 'group:vote.no');
};

const howOf = ({ joinedAt, isMarked, isAdded }: AttendanceRow, isOver: boolean, { t, format }: Translator): string => {
  const joined = joinedAt === null ? '' : t('attendance:how.joined', { time: format.time(joinedAt) });
  if (isAdded) return t('attendance:how.added');
  if (isMarked) return [joined, t('attendance:how.marked')].filter((one) => one !== '').join(', ');
  return joined === '' ? t(isOver ? 'attendance:how.nobody' : 'attendance:how.not-yet') : joined;
};

const countOf = (
  meeting: Meeting,
  rows: readonly AttendanceRow[],
  { t, format }: Translator,
): Pick<AttendancePage, 'count' | 'quorum'> => {
  const { invited, members, remote, guests, eligible, voters } = countAttendance(rows);
  const { quorum } = meeting.rules;
  const needed = neededFor({ quorum }, { eligible });
  return {
    count: [
      t('attendance:count', { count: members, invited: format.integer(invited) }),
      ...(guests === 0 ? [] : [t('attendance:guests', { count: guests })]),
      ...(remote === 0 ? [] : [t('attendance:remote', { count: remote })]),
      t('attendance:voters', { count: voters, eligible: format.integer(eligible) }),
    ].join(', '),
    quorum:
      quorum === null
        ? null
        : t(voters >= needed ? 'attendance:quorum' : 'attendance:no-quorum', {
            count: needed,
            share: format.percent(quorum),
          }),
  };
};
