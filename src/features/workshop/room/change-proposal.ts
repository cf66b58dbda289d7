import { mayMerge, isWordingFixed, type Meeting, type Participant, type Proposal, type ProposalId } from '../domain';
import type { RoomNeeds } from '../needs';
import { busy, changedMeanwhile, meetingNotFound, mergeInCircle, proposalNotFound } from '../problems';
import { notYourProposal, tooManyComments, tooManyWordings, wordingFixed } from '../proposals/problems';
import type { StoredProposal } from '../proposals/store';

const MOST_TRIES = 20;
const MOST_WORDINGS = 50;
/** Of one person, about one proposal. */
const MOST_COMMENTS = 10;
/** An opening that was interrupted, by a kill in the middle of it, keeps nobody from working longer than this. */
const OPENING_MS = 10_000;

export interface Amendment {
  readonly id: ProposalId;
  /** What was on the page. */
  readonly from: string;
  readonly text: string;
  /** Name of whoever leads the meeting; empty: the author. */
  readonly by: string;
  /** Where somebody in the room amends: only one's own proposal. */
  readonly author?: Participant;
}

/**
 * Another wording; the one before stays.
 *
 * @throws Problem `workshop.proposal-not-found` · `proposals.wording-fixed` · `workshop.changed-meanwhile` · `proposals.not-your-proposal` · `proposals.too-many-wordings`
 */
export const amendProposal =
  (needs: RoomNeeds) =>
  (meeting: Meeting, { id, from, text, by, author }: Amendment): Promise<void> =>
    change(needs, meeting, id, (proposal) => {
      if (author !== undefined && proposal.author !== author.id) throw notYourProposal();
      const isSent = proposal.text === text && (from === text || proposal.earlier.at(-1)?.text === from);
      if (isSent) return null;
      if (proposal.text !== from) throw changedMeanwhile();
      if (proposal.earlier.length >= MOST_WORDINGS) throw tooManyWordings({ most: MOST_WORDINGS });
      return { text, earlier: [...proposal.earlier, { text: proposal.text, at: needs.clock.now(), by }] };
    });

type Place = Pick<Proposal, 'dimension' | 'conclusion'>;

/** To another area or conclusion. @throws Problem `workshop.proposal-not-found` · `proposals.wording-fixed` · `workshop.changed-meanwhile` */
export const moveProposal =
  (needs: RoomNeeds) =>
  (meeting: Meeting, { id, from, to }: { readonly id: ProposalId; readonly from: Place; readonly to: Place }) =>
    change(needs, meeting, id, (proposal) => {
      if (isSamePlace(proposal, to)) return null;
      if (!isSamePlace(proposal, from)) throw changedMeanwhile();
      return { dimension: to.dimension, conclusion: to.conclusion };
    });

const isSamePlace = (one: Place, other: Place): boolean =>
  one.dimension === other.dimension && one.conclusion === other.conclusion;

/**
 * Puts a proposal below another that says the same; null takes it out again. Votes are cast after merging, so none moves.
 *
 * @throws Problem `workshop.proposal-not-found` · `proposals.wording-fixed` · `workshop.merge-in-circle`
 */
export const mergeProposal =
  (needs: RoomNeeds) =>
  async (meeting: Meeting, id: ProposalId, into: ProposalId | null): Promise<void> => {
    const before = (await needs.room.proposalsOf(meeting.id)).find((proposal) => proposal.id === id);
    if (before === undefined) throw proposalNotFound();
    const isRight = async (): Promise<boolean> =>
      into === null || mayMerge(await needs.room.proposalsOf(meeting.id), id, into);
    if (!(await isRight())) throw mergeInCircle();
    const mergeInto = (target: ProposalId | null) =>
      change(needs, meeting, id, ({ mergedInto }) => (mergedInto === target ? null : { mergedInto: target }));
    await mergeInto(into);
    // Two who merge each other's way at once would make a circle.
    if (await isInCircle(needs, meeting, id)) {
      await mergeInto(before.mergedInto);
      throw mergeInCircle();
    }
  };

const isInCircle = async ({ room }: RoomNeeds, meeting: Meeting, id: ProposalId): Promise<boolean> => {
  const byId = new Map((await room.proposalsOf(meeting.id)).map((proposal) => [proposal.id, proposal]));
  const seen = new Set<ProposalId>();
  for (let next = byId.get(id)?.mergedInto ?? null; next !== null; next = byId.get(next)?.mergedInto ?? null) {
    if (next === id) return true;
    if (seen.has(next)) return false;
    seen.add(next);
  }
  return false;
};

export interface CommentWanted {
  /** Made by the page: sent twice, it is one comment. */
  readonly comment: string;
  readonly id: ProposalId;
  readonly text: string;
}

/** @throws Problem `workshop.proposal-not-found` · `proposals.wording-fixed` · `proposals.too-many-comments` */
export const commentProposal =
  (needs: RoomNeeds) =>
  (meeting: Meeting, author: Participant, { id, comment, text }: CommentWanted): Promise<void> =>
    change(needs, meeting, id, ({ comments }) => {
      if (comments.some((one) => one.id === comment)) return null;
      if (comments.filter((one) => one.author === author.id).length >= MOST_COMMENTS)
        throw tooManyComments({ most: MOST_COMMENTS });
      const { id: by, institution } = author;
      return { comments: [...comments, { id: comment, text, institution, author: by, at: needs.clock.now() }] };
    });

/** One change of what is there now; null: nothing is to be done any more. */
const change = async (
  needs: RoomNeeds,
  meeting: Meeting,
  id: ProposalId,
  edit: (proposal: Proposal) => Partial<Proposal> | null,
): Promise<void> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const stored = await findOpen(needs, meeting, id);
    const wanted = edit(stored.proposal);
    if (wanted === null) return;
    if (!(await needs.room.changeProposal(stored, wanted))) continue;
    await needs.meetings.touch(meeting.id);
    needs.hub.changed(meeting.id, 'board');
    return;
  }
  throw busy();
};

/** The proposal is read before the state of the voting: one that is opened in between makes the change come too late. */
const findOpen = async (
  { room, meetings, clock }: RoomNeeds,
  { id: meetingId }: Meeting,
  id: ProposalId,
): Promise<StoredProposal> => {
  const stored = await room.findProposal(meetingId, id);
  if (stored === undefined) throw proposalNotFound();
  const now = await meetings.find(meetingId);
  if (now === undefined) throw meetingNotFound();
  const isOpening = stored.lockedAt !== null && clock.now().getTime() - stored.lockedAt.getTime() < OPENING_MS;
  if (isWordingFixed(now.meeting) || isOpening) throw wordingFixed();
  return stored;
};
