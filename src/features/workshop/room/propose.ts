import type { Dimension } from '../../evaluations/domain';
import type { ConclusionId } from '../../findings/domain';
import { newId } from '../../../platform/ids';
import { mayMerge, type Meeting, type Participant, type Proposal, type ProposalId } from '../domain';
import type { RoomNeeds } from '../needs';
import { busy, changedMeanwhile, mergeInCircle, proposalNotFound } from '../problems';

export interface ProposalWanted {
  /** Made by the page: sent twice, it is one proposal. */
  readonly id: ProposalId;
  readonly conclusion: ConclusionId | null;
  readonly dimension: Dimension;
  readonly text: string;
  readonly showsInstitution: boolean;
}

const MOST_TRIES = 20;

/** A proposal of somebody in the room, under the next number. */
export const propose =
  (needs: RoomNeeds) =>
  async (meeting: Meeting, author: Participant, wanted: ProposalWanted): Promise<void> => {
    const { id, conclusion, dimension, text, showsInstitution } = wanted;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const proposals = await needs.room.proposalsOf(meeting.id);
      const isAdded = await needs.room.addProposal({
        id,
        meetingId: meeting.id,
        number: (proposals.at(-1)?.number ?? 0) + 1,
        conclusion,
        dimension,
        text,
        earlier: [],
        author: author.id,
        institution: showsInstitution ? author.institution : null,
        mergedInto: null,
        comments: [],
        createdAt: needs.clock.now(),
      });
      if (isAdded) {
        await tellAll(needs, meeting);
        return;
      }
    }
    throw busy();
  };

/** Another wording; the one before stays. @throws Problem `workshop.proposal-not-found` · `workshop.changed-meanwhile` */
export const amendProposal =
  (needs: RoomNeeds) =>
  async (
    meeting: Meeting,
    change: { readonly id: ProposalId; readonly from: string; readonly text: string; readonly by: string },
  ) => {
    const proposal = await find(needs, meeting, change.id);
    if (proposal.text !== change.from) throw changedMeanwhile();
    if (!(await needs.room.amend(proposal, change.text, change.by, needs.clock.now()))) throw changedMeanwhile();
    await tellAll(needs, meeting);
  };

/**
 * Puts a proposal below another that says the same; null takes it out again. Votes are cast after merging, so none moves.
 *
 * @throws Problem `workshop.proposal-not-found` · `workshop.merge-in-circle`
 */
export const mergeProposal =
  (needs: RoomNeeds) =>
  async (meeting: Meeting, id: ProposalId, into: ProposalId | null): Promise<void> => {
    const proposals = await needs.room.proposalsOf(meeting.id);
    if (!proposals.some((proposal) => proposal.id === id)) throw proposalNotFound();
    if (into !== null && !mayMerge(proposals, id, into)) throw mergeInCircle();
    await needs.room.merge(id, into);
    await tellAll(needs, meeting);
  };

/** @throws Problem `workshop.proposal-not-found` */
export const commentProposal =
  (needs: RoomNeeds) =>
  async (
    meeting: Meeting,
    author: Participant,
    comment: { readonly id: ProposalId; readonly text: string },
  ): Promise<void> => {
    const { id } = await find(needs, meeting, comment.id);
    const { institution } = author;
    await needs.room.comment(id, {
      id: newId(),
      text: comment.text,
      institution,
      author: author.id,
      at: needs.clock.now(),
    });
    await tellAll(needs, meeting);
  };

const find = async ({ room }: RoomNeeds, meeting: Meeting, id: ProposalId): Promise<Proposal> => {
  const found = (await room.proposalsOf(meeting.id)).find((proposal) => proposal.id === id);
  if (found === undefined) throw proposalNotFound();
  return found;
};

const tellAll = async ({ meetings, hub }: RoomNeeds, { id }: Meeting): Promise<void> => {
  await meetings.touch(id);
  hub.changed(id, 'board');
};
