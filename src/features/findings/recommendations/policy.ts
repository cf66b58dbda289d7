import type { Actor } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import {
  addressedInstitutions,
  IMPLEMENTATION_STATUSES,
  type ImplementationStatus,
  type Recommendation,
} from '../domain';

/** Code of ROPS, which commissions; null where it is not evaluated. */
export const commissionerOf = ({ institutions }: Pick<Evaluation, 'institutions'>): string | null =>
  institutions.find(({ kind }) => kind === 'rops')?.code ?? null;

export const mayWrite = (actor: Actor): boolean => actor.role === 'evaluator' || actor.role === 'administrator';

/** Evaluators see all; a director what addressees were asked, a coordinator what the own institution was asked. */
export const maySee = (actor: Actor, recommendation: Recommendation): boolean => {
  if (mayWrite(actor)) return true;
  if (recommendation.status === 'draft') return false;
  return actor.role === 'director' || isAddressed(actor, recommendation);
};

const isAddressed = (actor: Actor, recommendation: Recommendation): boolean =>
  actor.role === 'coordinator' && addressedInstitutions(recommendation).includes(actor.institution);

const OF_ADDRESSEES: readonly ImplementationStatus[] = [
  'accepted',
  'in-progress',
  'implemented',
  'partly-implemented',
  'rejected',
];

/** What the person may say of it; empty: nothing. */
export const decisionsFor = (actor: Actor, recommendation: Recommendation): readonly ImplementationStatus[] => {
  if (mayWrite(actor)) return IMPLEMENTATION_STATUSES.filter((status) => status !== recommendation.status);
  return maySee(actor, recommendation) && recommendation.status !== 'outdated' ? OF_ADDRESSEES : [];
};

/** Whose voice it is: the own institution, ROPS for its director, nobody's for those who evaluate. */
export const voiceOf = (actor: Actor, evaluation: Pick<Evaluation, 'institutions'>): string | null => {
  if (actor.role === 'coordinator') return actor.institution;
  return actor.role === 'director' ? commissionerOf(evaluation) : null;
};

const WITH_REASON: readonly ImplementationStatus[] = ['rejected', 'partly-implemented', 'outdated'];

/** A refusal without a reason helps nobody. */
export const needsReason = (status: ImplementationStatus): boolean => WITH_REASON.includes(status);
