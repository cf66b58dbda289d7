import { dayOf } from '../../platform/clock';
import type { EvaluationId } from '../../platform/ids';
import type { Actor } from '../accounts';
import type { Evaluation } from '../evaluations';
import { commissionerOf } from '../findings';
import { lastDayOf, type Conclusion, type FindingId, type Recommendation } from '../findings/domain';
import type { Agreement, Proposal, ProposalId } from '../workshop/domain';
import { entryStatus, seenByInstitution, type ProgressEvidence, type RegisterEntry, type ReportId } from './domain';
import type { CooperationNeeds } from './needs';
import { maySee } from './policy';
import { entryNotFound, registerNotFound } from './problems';
import type { Progress, ProgressStore } from './store';

export type RegisterNeeds = Pick<CooperationNeeds, 'clock' | 'findings' | 'workshop' | 'readEvaluation'> & {
  readonly progress: ProgressStore;
};

/** The register as one person may see it. */
export interface RegisterRead {
  readonly evaluation: Evaluation;
  /** Calendar day. */
  readonly today: string;
  readonly entries: readonly RegisterEntry[];
}

/** Recommendations by number, then agreements by number. @throws Problem `evaluations.not-found` */
export const listRegister =
  ({ findings, workshop, progress, readEvaluation }: RegisterNeeds) =>
  async (id: EvaluationId): Promise<readonly RegisterEntry[]> => {
    const evaluation = await readEvaluation(id);
    const [recommendations, agreements, conclusions, reported, evidence] = await Promise.all([
      findings.recommendations.listRecommendations(id),
      workshop.agreements.listAgreements(id),
      findings.conclusions.listConclusions(id),
      progress.ofEvaluation(id),
      progress.evidenceOf(id),
    ]);
    const proposals = await proposalsBehind(agreements, workshop);
    const asked = recommendations.filter(({ status }) => status !== 'draft');
    return [
      ...asked.map((one) => ofRecommendation(one, conclusions, evidence)),
      ...agreements.map((one) =>
        ofAgreement(one, reported.get(one.id), { evaluation, recommendations, conclusions, proposals }),
      ),
    ];
  };

const proposalsBehind = async (
  agreements: readonly Agreement[],
  { listProposals }: Pick<CooperationNeeds['workshop'], 'listProposals'>,
): Promise<ReadonlyMap<ProposalId, Proposal>> => {
  const meetings = agreements.filter(({ origin }) => origin.kind === 'proposal').map(({ meetingId }) => meetingId);
  const lists = await Promise.all([...new Set(meetings)].map((meeting) => listProposals(meeting)));
  return new Map(lists.flat().map((proposal) => [proposal.id, proposal]));
};

const findingsOf = (conclusions: readonly Conclusion[], ids: readonly string[]): readonly FindingId[] => [
  ...new Set(conclusions.filter(({ id }) => ids.includes(id)).flatMap(({ findings }) => findings)),
];

const ofRecommendation = (
  one: Recommendation,
  conclusions: readonly Conclusion[],
  evidence: ReadonlyMap<string, readonly ProgressEvidence[]>,
): RegisterEntry => ({
  followed: { kind: 'recommendation', id: one.id },
  evaluationId: one.evaluationId,
  code: `R${one.number}`,
  title: one.title,
  text: one.text,
  addressees: one.addressees,
  person: '',
  since: dayOf(one.decisions[0]?.at ?? one.log.createdAt),
  due: one.due === null ? null : lastDayOf(one.due),
  status: one.status,
  statusReason: one.statusReason,
  reports: one.decisions.map(({ reason, report, ...decision }, at) => ({
    ...decision,
    id: (report ?? `${one.id}/${at}`) as ReportId,
    text: reason,
    evidence: report === undefined ? [] : (evidence.get(report) ?? []),
  })),
  meetingNumber: null,
  findings: findingsOf(conclusions, one.conclusions),
  revision: one.log.revision,
});

interface Known {
  readonly evaluation: Evaluation;
  readonly recommendations: readonly Recommendation[];
  readonly conclusions: readonly Conclusion[];
  readonly proposals: ReadonlyMap<ProposalId, Proposal>;
}

const ofAgreement = (one: Agreement, progress: Progress | undefined, known: Known): RegisterEntry => {
  const reports = progress?.reports ?? [];
  const addressees = one.addressees;
  return {
    followed: { kind: 'agreement', id: one.id },
    evaluationId: one.evaluationId,
    code: `U${one.number}`,
    title: one.text,
    text: '',
    addressees,
    person: one.person,
    since: dayOf(one.log.createdAt),
    due: one.due === '' ? null : one.due,
    status: entryStatus({ addressees, reports }, commissionerOf(known.evaluation)),
    statusReason: reports.at(-1)?.text ?? '',
    reports,
    meetingNumber: one.meetingNumber,
    findings: findingsOf(known.conclusions, conclusionsBehind(one, known)),
    // Both only grow: a form drawn from an older one of either is refused.
    revision: one.log.revision + (progress?.revision ?? 0),
  };
};

/** Conclusions that an agreement answers, by its proposal or its recommendation. */
export const conclusionsBehind = (
  { origin }: Pick<Agreement, 'origin'>,
  { proposals, recommendations }: Pick<Known, 'proposals' | 'recommendations'>,
): readonly string[] => {
  if (origin.kind === 'proposal') {
    const conclusion = proposals.get(origin.proposal)?.conclusion;
    return conclusion == null ? [] : [conclusion];
  }
  if (origin.kind !== 'recommendation') return [];
  return recommendations.find(({ id }) => id === origin.recommendation)?.conclusions ?? [];
};

/**
 * @param others how further addressees are named to a coordinator
 * @throws Problem `evaluations.not-found` · `follow-up.register-not-found`
 */
export const readRegister =
  (needs: RegisterNeeds) =>
  async (actor: Actor, id: EvaluationId, others: string): Promise<RegisterRead> => {
    const evaluation = await needs.readEvaluation(id);
    const today = dayOf(needs.clock.now());
    if (actor.role !== 'coordinator') return { evaluation, today, entries: await listRegister(needs)(id) };
    const own = actor.institution;
    if (!evaluation.institutions.some(({ code }) => code === own)) throw registerNotFound();
    const viewer = { own, commissioner: commissionerOf(evaluation), others };
    const entries = (await listRegister(needs)(id)).filter((entry) => maySee(actor, entry));
    return { evaluation, today, entries: entries.map((entry) => seenByInstitution(entry, viewer)) };
  };

/** The entry of this code; one that is for somebody else is not there. @throws Problem `follow-up.not-found` */
export const entryIn = ({ entries }: Pick<RegisterRead, 'entries'>, code: string): RegisterEntry => {
  const found = entries.find((entry) => entry.code === code);
  if (found === undefined) throw entryNotFound();
  return found;
};
