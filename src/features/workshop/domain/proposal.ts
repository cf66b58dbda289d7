import type { ConclusionId } from '../../findings/domain';
import type { Dimension } from '../../evaluations/domain';
import type { MeetingId } from './meeting';
import type { ParticipantId, ProposalId } from './participant';

/** Propozycja rozwiązania: an answer to a conclusion, for quality, effectiveness or coordination. */
export interface Proposal {
  readonly id: ProposalId;
  readonly meetingId: MeetingId;
  /** From 1 in the meeting. */
  readonly number: number;
  readonly conclusion: ConclusionId | null;
  readonly dimension: Dimension;
  readonly text: string;
  /** Earlier wordings, oldest first: nobody's text is lost. */
  readonly earlier: readonly { readonly text: string; readonly at: Date; readonly by: string }[];
  readonly author: ParticipantId | null;
  /** Shown beside the text; null where the author did not want it. */
  readonly institution: string | null;
  /** The proposal that says the same and takes its place; its own text stays. */
  readonly mergedInto: ProposalId | null;
  readonly comments: readonly ProposalComment[];
  readonly createdAt: Date;
}

export interface ProposalComment {
  /** Made by the page: sent twice, it is one comment. */
  readonly id: string;
  readonly text: string;
  readonly institution: string;
  readonly author: ParticipantId | null;
  readonly at: Date;
}

/** Proposals that can be voted on, each with those it stands for. */
export interface StandingProposal extends Proposal {
  readonly standsFor: readonly Proposal[];
}

/** What was merged hangs below what it was merged into, also where that was merged again. None is ever lost: of a circle the first one stands. */
export const standingProposals = (proposals: readonly Proposal[]): readonly StandingProposal[] => {
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const roots = new Map(proposals.map((proposal) => [proposal, rootOf(proposal, byId)]));
  return proposals
    .filter((proposal) => roots.get(proposal) === proposal)
    .map((root) => ({
      ...root,
      standsFor: proposals.filter((proposal) => proposal !== root && roots.get(proposal) === root),
    }));
};

const rootOf = (proposal: Proposal, byId: ReadonlyMap<ProposalId, Proposal>): Proposal => {
  const way: Proposal[] = [];
  for (let at: Proposal | undefined = proposal; at !== undefined; at = byId.get(at.mergedInto ?? NOWHERE)) {
    const met = way.indexOf(at);
    if (met >= 0) return way.slice(met).reduce((first, one) => (one.number < first.number ? one : first));
    way.push(at);
  }
  return way.at(-1) ?? proposal;
};

const NOWHERE = '' as ProposalId;

/** Whether `into` may take the place of `proposal`: a chain must not come back to where it began. */
export const mayMerge = (proposals: readonly Proposal[], proposal: ProposalId, into: ProposalId): boolean => {
  const byId = new Map(proposals.map((one) => [one.id, one]));
  for (let next: ProposalId | null = into; next !== null; next = byId.get(next)?.mergedInto ?? null) {
    if (next === proposal) return false;
    if (!byId.has(next)) return false;
  }
  return true;
};
