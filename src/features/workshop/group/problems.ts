import { Problem } from '../../../platform/problems';

export const memberNotFound = (): Problem => new Problem('group.member-not-found', 'not-found');
export const groupBusy = (): Problem => new Problem('group.busy', 'unavailable');
