import type { Actor, Role } from '../accounts';
import type { Evaluation } from '../evaluations';
import type { Viewpoint } from './domain';

export const readingRoles: readonly Role[] = ['evaluator', 'administrator', 'director', 'coordinator'];

/**
 * Whose eyes an actor has: a coordinator sees the own institution and the others pooled, never another by name. Null:
 * no access, because the evaluation does not concern the coordinator's institution.
 */
export const viewpointOf = (actor: Actor, { institutions }: Evaluation): Viewpoint | null => {
  if (actor.role !== 'coordinator') return { kind: 'all' };
  const isConcerned = institutions.some(({ code }) => code === actor.institution);
  return isConcerned ? { kind: 'own', institution: actor.institution } : null;
};
