import { Problem } from '../../../platform/problems';

/** From the moment a voting is opened: votes would change their meaning. */
export const wordingFixed = (): Problem => new Problem('proposals.wording-fixed', 'conflict');
export const sentBefore = (details: { readonly text: string }): Problem =>
  new Problem('proposals.sent-before', 'conflict', details);
export const notYourProposal = (): Problem => new Problem('proposals.not-your-proposal', 'forbidden');
export const tooManyProposals = (details: { readonly most: number }): Problem =>
  new Problem('proposals.too-many-proposals', 'conflict', details);
export const tooManyComments = (details: { readonly most: number }): Problem =>
  new Problem('proposals.too-many-comments', 'conflict', details);
export const tooManyWordings = (details: { readonly most: number }): Problem =>
  new Problem('proposals.too-many-wordings', 'conflict', details);
export const optionMerged = (details: { readonly text: string }): Problem =>
  new Problem('proposals.option-merged', 'conflict', details);
export const optionNotInRound = (): Problem => new Problem('proposals.option-not-in-round', 'conflict');
export const roundOver = (): Problem => new Problem('proposals.round-over', 'conflict');
export const nothingToVoteOn = (): Problem => new Problem('proposals.nothing-to-vote-on', 'conflict');
export const votingNotClosed = (): Problem => new Problem('proposals.voting-not-closed', 'conflict');
export const noTie = (): Problem => new Problem('proposals.no-tie', 'conflict');
