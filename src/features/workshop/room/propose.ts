import type { Dimension } from '../../evaluations/domain';
import type { ConclusionId } from '../../findings/domain';
import { isWordingFixed, type Meeting, type Participant, type Proposal, type ProposalId } from '../domain';
import type { RoomNeeds } from '../needs';
import { busy, meetingNotFound } from '../problems';
import { sentBefore, tooManyProposals, wordingFixed } from '../proposals/problems';

export interface ProposalWanted {
  /** Made by the page: sent twice, it is one proposal. */
  readonly id: ProposalId;
  readonly conclusion: ConclusionId | null;
  readonly dimension: Dimension;
  readonly text: string;
  readonly showsInstitution: boolean;
}

const MOST_TRIES = 20;
/** Of one person: enough for everything one has to say in a meeting. */
const MOST_PROPOSALS = 20;

/**
 * A proposal of somebody in the room, under the next number.
 *
 * @throws Problem `proposals.wording-fixed` · `proposals.too-many-proposals` · `proposals.sent-before` when other words were sent with this id
 */
export const propose =
  (needs: RoomNeeds) =>
  (meeting: Meeting, author: Participant, { showsInstitution, ...wanted }: ProposalWanted): Promise<void> =>
    addProposal(needs, meeting, {
      ...wanted,
      author: author.id,
      institution: showsInstitution ? author.institution : null,
    });

/** What somebody without a phone said, typed in by whoever leads the meeting. @throws as `propose` */
export const proposeFor =
  (needs: RoomNeeds) =>
  (
    meeting: Meeting,
    { institution, ...wanted }: Omit<ProposalWanted, 'showsInstitution'> & { readonly institution: string },
  ): Promise<void> =>
    addProposal(needs, meeting, { ...wanted, author: null, institution: institution === '' ? null : institution });

const addProposal = async (
  needs: RoomNeeds,
  { id: meetingId }: Meeting,
  wanted: Pick<Proposal, 'id' | 'conclusion' | 'dimension' | 'text' | 'author' | 'institution'>,
): Promise<void> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const proposals = await needs.room.proposalsOf(meetingId);
    if (isSent(proposals, wanted)) return;
    await refuseFixed(needs, meetingId);
    const isAdded = await needs.room.addProposal({
      ...wanted,
      meetingId,
      number: (proposals.at(-1)?.number ?? 0) + 1,
      earlier: [],
      mergedInto: null,
      comments: [],
      createdAt: needs.clock.now(),
    });
    if (!isAdded) continue;
    await keepInTime(needs, meetingId, wanted.id);
    return;
  }
  throw busy();
};

/** @throws Problem `proposals.sent-before` · `proposals.too-many-proposals` */
const isSent = (proposals: readonly Proposal[], { id, text, author }: Pick<Proposal, 'id' | 'text' | 'author'>) => {
  const before = proposals.find((proposal) => proposal.id === id);
  if (before !== undefined) {
    if (before.text === text || before.earlier.some((earlier) => earlier.text === text)) return true;
    throw sentBefore({ text: before.text });
  }
  const own = author === null ? 0 : proposals.filter((proposal) => proposal.author === author).length;
  if (own >= MOST_PROPOSALS) throw tooManyProposals({ most: MOST_PROPOSALS });
  return false;
};

/** A voting that is opened in this moment either knows of the proposal, or the proposal is refused. */
const keepInTime = async (needs: RoomNeeds, meetingId: Meeting['id'], id: ProposalId): Promise<void> => {
  await needs.meetings.touch(meetingId);
  try {
    await refuseFixed(needs, meetingId, id);
  } catch (error) {
    await needs.room.removeProposal(id);
    throw error;
  }
  needs.hub.changed(meetingId, 'board');
};

const refuseFixed = async ({ meetings }: RoomNeeds, id: Meeting['id'], unless?: ProposalId): Promise<void> => {
  const stored = await meetings.find(id);
  if (stored === undefined) throw meetingNotFound();
  const { meeting } = stored;
  const isKnown = unless !== undefined && meeting.voting.terms?.options.includes(unless) === true;
  if (isWordingFixed(meeting) && !isKnown) throw wordingFixed();
};
