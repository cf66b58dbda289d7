import type { EvaluationId } from '../../platform/ids';
import { Problem } from '../../platform/problems';
import type { Actor } from '../accounts';
import { voiceOf } from '../findings';
import type { ImplementationStatus } from '../findings/domain';
import type { ProgressEvidence, ProgressReport, RegisterEntry, ReportId } from './domain';
import type { CooperationNeeds } from './needs';
import { maySee, statusesFor } from './policy';
import { alreadyReported, entryChanged, entryNotFound, notYoursToReport } from './problems';
import { entryIn, listRegister, type RegisterNeeds } from './read-register';

/** Which entry, as its reader saw it. */
export interface EntrySeen {
  readonly evaluationId: EvaluationId;
  readonly code: string;
  readonly revision: number;
}

/** What is reported; the id is made by the page. */
export interface Reported {
  readonly id: ReportId;
  readonly status: ImplementationStatus;
  readonly text: string;
  readonly evidence: readonly ProgressEvidence[];
}

/**
 * Repeatable by id: a form sent twice makes one report.
 *
 * @throws Problem `follow-up.not-found` · `follow-up.not-yours` · `follow-up.changed` · `follow-up.already-reported`
 */
export const reportProgress =
  (needs: RegisterNeeds & Pick<CooperationNeeds, 'clock'>) =>
  async (actor: Actor, seen: EntrySeen, reported: Reported): Promise<void> => {
    const entry = entryIn({ entries: await listRegister(needs)(seen.evaluationId) }, seen.code);
    if (!maySee(actor, entry)) throw entryNotFound();
    const before = entry.reports.find(({ id }) => id === reported.id);
    if (before !== undefined) {
      if (before.status === reported.status && before.text === reported.text) return;
      throw alreadyReported();
    }
    if (!statusesFor(actor, entry).includes(reported.status)) throw notYoursToReport();
    if (entry.revision !== seen.revision) throw entryChanged();
    if (entry.followed.kind === 'recommendation') await decide(needs, actor, seen, { entry, reported });
    else await add(needs, actor, { entry, reported });
  };

interface Reporting {
  readonly entry: RegisterEntry;
  readonly reported: Reported;
}

/** Evidence first: a report that is there has its evidence, whatever stops between the two writes. */
const decide = async (
  { findings, progress }: RegisterNeeds,
  actor: Actor,
  { evaluationId, code, revision }: EntrySeen,
  { reported: { id, status, text, evidence } }: Reporting,
): Promise<void> => {
  await progress.putEvidence(evaluationId, id, evidence);
  const deciding = findings.recommendations.decide(
    { evaluationId, number: Number(code.slice(1)), revision },
    { status, reason: text, report: id },
    actor,
  );
  await deciding.catch((error: unknown) => {
    if (error instanceof Problem && error.kind === 'conflict') throw entryChanged();
    throw error;
  });
};

const add = async (
  { workshop, progress, readEvaluation, clock }: RegisterNeeds,
  actor: Actor,
  { entry: { evaluationId, followed, revision }, reported }: Reporting,
): Promise<void> => {
  if (followed.kind !== 'agreement') return;
  const [evaluation, agreement] = await Promise.all([
    readEvaluation(evaluationId),
    workshop.agreements.readAgreement(followed.id),
  ]);
  const report: ProgressReport = {
    ...reported,
    by: actor.name,
    institution: voiceOf(actor, evaluation),
    at: clock.now(),
  };
  const own = revision - agreement.log.revision;
  const isAdded = own >= 0 && (await progress.add({ agreement: followed.id, evaluationId, revision: own }, report));
  if (!isAdded) throw entryChanged();
};
