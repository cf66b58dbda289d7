import {
  mayVoteIn,
  standingProposals,
  termsOf,
  type Ballot,
  type MeetingId,
  type Participant,
  type VotingId,
  type VotingTerms,
} from '../domain';
import type { StoredMeeting, VotingName } from '../meetings/store';
import type { RoomNeeds } from '../needs';
import { meetingNotFound, noVotingRight, optionGone, tooLate, votesUsedUp, votingNotOpen } from '../problems';
import { optionMerged, optionNotInRound, roundOver } from '../proposals/problems';
import { ballotOf } from './ballot-of';
import type { BallotPlace } from './store';

/** A choice that is to be there, or not: sent twice it is the same. */
export interface VoteWanted {
  readonly meeting: MeetingId;
  readonly option: string;
  readonly isChosen: boolean;
  /** What the page showed; a vote for a round that is over is not one for the next. */
  readonly round?: VotingId;
}

/**
 * One vote of one person for a proposal. Whoever gets an answer is counted: a vote that comes while the voting closes is either written before the
 * count or refused.
 *
 * @throws Problem `workshop.no-voting-right` · `workshop.voting-not-open` · `workshop.option-gone` · `proposals.option-merged` ·
 *   `proposals.option-not-in-round` · `proposals.round-over` · `workshop.votes-used-up` · `workshop.too-late`
 */
export const castVote =
  (needs: RoomNeeds) =>
  async (participant: Participant, { meeting: id, option, isChosen, round }: VoteWanted): Promise<Ballot> => {
    const { place, terms } = await openBallot(needs, participant, { id, name: 'voting', round });
    if (!terms.options.includes(option)) await refuseOption(needs, id, option);
    const wasChosen = (await needs.room.ballotOf(place.ballot)).choices.includes(option);
    const choose = (isThere: boolean): Promise<boolean> =>
      isThere
        ? needs.room.addChoice({ ...place, most: terms.votesEach }, option)
        : needs.room.removeChoice(place.ballot, option);
    if (!(await choose(isChosen))) throw votesUsedUp({ votes: terms.votesEach });
    await refuseLate(needs, { id, name: 'voting', round: place.votingId }, () => choose(wasChosen));
    return needs.room.ballotOf(place.ballot);
  };

const refuseOption = async ({ room }: RoomNeeds, id: MeetingId, option: string): Promise<never> => {
  const standing = standingProposals(await room.proposalsOf(id));
  if (standing.some((proposal) => proposal.id === option)) throw optionNotInRound();
  const target = standing.find(({ standsFor }) => standsFor.some((proposal) => proposal.id === option));
  throw target === undefined ? optionGone() : optionMerged({ text: target.text });
};

/**
 * The spheres one person would prefer, all at once; another choice takes the place of this one.
 *
 * @throws Problem `workshop.no-voting-right` · `workshop.voting-not-open` · `workshop.option-gone` · `proposals.option-not-in-round` ·
 *   `workshop.votes-used-up` · `workshop.too-late`
 */
export const chooseSpheres =
  (needs: RoomNeeds) =>
  async (participant: Participant, id: MeetingId, choices: readonly string[]): Promise<Ballot> => {
    const { place, terms, known } = await openBallot(needs, participant, { id, name: 'spheres' });
    const chosen = [...new Set(choices)];
    if (!chosen.every((code) => known.includes(code))) throw optionGone();
    if (!chosen.every((code) => terms.options.includes(code))) throw optionNotInRound();
    if (chosen.length > terms.votesEach) throw votesUsedUp({ votes: terms.votesEach });
    const before = await needs.room.ballotOf(place.ballot);
    await needs.room.setChoices(place, chosen);
    await refuseLate(needs, { id, name: 'spheres', round: place.votingId }, () =>
      needs.room.setChoices(place, before.choices),
    );
    return { choices: chosen };
  };

interface VotingAsked {
  readonly id: MeetingId;
  readonly name: VotingName;
  readonly round?: VotingId | undefined;
}

const openBallot = async (
  { meetings, room }: RoomNeeds,
  participant: Participant,
  { id, name, round }: VotingAsked,
): Promise<{ readonly place: BallotPlace; readonly terms: VotingTerms; readonly known: readonly string[] }> => {
  const { meeting, ballotKeys } = await find(meetings, id);
  if (!mayVoteIn(meeting, participant)) throw noVotingRight();
  const key = ballotKeys[name];
  const voting = meeting[name];
  if (round !== undefined && round !== voting.id) throw roundOver();
  if (voting.state === 'closing' || voting.state === 'closed') throw tooLate();
  if (voting.state === 'waiting' || key === null) throw votingNotOpen();
  // A voting that was opened before terms were kept.
  const standing = voting.terms === null ? standingProposals(await room.proposalsOf(id)) : [];
  const terms = termsOf(meeting, name, standing);
  return {
    terms,
    known: meeting.sphereOptions.map(({ code }) => code),
    place: {
      ballot: ballotOf(key, participant.id),
      votingId: voting.id,
      participant: terms.ballot === 'named' ? participant.id : null,
    },
  };
};

/** The count waits for what was on its way; what was on its way even longer is taken back and refused. */
const refuseLate = async (
  { meetings, hub }: RoomNeeds,
  { id, name, round }: VotingAsked,
  takeBack: () => Promise<unknown>,
): Promise<void> => {
  await meetings.touchTally(id);
  hub.changed(id, 'tally');
  const { meeting } = await find(meetings, id);
  if (meeting[name].id === round && meeting[name].state !== 'closed') return;
  await takeBack();
  throw tooLate();
};

const find = async (meetings: RoomNeeds['meetings'], id: MeetingId): Promise<StoredMeeting> => {
  const stored = await meetings.find(id);
  if (stored === undefined) throw meetingNotFound();
  return stored;
};
