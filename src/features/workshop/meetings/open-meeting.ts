import { randomInt } from 'node:crypto';
import type { Meeting, SphereOption } from '../domain';
import type { RoomNeeds } from '../needs';
import { busy, changedMeanwhile, meetingCancelled } from '../problems';
import { readMaterials, readResultsThen, type FreezeNeeds } from './freeze-materials';

export type OpenNeeds = RoomNeeds & FreezeNeeds;

const MOST_TRIES = 20;
const CODES = 1_000_000;

/**
 * Participants may join from now on, by six digits that no other open meeting has. At the first opening everything that is shown is frozen: words of
 * conclusions, their findings with frozen tables, how far the survey was, shares of spheres. Opening an ended meeting again keeps it.
 */
export const openMeeting =
  (needs: OpenNeeds) =>
  async (meeting: Meeting): Promise<void> => {
    if (meeting.code !== null) return;
    if (meeting.cancelled) throw meetingCancelled();
    const { meetings, hub, clock } = needs;
    const frozen = meeting.openedAt === null ? await freeze(needs, meeting) : {};
    const change = { openedAt: meeting.openedAt ?? clock.now(), ...frozen, code: await freeCode(needs), endedAt: null };
    if (!(await meetings.change(meeting, change, clock.now()))) throw changedMeanwhile();
    hub.changed(meeting.id, 'board');
  };

const freeze = async (needs: OpenNeeds, meeting: Meeting) => {
  const sphereOptions = await needs.readSpheres(meeting.evaluationId);
  const frozen = await readMaterials(needs)(meeting);
  return {
    sphereOptions,
    frozen,
    // Places in both lists are the same.
    materials: frozen.map(({ conclusion }) => conclusion),
    shown: Math.max(0, Math.min(frozen.length - 1, meeting.shown)),
    discussed: frozen.length === 0 ? [] : [Math.min(frozen.length - 1, meeting.shown)],
    results: showsNumbers(meeting, sphereOptions) ? await readResultsThen(needs)(meeting) : null,
  };
};

/** Where no number of the survey is shown, its state says nothing. */
const showsNumbers = ({ materials }: Meeting, spheres: readonly SphereOption[]): boolean =>
  materials.length > 0 || spheres.some(({ clients }) => clients !== null);

const freeCode = async ({ meetings }: RoomNeeds): Promise<string> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const code = String(randomInt(CODES)).padStart(6, '0');
    if ((await meetings.findByCode(code)) === undefined) return code;
  }
  throw busy();
};

/** Puts the conclusion at this place on the wall; from the opening on it is remembered what was there. */
export const showMaterial =
  ({ meetings, hub, clock }: RoomNeeds) =>
  async (meeting: Meeting, at: number): Promise<void> => {
    const shown = Math.max(0, Math.min(meeting.materials.length - 1, at));
    const isNew = shown < meeting.frozen.length && !meeting.discussed.includes(shown);
    const change = { shown, ...(isNew ? { discussed: [...meeting.discussed, shown] } : {}) };
    if (!(await meetings.change(meeting, change, clock.now()))) throw changedMeanwhile();
    hub.changed(meeting.id, 'board');
  };
