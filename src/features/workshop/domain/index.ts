export { countVotes, hasQuorum, tiedAt, turnoutOf, type Ballot } from './ballots';
export { STAGES } from './meeting';
export type * from './meeting';
export { TEXT_LIMITS } from './participant';
export type * from './participant';
export { mayMerge, standingProposals, type Proposal, type StandingProposal } from './proposal';
