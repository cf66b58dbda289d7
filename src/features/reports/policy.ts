import type { Actor } from '../accounts';

export type Act = 'read-summary' | 'read-director-home' | 'read-own-results' | 'print-questionnaire';

const ROLES: Readonly<Record<Act, readonly Actor['role'][]>> = {
  'read-summary': ['evaluator', 'director', 'administrator'],
  'read-director-home': ['director'],
  'read-own-results': ['coordinator'],
  'print-questionnaire': ['evaluator', 'director', 'administrator', 'coordinator'],
};

/** A coordinator sees own results only: the summary names every institution. */
export const may = (actor: Actor, act: Act): boolean => ROLES[act].includes(actor.role);
