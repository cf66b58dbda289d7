import type { Actor } from '../../accounts';
import type { PublishedReport } from '../domain';

export const publishingRoles: readonly Actor['role'][] = ['evaluator', 'administrator'];

export const mayPublish = ({ role }: Pick<Actor, 'role'>): boolean => publishingRoles.includes(role);

/** Published reports are for all who sign in, but a scorecard is for its own institution and for those who support all. */
export const mayRead = (actor: Actor, { kind, institution }: Pick<PublishedReport, 'kind' | 'institution'>): boolean =>
  actor.role !== 'coordinator' || kind !== 'scorecard' || institution === actor.institution;
