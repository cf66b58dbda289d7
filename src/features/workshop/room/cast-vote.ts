import { standingProposals, type Ballot, type Meeting, type MeetingId, type Participant } from '../domain';
import type { StoredMeeting, VotingName } from '../meetings/store';
import type { RoomNeeds } from '../needs';
import { meetingNotFound, noVotingRight, optionGone, tooLate, votesUsedUp, votingNotOpen } from '../problems';
import { ballotOf } from './ballot-of';

/** A choice that is to be there, or not: sent twice it is the same. */
export interface VoteWanted {
  readonly meeting: MeetingId;
  readonly option: string;
  readonly isChosen: boolean;
}

/**
 * One vote of one person for a proposal. Whoever gets an answer is counted: a vote that comes while the voting closes is either written before the
 * count or refused.
 *
 * @throws Problem `workshop.no-voting-right` · `workshop.voting-not-open` · `workshop.option-gone` · `workshop.votes-used-up` · `workshop.too-late`
 */
export const castVote =
  (needs: RoomNeeds) =>
  async (participant: Participant, { meeting: id, option, isChosen }: VoteWanted): Promise<Ballot> => {
    const { meeting, ballot } = await openBallot(needs, participant, id, 'voting');
    const proposals = standingProposals(await needs.room.proposalsOf(id));
    if (!proposals.some((proposal) => proposal.id === option)) throw optionGone();
    const most = meeting.rules.votesEach;
    if (!isChosen) await needs.room.removeChoice(ballot, option);
    else if (!(await needs.room.addChoice({ ballot, votingId: meeting.voting.id, most }, option)))
      throw votesUsedUp({ votes: most });
    await refuseLate(needs, id, 'voting', () => needs.room.removeChoice(ballot, option));
    return needs.room.ballotOf(ballot);
  };

/**
 * The spheres one person would prefer, all at once; another choice takes the place of this one.
 *
 * @throws Problem `workshop.no-voting-right` · `workshop.voting-not-open` · `workshop.option-gone` · `workshop.votes-used-up` · `workshop.too-late`
 */
export const chooseSpheres =
  (needs: RoomNeeds) =>
  async (participant: Participant, id: MeetingId, choices: readonly string[]): Promise<Ballot> => {
    const { meeting, ballot } = await openBallot(needs, participant, id, 'spheres');
    const known = new Set(meeting.sphereOptions.map(({ code }) => code));
    const chosen = [...new Set(choices)];
    if (!chosen.every((code) => known.has(code))) throw optionGone();
    const most = meeting.rules.spheresEach;
    if (chosen.length > most) throw votesUsedUp({ votes: most });
    const before = await needs.room.ballotOf(ballot);
    await needs.room.setChoices(ballot, meeting.spheres.id, chosen);
    await refuseLate(needs, id, 'spheres', () => needs.room.setChoices(ballot, meeting.spheres.id, before.choices));
    return { choices: chosen };
  };

const openBallot = async (
  { meetings }: RoomNeeds,
  participant: Participant,
  id: MeetingId,
  name: VotingName,
): Promise<{ readonly meeting: Meeting; readonly ballot: string }> => {
  const stored = await find(meetings, id);
  const { meeting, ballotKeys } = stored;
  if (!participant.mayVote) throw noVotingRight();
  const key = ballotKeys[name];
  const { state } = meeting[name];
  if (state === 'closing' || state === 'closed') throw tooLate();
  if (state === 'waiting' || key === null) throw votingNotOpen();
  return { meeting, ballot: ballotOf(key, participant.id) };
};

/** The count waits for what was on its way; what was on its way even longer is taken back and refused. */
const refuseLate = async (
  { meetings, hub }: RoomNeeds,
  id: MeetingId,
  name: VotingName,
  takeBack: () => Promise<void>,
): Promise<void> => {
  await meetings.touchTally(id);
  hub.changed(id, 'tally');
  const { meeting } = await find(meetings, id);
  if (meeting[name].state !== 'closed') return;
  await takeBack();
  throw tooLate();
};

const find = async (meetings: RoomNeeds['meetings'], id: MeetingId): Promise<StoredMeeting> => {
  const stored = await meetings.find(id);
  if (stored === undefined) throw meetingNotFound();
  return stored;
};
