import type { Standing } from './claim';
import type { Conclusion } from './conclusion';
import type { Finding, FindingId } from './finding';
import type { Recommendation } from './recommendation';
import { isAction } from './action-wording';
import { lastDayOf } from './quarter';
import { sourceKinds } from './strength';

/** What is checked together: everything that is concluded in one evaluation. */
export interface Work {
  readonly findings: readonly Finding[];
  readonly conclusions: readonly Conclusion[];
  readonly recommendations: readonly Recommendation[];
}

/** What the check is made against. */
export interface CheckContext {
  /** Calendar day. */
  readonly today: string;
  /** Codes of the institutions of the evaluation. */
  readonly institutions: readonly string[];
  /** Questions of the matrix. */
  readonly matrixRows: readonly string[];
  /** What became of findings since they were made; those not looked at are left out. */
  readonly standings: ReadonlyMap<FindingId, Standing>;
}

/** A gap is something that has to be there; a hint is worth a look. */
export type FaultWeight = 'gap' | 'hint';

const WEIGHTS = {
  'no-proof': 'gap',
  'no-longer-holds': 'gap',
  'no-conclusion': 'hint',
  'no-finding': 'gap',
  'finding-fell': 'gap',
  'no-criterion': 'gap',
  'no-question': 'hint',
  'single-source': 'hint',
  'draft-finding': 'hint',
  'no-recommendation': 'hint',
  'conclusion-missing': 'gap',
  'draft-conclusion': 'hint',
  'no-addressee': 'gap',
  'addressee-gone': 'gap',
  'no-date': 'gap',
  'date-past': 'gap',
  'not-an-action': 'hint',
  'no-method': 'hint',
  'no-priority': 'hint',
  'no-class': 'hint',
} as const satisfies Readonly<Record<string, FaultWeight>>;

export type FaultKind = keyof typeof WEIGHTS;

export interface WorkFault {
  readonly on: 'finding' | 'conclusion' | 'recommendation';
  readonly id: string;
  readonly number: number;
  readonly kind: FaultKind;
  readonly weight: FaultWeight;
}

/** What is missing or does not fit, in the order of the work: findings, conclusions, recommendations. */
export const checkWork = (work: Work, context: CheckContext): readonly WorkFault[] => [
  ...work.findings.flatMap((finding) => faultsOn('finding', finding, findingFaults(finding, work, context))),
  ...work.conclusions.flatMap((conclusion) =>
    faultsOn('conclusion', conclusion, conclusionFaults(conclusion, work, context)),
  ),
  ...work.recommendations.flatMap((recommendation) =>
    faultsOn('recommendation', recommendation, recommendationFaults(recommendation, work, context)),
  ),
];

type Found = Partial<Readonly<Record<FaultKind, boolean>>>;

const faultsOn = (
  on: WorkFault['on'],
  { id, number }: { readonly id: string; readonly number: number },
  found: Found,
): readonly WorkFault[] =>
  (Object.keys(WEIGHTS) as FaultKind[])
    .filter((kind) => found[kind] === true)
    .map((kind) => ({ on, id, number, kind, weight: WEIGHTS[kind] }));

const FALLEN: readonly (Standing | undefined)[] = ['weaker', 'reversed'];

const findingFaults = ({ id, evidence }: Finding, { conclusions }: Work, { standings }: CheckContext): Found => ({
  'no-proof': evidence.length === 0,
  'no-longer-holds': FALLEN.includes(standings.get(id)),
  'no-conclusion': !conclusions.some(({ findings }) => findings.includes(id)),
});

const conclusionFaults = (
  { id, findings, criterion, matrixRow, tone, state }: Conclusion,
  work: Work,
  { standings, matrixRows }: CheckContext,
): Found => {
  const behind = work.findings.filter((finding) => findings.includes(finding.id));
  return {
    'no-finding': behind.length === 0,
    'finding-fell': behind.some((finding) => FALLEN.includes(standings.get(finding.id))),
    'no-criterion': criterion === null,
    'no-question': matrixRow === null || !matrixRows.includes(matrixRow),
    'single-source': sourceKinds(behind.flatMap(({ evidence }) => evidence)).size === 1,
    'draft-finding': state === 'ready' && behind.some((finding) => finding.state === 'draft'),
    'no-recommendation':
      tone === 'problem' && !work.recommendations.some(({ conclusions }) => conclusions.includes(id)),
  };
};

/** Nothing more is asked of anybody. */
const SETTLED: readonly Recommendation['status'][] = ['implemented', 'rejected', 'outdated'];

const recommendationFaults = (
  recommendation: Recommendation,
  { conclusions }: Work,
  { today, institutions }: CheckContext,
): Found => {
  const { title, addressees, due, implementation, priority, recommendationClass, status } = recommendation;
  const behind = conclusions.filter(({ id }) => recommendation.conclusions.includes(id));
  const isOpen = !SETTLED.includes(status);
  return {
    'conclusion-missing': behind.length === 0,
    'draft-conclusion': status !== 'draft' && behind.some(({ state }) => state === 'draft'),
    'no-addressee': addressees.length === 0,
    'addressee-gone': addressees.some((one) => one.kind === 'institution' && !institutions.includes(one.code)),
    'no-date': due === null,
    'date-past': isOpen && due !== null && lastDayOf(due) < today,
    'not-an-action': !isAction(title),
    'no-method': implementation.trim() === '',
    'no-priority': priority === null,
    'no-class': recommendationClass === null,
  };
};
