import { standingProposals, type Meeting, type Outcome, type ProposalId } from '../domain';
import type { DeskNeeds } from '../needs';
import { meetingNotFound, proposalNotFound } from '../problems';
import { notVotedYet, partOfAnother, writtenMeanwhile } from './problems';
import type { OutcomeStore } from './store';

export interface OutcomeWanted extends Pick<Outcome, 'kind' | 'reason' | 'by'> {
  readonly proposal: ProposalId;
  /** Of the outcome that was on the page; 0 where there was none. */
  readonly revision: number;
}

export type WriteNeeds = Pick<DeskNeeds, 'room' | 'meetings' | 'clock' | 'hub'> & { readonly store: OutcomeStore };

/**
 * What the group made of a proposal, once it voted. Sent twice it is written once; what was there before stays below it.
 *
 * @throws Problem `workshop.meeting-not-found` · `workshop.proposal-not-found` · `outcomes.not-voted-yet` · `outcomes.part-of-another` ·
 *   `outcomes.written-meanwhile`
 */
export const writeOutcome =
  (needs: WriteNeeds) =>
  async ({ id: meetingId }: Pick<Meeting, 'id'>, wanted: OutcomeWanted): Promise<void> => {
    const { store, room, clock } = needs;
    await refuseUnvoted(needs, meetingId);
    const proposals = await room.proposalsOf(meetingId);
    if (!proposals.some(({ id }) => id === wanted.proposal)) throw proposalNotFound();
    if (!standingProposals(proposals).some(({ id }) => id === wanted.proposal)) throw partOfAnother();
    const before = await store.find(wanted.proposal);
    if (before !== undefined && isSame(before, wanted)) return;
    if ((before?.revision ?? 0) !== wanted.revision) throw writtenMeanwhile();
    const { proposal, kind, reason, by, revision } = wanted;
    const outcome = { proposal, meetingId, kind, reason, by, at: clock.now(), revision: revision + 1 };
    if (!(await store.write({ ...outcome, earlier: before === undefined ? [] : [...before.earlier, wordsOf(before)] })))
      throw writtenMeanwhile();
    await needs.meetings.touch(meetingId);
    needs.hub.changed(meetingId, 'board');
  };

const refuseUnvoted = async ({ meetings }: WriteNeeds, id: Meeting['id']): Promise<void> => {
  const stored = await meetings.find(id);
  if (stored === undefined) throw meetingNotFound();
  if (!mayBeWritten(stored.meeting)) throw notVotedYet();
};

/** After a round was closed, and while no other one is open. */
export const mayBeWritten = ({ voting, earlierVotings }: Pick<Meeting, 'voting' | 'earlierVotings'>): boolean =>
  voting.state === 'closed' || (voting.state === 'waiting' && earlierVotings.some(({ name }) => name === 'voting'));

const isSame = (one: Pick<Outcome, 'kind' | 'reason'>, other: Pick<Outcome, 'kind' | 'reason'>): boolean =>
  one.kind === other.kind && one.reason === other.reason;

const wordsOf = ({ kind, reason, by, at }: Outcome): Outcome['earlier'][number] => ({ kind, reason, by, at });
