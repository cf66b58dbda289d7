import type { Meeting, MeetingId } from '../domain';
import type { StoredMeeting } from '../meetings/store';
import type { SharedBoard } from './read-board';

export type KeepShared = (stored: Pick<StoredMeeting, 'meeting' | 'edition'>) => Promise<SharedBoard>;

interface Kept {
  readonly edition: number;
  readonly until: number;
  readonly board: Promise<SharedBoard>;
}

/** Also a change that somebody forgot to count is seen after so long. */
const KEPT_MS = 2_000;
const MOST_KEPT = 20;

/**
 * Two hundred phones that ask at once are answered from one reading. Whatever the wall shows counts up the meeting's edition after it is written, so
 * what was read for an edition is never older than the edition.
 */
export const keepShared = (read: (meeting: Meeting) => Promise<SharedBoard>): KeepShared => {
  const kept = new Map<MeetingId, Kept>();
  return async ({ meeting, edition }) => {
    const found = kept.get(meeting.id);
    const now = performance.now();
    if (found !== undefined && found.edition === edition && now < found.until) return found.board;
    const board = read(meeting);
    // Whoever comes late with an older picture of the meeting does not take the newer one away.
    if (found !== undefined && found.edition > edition) return board;
    // Newest last; a reading that failed is not kept.
    kept.delete(meeting.id);
    kept.set(meeting.id, { edition, until: now + KEPT_MS, board });
    board.catch(() => {
      if (kept.get(meeting.id)?.board === board) kept.delete(meeting.id);
    });
    for (const [id] of kept) if (kept.size > MOST_KEPT) kept.delete(id);
    return board;
  };
};
