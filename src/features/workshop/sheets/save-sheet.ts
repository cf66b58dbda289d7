import { secretToken } from '../../../platform/random';
import { isSameSheet, type ExpertSheet, type Meeting, type ParticipantId, type SheetWords } from '../domain';
import type { DeskNeeds } from '../needs';
import { meetingNotFound, noVotingRight } from '../problems';
import { ballotOf } from '../room/ballot-of';
import { notYet, sheetChanged, sheetsClosed, sphereGone } from './problems';
import { areSheetsClosed, sheetsStateOf } from './state';
import type { SheetStore } from './store';

export interface SheetNeeds extends Pick<DeskNeeds, 'clock' | 'meetings' | 'hub'> {
  readonly store: SheetStore;
}

/** Whose sheet it is. */
export interface SheetOwner {
  readonly id: ParticipantId;
  readonly mayVote: boolean;
}

export interface SheetWanted extends SheetWords {
  /** Of the sheet on the page; 0 where there was none. */
  readonly revision: number;
  readonly isPaper: boolean;
}

/**
 * Saves the sheet of one person, one for all devices; sent twice it is saved once. Whoever gets an answer is counted: a sheet that comes
 * while the choice closes is taken back and refused.
 *
 * @throws Problem `workshop.no-voting-right` · `sheets.not-yet` · `sheets.closed` · `sheets.changed-meanwhile` · `sheets.sphere-gone`
 */
export const saveSheet =
  (needs: SheetNeeds) =>
  async (meetingId: Meeting['id'], owner: SheetOwner, wanted: SheetWanted): Promise<ExpertSheet> => {
    const { store, clock } = needs;
    const meeting = await readMeeting(needs, meetingId);
    if (!owner.mayVote) throw noVotingRight();
    const known = new Set(meeting.sphereOptions.map(({ code }) => code));
    const { ranking, scores, isPaper, revision } = wanted;
    if (![...ranking, ...Object.keys(scores)].every((code) => known.has(code))) throw sphereGone();
    const key = await store.keyOf(meetingId, secretToken());
    const id = key === null ? null : ballotOf(key, owner.id);
    const before = id === null ? undefined : await store.find(id);
    if (before !== undefined && isSameSheet(before, wanted)) return before;
    refuseUnlessOpen(meeting);
    if (id === null) throw sheetsClosed();
    const sheet = { id, meetingId, ranking, scores, isPaper, revision: revision + 1, at: clock.now() };
    if ((before?.revision ?? 0) !== revision || !(await store.save(sheet, revision)))
      return sameOrRefused(needs, id, wanted);
    await refuseLate(needs, sheet, before);
    await tellWall(needs, meetingId);
    return sheet;
  };

const readMeeting = async ({ meetings }: SheetNeeds, id: Meeting['id']): Promise<Meeting> => {
  const stored = await meetings.find(id);
  if (stored === undefined) throw meetingNotFound();
  return stored.meeting;
};

const refuseUnlessOpen = (meeting: Meeting): void => {
  const state = sheetsStateOf(meeting);
  if (state === 'closed') throw sheetsClosed();
  if (state === 'not-yet') throw notYet();
};

/** Two posts of the same form at once: the second finds what the first wrote. */
const sameOrRefused = async ({ store }: SheetNeeds, id: string, wanted: SheetWanted): Promise<ExpertSheet> => {
  const now = await store.find(id);
  if (now !== undefined && isSameSheet(now, wanted)) return now;
  throw sheetChanged({ revision: now?.revision ?? 0 });
};

const refuseLate = async (needs: SheetNeeds, sheet: ExpertSheet, before: ExpertSheet | undefined): Promise<void> => {
  if (!areSheetsClosed(await readMeeting(needs, sheet.meetingId))) return;
  if (before === undefined) await needs.store.remove(sheet);
  else await needs.store.save(before, sheet.revision);
  throw sheetsClosed();
};

/** Phones do not show what others filled in. */
const tellWall = async ({ store, meetings, hub }: SheetNeeds, id: Meeting['id']): Promise<void> => {
  await store.touch(id);
  await meetings.touchTally(id);
  hub.changed(id, 'tally');
};
