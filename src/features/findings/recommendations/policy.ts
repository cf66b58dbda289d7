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

/** What is asked of whom, and how it stands. */
type Asked = Pick<Recommendation, 'status' | 'addressees'>;

/** Evaluators see all; a director what addressees were asked, a coordinator what the own institution was asked. */
export const maySee = (actor: Actor, recommendation: Asked): boolean => {
  if (mayWrite(actor)) return true;
  if (recommendation.status === 'draft') return false;
  return actor.role === 'director' || isAddressed(actor, recommendation);
};

const isAddressed = (actor: Actor, recommendation: Asked): boolean =>
  actor.role === 'coordinator' && addressedInstitutions(recommendation).includes(actor.institution);

const OF_ADDRESSEES: readonly ImplementationStatus[] = [
  'accepted',
  'in-progress',
  'implemented',
  'partly-implemented',
  'rejected',
];

/** What the person may say of it; empty: nothing. */
export const decisionsFor = (actor: Actor, recommendation: Asked): readonly ImplementationStatus[] => {
  if (mayWrite(actor)) return IMPLEMENTATION_STATUSES.filter((status) => status !== recommendation.status);
  return maySee(actor, recommendation) && recommendation.status !== 'outdated' ? OF_ADDRESSEES : [];
};

/** What a report on its progress may say; unlike a decision, a report may leave the state as it is. */
export const reportsFor = (actor: Actor, recommendation: Asked): readonly ImplementationStatus[] => {
  const open = mayWrite(actor) ? IMPLEMENTATION_STATUSES : decisionsFor(actor, recommendation);
  return open.filter((status) => status !== 'draft');
};

/** Whose voice it is: the own institution, ROPS for its director, nobody's for those who evaluate. */
export const voiceOf = (actor: Actor, evaluation: Pick<Evaluation, 'institutions'>): string | null => {
  if (actor.role === 'coordinator') return actor.institution;
  return actor.role === 'director' ? commissionerOf(evaluation) : null;
};

const WITH_REASON: readonly ImplementationStatus[] = ['rejected', 'partly-implemented', 'outdated'];

/** A refusal without a reason helps nobody. */
export const needsReason = (status: ImplementationStatus): boolean => WITH_REASON.includes(status);
