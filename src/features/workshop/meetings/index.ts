import { randomInt } from 'node:crypto';
import { newId, type EvaluationId } from '../../../platform/ids';
import type { Actor } from '../../accounts';
import { newVoting, STAGES, type Meeting, type MeetingId, type Stage } from '../domain';
import type { RoomNeeds } from '../needs';
import { busy, changedMeanwhile, meetingNotFound } from '../problems';
import { finishClosing } from '../room/lead-voting';
import type { StoredMeeting } from './store';

/** What is known of a meeting before it begins. */
export type NewMeeting = Pick<
  Meeting,
  'evaluationId' | 'groupId' | 'title' | 'day' | 'from' | 'to' | 'place' | 'agenda' | 'materials' | 'rules' | 'members'
>;

const MOST_TRIES = 20;
const CODES = 1_000_000;

/** Meetings of the thematic group: made, opened by a code, led from stage to stage, ended. */
export const createMeetings = (needs: RoomNeeds) => {
  const { meetings, hub } = needs;
  const changed = async (isChanged: boolean, id: MeetingId): Promise<void> => {
    if (!isChanged) throw changedMeanwhile();
    hub.changed(id, 'board');
    await Promise.resolve();
  };
  return {
    createMeeting: createMeeting(needs),
    listMeetings: (id: EvaluationId): Promise<readonly Meeting[]> => meetings.allOf(id),
    readMeeting: readMeeting(needs),
    readMeetingByCode: readMeetingByCode(needs),

    /** Participants may join from now on, by six digits that no other open meeting has. */
    openMeeting: async (meeting: Meeting): Promise<void> => {
      const sphereOptions = await needs.readSpheres(meeting.evaluationId);
      const openedAt = meeting.openedAt ?? needs.clock.now();
      const change = { code: await freeCode(needs), sphereOptions, openedAt, endedAt: null };
      await changed(await meetings.change(meeting, change, needs.clock.now()), meeting.id);
    },
    /** The code is free for others. */
    endMeeting: async (meeting: Meeting): Promise<void> => {
      await changed(
        await meetings.change(meeting, { code: null, endedAt: needs.clock.now() }, needs.clock.now()),
        meeting.id,
      );
    },
    moveStage: async (meeting: Meeting, stage: Stage): Promise<void> => {
      await changed(await meetings.change(meeting, { stage }, needs.clock.now()), meeting.id);
    },
    /** Puts the conclusion at this place on the wall. */
    showMaterial: async (meeting: Meeting, at: number): Promise<void> => {
      const shown = Math.max(0, Math.min(meeting.materials.length - 1, at));
      await changed(await meetings.change(meeting, { shown }, needs.clock.now()), meeting.id);
    },
    changeMeeting: async (meeting: Meeting, change: Partial<NewMeeting>): Promise<void> => {
      await changed(await meetings.change(meeting, change, needs.clock.now()), meeting.id);
    },
    hideCounts: async (meeting: Meeting, name: 'voting' | 'spheres', hidesCounts: boolean): Promise<void> => {
      await meetings.setHidesCounts(meeting.id, name, hidesCounts);
      hub.changed(meeting.id, 'tally');
    },
  };
};

const createMeeting =
  ({ meetings, clock }: RoomNeeds) =>
  async (wanted: NewMeeting, actor: Actor): Promise<Meeting> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const number = ((await meetings.allOf(wanted.evaluationId)).at(-1)?.number ?? 0) + 1;
      const at = clock.now();
      const meeting: Meeting = {
        ...wanted,
        id: newId<'meeting'>(),
        number,
        code: null,
        stage: STAGES[0],
        shown: 0,
        voting: newVoting(newId<'voting'>()),
        spheres: newVoting(newId<'voting'>()),
        earlierVotings: [],
        sphereOptions: [],
        frozen: [],
        results: null,
        discussed: [],
        openedAt: null,
        endedAt: null,
        led: { by: actor.id, name: actor.name },
        log: { revision: 0, createdBy: actor.name, createdAt: at, changedAt: at },
      };
      if (await meetings.add(meeting)) return meeting;
    }
    throw busy();
  };

/** @throws Problem `workshop.meeting-not-found` */
const readMeeting =
  (needs: RoomNeeds) =>
  async (evaluationId: EvaluationId, number: number): Promise<StoredMeeting> => {
    const find = () => needs.meetings.findByNumber(evaluationId, number);
    const stored = await find();
    if (stored === undefined) throw meetingNotFound();
    return (await finishClosing(needs)(stored)) ? ((await find()) ?? stored) : stored;
  };

const readMeetingByCode =
  (needs: RoomNeeds) =>
  async (code: string): Promise<StoredMeeting | undefined> => {
    const stored = await needs.meetings.findByCode(code);
    if (stored === undefined || !(await finishClosing(needs)(stored))) return stored;
    return needs.meetings.findByCode(code);
  };

const freeCode = async ({ meetings }: RoomNeeds): Promise<string> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const code = String(randomInt(CODES)).padStart(6, '0');
    if ((await meetings.findByCode(code)) === undefined) return code;
  }
  throw busy();
};
