import type { Actor } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import { stancesOf, type Addressee, type Recommendation } from '../domain';
import type { WorkRead } from '../read-work';
import { commissionerOf, maySee, mayWrite } from './policy';

/**
 * The work as one person may see it: drafts and gaps are the evaluator's; a coordinator sees what the own institution was
 * asked, what it said, and no other institution.
 *
 * @param others how other addressees are named to a coordinator
 */
export const forEyes = (work: WorkRead, actor: Actor, others: string): WorkRead => {
  if (mayWrite(actor)) return work;
  const seen = work.recommendations.filter((one) => maySee(actor, one));
  const ready = work.conclusions.filter(({ state }) => state === 'ready');
  if (actor.role !== 'coordinator') return { ...work, recommendations: seen, conclusions: ready, faults: [] };
  const own = actor.institution;
  return {
    ...work,
    findings: [],
    faults: [],
    conclusions: ready.map((one) => ({
      ...one,
      title: namesAnother(one.title, own, work.evaluation) ? '' : one.title,
    })),
    recommendations: seen.map((one) => ofInstitution(one, own, { evaluation: work.evaluation, others })),
  };
};

const ofInstitution = (
  recommendation: Recommendation,
  own: string,
  { evaluation, others }: { readonly evaluation: Evaluation; readonly others: string },
): Recommendation => {
  const mine = recommendation.addressees.filter((one) => one.kind === 'institution' && one.code === own);
  const hasOthers = mine.length < recommendation.addressees.length;
  const rest: readonly Addressee[] = hasOthers ? [{ kind: 'other', name: others }] : [];
  const commissioner = commissionerOf(evaluation);
  const heard = [null, own, commissioner];
  const decisions = recommendation.decisions.filter(({ institution }) => heard.includes(institution));
  const stance = stancesOf(recommendation, commissioner).find(({ institution }) => institution === own);
  return {
    ...recommendation,
    addressees: [...mine, ...rest],
    decisions,
    status: stance?.status ?? recommendation.status,
    statusReason: stance?.decision?.reason ?? '',
  };
};

/** Whether a text names an institution of the evaluation other than the own one and ROPS. */
export const namesAnother = (text: string, own: string, { institutions }: Pick<Evaluation, 'institutions'>): boolean =>
  institutions.some(
    ({ code, kind, name, shortName }) =>
      code !== own && kind !== 'rops' && [name, shortName].some((one) => text.includes(stemOf(one))),
  );

const SHORT = 6;

/** A Polish name changes its last letter: "OWES Południe", "OWES Południa". */
const stemOf = (name: string): string => (name.length > SHORT ? name.slice(0, -1) : name);
