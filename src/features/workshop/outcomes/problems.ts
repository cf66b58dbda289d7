import { Problem } from '../../../platform/problems';

export const notVotedYet = (): Problem => new Problem('outcomes.not-voted-yet', 'conflict');
export const partOfAnother = (): Problem => new Problem('outcomes.part-of-another', 'conflict');
export const writtenMeanwhile = (): Problem => new Problem('outcomes.written-meanwhile', 'conflict');
