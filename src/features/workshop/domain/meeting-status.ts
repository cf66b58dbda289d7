import type { Meeting } from './meeting';

export type MeetingStatus = 'planned' | 'open' | 'ended' | 'cancelled';

export const statusOf = ({
  code,
  endedAt,
  cancelled,
}: Pick<Meeting, 'code' | 'endedAt' | 'cancelled'>): MeetingStatus => {
  if (code !== null) return 'open';
  if (endedAt !== null) return 'ended';
  return cancelled ? 'cancelled' : 'planned';
};

/** As people write it: `3/2026`. */
export const meetingCode = ({ number, day }: Pick<Meeting, 'number' | 'day'>): string => `${number}/${day.slice(0, 4)}`;

/**
 * What of a meeting may still be changed: everything while it is planned; who may come, where and what about while it is open, the rules until the
 * first voting begins; nothing after its end.
 */
export const mayChange = (
  meeting: Pick<Meeting, 'code' | 'endedAt' | 'cancelled' | 'voting' | 'spheres' | 'earlierVotings'>,
): { readonly anything: boolean; readonly words: boolean; readonly rules: boolean } => {
  const status = statusOf(meeting);
  const { voting, spheres, earlierVotings } = meeting;
  const isBeforeVoting = voting.state === 'waiting' && spheres.state === 'waiting' && earlierVotings.length === 0;
  return {
    anything: status === 'planned',
    words: status === 'planned' || status === 'open',
    rules: status === 'planned' || (status === 'open' && isBeforeVoting),
  };
};
