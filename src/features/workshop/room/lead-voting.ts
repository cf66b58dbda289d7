import { setTimeout as sleep } from 'node:timers/promises';
import { secretToken } from '../../../platform/random';
import { countVotes, standingProposals, turnoutOf, type MeetingId } from '../domain';
import type { StoredMeeting, VotingName } from '../meetings/store';
import type { RoomNeeds } from '../needs';
import { meetingNotFound, votingNotOpen } from '../problems';

/** Votes that were let in before the end have so long to be written. */
const ON_THEIR_WAY_MS = 400;

/** Opens a voting; repeating it changes nothing. */
export const openVoting =
  ({ meetings, hub, clock }: RoomNeeds) =>
  async (id: MeetingId, name: VotingName): Promise<void> => {
    await meetings.moveVoting(id, name, 'waiting', {
      state: 'open',
      openedAt: clock.now(),
      ballotKey: secretToken(),
    });
    hub.changed(id, 'board');
  };

/**
 * Closes a voting and counts it. From the first moment no vote is let in; those on their way are waited for.
 *
 * @throws Problem `workshop.meeting-not-found` · `workshop.voting-not-open`
 */
export const closeVoting =
  (needs: RoomNeeds) =>
  async (id: MeetingId, name: VotingName): Promise<void> => {
    const { meetings, hub, clock } = needs;
    const isClosing = await meetings.moveVoting(id, name, 'open', { state: 'closing', closedAt: clock.now() });
    const stored = await meetings.find(id);
    if (stored === undefined) throw meetingNotFound();
    const { state } = stored.meeting[name];
    if (state === 'waiting') throw votingNotOpen();
    if (state === 'closed') return;
    if (isClosing) hub.changed(id, 'board');
    await sleep(ON_THEIR_WAY_MS);
    await sealVoting(needs)(stored, name);
  };

/** Ends a closing that was interrupted, by a kill in the middle of it. */
export const finishClosing =
  (needs: RoomNeeds) =>
  async (stored: StoredMeeting): Promise<boolean> => {
    const left = (['voting', 'spheres'] as const).filter((name) => {
      const { state, closedAt } = stored.meeting[name];
      return state === 'closing' && needs.clock.now().getTime() - (closedAt?.getTime() ?? 0) > 2 * ON_THEIR_WAY_MS;
    });
    for (const name of left) await sealVoting(needs)(stored, name);
    return left.length > 0;
  };

/** Counts once: whoever comes second finds the voting closed. Of a secret ballot the key is erased with the same write. */
const sealVoting =
  (needs: RoomNeeds) =>
  async ({ meeting }: StoredMeeting, name: VotingName): Promise<void> => {
    const ballots = await needs.room.ballotsOf(meeting[name].id);
    const options = await optionsOf(needs, meeting, name);
    await needs.meetings.moveVoting(meeting.id, name, 'closing', {
      state: 'closed',
      result: countVotes(options, ballots),
      turnout: turnoutOf(meeting.members, ballots),
      ...(meeting.rules.ballot === 'secret' ? { ballotKey: null } : {}),
    });
    needs.hub.changed(meeting.id, 'board');
  };

/** What can be voted for, in order. */
export const optionsOf = async (
  { room }: Pick<RoomNeeds, 'room'>,
  meeting: StoredMeeting['meeting'],
  name: VotingName,
): Promise<readonly string[]> =>
  name === 'voting'
    ? standingProposals(await room.proposalsOf(meeting.id)).map(({ id }) => id)
    : meeting.sphereOptions.map(({ code }) => code);
