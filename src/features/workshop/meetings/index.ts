import { newId, type EvaluationId } from '../../../platform/ids';
import type { Actor } from '../../accounts';
import { newVoting, STAGES, type Meeting, type MeetingId, type Stage } from '../domain';
import type { RoomNeeds } from '../needs';
import { busy, changedMeanwhile, meetingNotFound } from '../problems';
import { finishClosing } from '../room/lead-voting';
import { openMeeting, showMaterial, type OpenNeeds } from './open-meeting';
import { prepareMeetings } from './prepare-meeting';
import type { StoredMeeting } from './store';

/** What is known of a meeting before it begins. */
export type NewMeeting = Pick<
  Meeting,
  'evaluationId' | 'groupId' | 'title' | 'day' | 'from' | 'to' | 'place' | 'agenda' | 'materials' | 'rules' | 'members'
>;

const MOST_TRIES = 20;

/** Meetings of the thematic group: made, opened by a code, led from stage to stage, ended. */
export const createMeetings = (needs: OpenNeeds) => {
  const { meetings, hub } = needs;
  const changed = async (isChanged: boolean, id: MeetingId): Promise<void> => {
    if (!isChanged) throw changedMeanwhile();
    hub.changed(id, 'board');
    await Promise.resolve();
  };
  return {
    createMeeting: createMeeting(needs),
    ...prepareMeetings(needs),
    listMeetings: (id: EvaluationId): Promise<readonly Meeting[]> => meetings.allOf(id),
    readMeeting: readMeeting(needs),
    readMeetingByCode: readMeetingByCode(needs),

    openMeeting: openMeeting(needs),
    showMaterial: showMaterial(needs),
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
    /** What was frozen at the opening stays. */
    changeMeeting: async (meeting: Meeting, { materials, ...change }: Partial<NewMeeting>): Promise<void> => {
      const free = meeting.openedAt === null && materials !== undefined ? { materials } : {};
      await changed(await meetings.change(meeting, { ...change, ...free }, needs.clock.now()), meeting.id);
    },
    hideCounts: async (meeting: Meeting, name: 'voting' | 'spheres', hidesCounts: boolean): Promise<void> => {
      await meetings.setHidesCounts(meeting.id, name, hidesCounts);
      hub.changed(meeting.id, 'tally');
    },
  };
};

/** Repeatable by `id`: a form sent twice makes one meeting. */
const createMeeting =
  ({ meetings, clock }: RoomNeeds) =>
  async (
    { id = newId<'meeting'>(), ...wanted }: NewMeeting & { readonly id?: MeetingId },
    actor: Actor,
  ): Promise<Meeting> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const before = (await meetings.find(id))?.meeting;
      if (before !== undefined) return before;
      const number = ((await meetings.allOf(wanted.evaluationId)).at(-1)?.number ?? 0) + 1;
      const at = clock.now();
      const meeting: Meeting = {
        ...wanted,
        id,
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
