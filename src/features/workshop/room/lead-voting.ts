import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../../platform/ids';
import { secretToken } from '../../../platform/random';
import {
  countVotes,
  newVoting,
  roundsOf,
  standingProposals,
  termsOf,
  turnoutOf,
  type Meeting,
  type MeetingId,
  type VotingId,
  type VotingName,
  type VotingTerms,
} from '../domain';
import type { StoredMeeting } from '../meetings/store';
import type { RoomNeeds } from '../needs';
import { busy, meetingNotFound, votingNotOpen } from '../problems';
import { noTie, nothingToVoteOn, votingNotClosed } from '../proposals/problems';

/** Votes that were let in before the end have so long to be written. */
const ON_THEIR_WAY_MS = 400;

/**
 * Opens a voting; repeating it changes nothing. What can be voted for, how it is kept and what quorum is asked for is fixed with the same write:
 * a proposal that is changed, merged or added in this moment either is part of it or is refused.
 *
 * @throws Problem `workshop.meeting-not-found` · `proposals.nothing-to-vote-on`
 */
export const openVoting =
  (needs: RoomNeeds) =>
  async (id: MeetingId, name: VotingName): Promise<void> => {
    const { meetings, room, hub, clock } = needs;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const stored = await meetings.find(id);
      if (stored === undefined) throw meetingNotFound();
      if (stored.meeting[name].state !== 'waiting') return;
      if ((await termsNow(needs, stored.meeting, name)).options.length === 0) throw nothingToVoteOn();
      if (name === 'voting') await room.lockProposals(id, clock.now());
      const isOpen = await meetings.moveVoting(
        id,
        name,
        { state: 'waiting', edition: stored.edition },
        {
          state: 'open',
          openedAt: clock.now(),
          ballotKey: secretToken(),
          terms: await termsNow(needs, stored.meeting, name),
        },
      );
      if (!isOpen) continue;
      hub.changed(id, 'board');
      return;
    }
    throw busy();
  };

const MOST_TRIES = 20;

const termsNow = async ({ room }: RoomNeeds, meeting: Meeting, name: VotingName): Promise<VotingTerms> =>
  termsOf(meeting, name, standingProposals(await room.proposalsOf(meeting.id)));

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
    const { options, ballot } = await termsNow(needs, meeting, name);
    await needs.meetings.moveVoting(meeting.id, name, 'closing', {
      state: 'closed',
      result: countVotes(options, ballots),
      turnout: turnoutOf(meeting.members, ballots),
      ...(ballot === 'secret' ? { ballotKey: null } : {}),
    });
    needs.hub.changed(meeting.id, 'board');
  };

export interface FurtherRound {
  readonly name: VotingName;
  /** The round that it follows: sent twice, it is one further round. */
  readonly after: VotingId;
  readonly among: 'all' | 'tied';
  readonly votesEach: number;
  /** Never empty. */
  readonly reason: string;
  readonly by: string;
}

/**
 * A further round, waiting to be opened; the round before stays with its result.
 *
 * @throws Problem `workshop.meeting-not-found` · `proposals.voting-not-closed` · `proposals.no-tie`
 */
export const repeatVoting =
  ({ meetings, room, hub }: RoomNeeds) =>
  async ({ id }: Pick<Meeting, 'id'>, { name, after, among, votesEach, reason, by }: FurtherRound): Promise<void> => {
    const stored = await meetings.find(id);
    if (stored === undefined) throw meetingNotFound();
    const { meeting } = stored;
    if (meeting.earlierVotings.some((earlier) => earlier.id === after)) return;
    const last = meeting[name];
    if (last.id !== after || last.state !== 'closed') throw votingNotClosed();
    const ties = roundsOf(meeting, name, await room.proposalsOf(id)).at(-1)?.ties ?? [];
    const tied = ties.flatMap(({ options }) => options);
    if (among === 'tied' && tied.length === 0) throw noTie();
    const again = { reason, by, votesEach, among: among === 'tied' ? tied : null };
    await meetings.followVoting(id, { ...last, name }, newVoting(newId<'voting'>(), again));
    hub.changed(id, 'board');
  };

/** A further round that was not opened yet is taken back: the one before is the last again. @throws Problem `proposals.voting-not-closed` */
export const takeBackRound =
  ({ meetings, hub }: RoomNeeds) =>
  async ({ id }: Pick<Meeting, 'id'>, name: VotingName, round: VotingId): Promise<void> => {
    const stored = await meetings.find(id);
    if (stored === undefined) throw meetingNotFound();
    const before = stored.meeting.earlierVotings.findLast((earlier) => earlier.name === name);
    if (stored.meeting[name].id !== round) return;
    if (before === undefined || !(await meetings.unfollowVoting(id, round, before))) throw votingNotClosed();
    hub.changed(id, 'board');
  };
