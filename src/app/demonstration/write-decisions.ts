import type { Actor } from '../../features/accounts';
import type { Evaluation } from '../../features/evaluations';
import type { AgreementId, Meeting, SphereDecisionId, SphereListId } from '../../features/workshop';
import { addDays } from '../../platform/clock';
import type { AccountId } from '../../platform/ids';
import type { Random } from '../../platform/random';
import type { Chapters } from '../compose';
import { idFrom } from './simulated-ids';
import { tied } from './tied';
import { DECISIONS, PROPOSALS } from './workshop-plan';

interface Moment {
  readonly random: Random;
  readonly today: string;
  readonly leader: Actor;
}

/** What the meeting of the demonstration made of votes: outcomes, agreements with first reports, and decisions about spheres. */
export const writeDecisions = async (
  chapters: Chapters,
  evaluation: Evaluation,
  meeting: Meeting,
  moment: Moment,
): Promise<void> => {
  await writeOutcomes(chapters, meeting, moment);
  await decideSpheres(chapters, evaluation, meeting, moment);
};

const writeOutcomes = async (chapters: Chapters, meeting: Meeting, { random, leader }: Moment): Promise<void> => {
  const { workshop } = chapters;
  for (const { id: proposal, number } of await workshop.listProposals(meeting.id)) {
    const planned = PROPOSALS[number - 1];
    if (planned === undefined) continue;
    const { outcome: kind, reason, agreement, dimension } = planned;
    await workshop.outcomes.writeOutcome(meeting, {
      proposal,
      kind,
      reason: tied(reason),
      by: leader.name,
      revision: 0,
    });
    if (agreement === null) continue;
    const written = await workshop.agreements.addAgreement(
      meeting,
      {
        id: idFrom(random) as AgreementId,
        text: tied(agreement.text),
        addressees: [{ kind: 'institution', code: agreement.addressee }],
        person: agreement.person,
        due: addDays(meeting.day, agreement.inDays),
        dimension,
        origin: { kind: 'proposal', proposal },
      },
      leader.name,
    );
    if (agreement.report !== null)
      await report(
        chapters,
        meeting,
        { code: `U${written.number}`, ...agreement.report, text: tied(agreement.report.text) },
        addresseeOf(agreement),
      );
  }
};

const NOBODY = 'demonstracja' as AccountId;

const addresseeOf = ({ addressee, person }: { readonly addressee: string; readonly person: string }): Actor =>
  addressee === 'rops'
    ? { id: NOBODY, role: 'director', name: person }
    : { id: NOBODY, role: 'coordinator', name: person, institution: addressee };

const report = async (
  { cooperation }: Chapters,
  { evaluationId, id }: Meeting,
  { code, status, text }: { readonly code: string; readonly status: 'accepted' | 'in-progress'; readonly text: string },
  actor: Actor,
): Promise<void> => {
  const entry = (await cooperation.listRegister(evaluationId)).find((one) => one.code === code);
  if (entry === undefined) throw new Error(`Agreement ${code} of meeting ${id} is not in the register`);
  await cooperation.reportProgress(
    actor,
    { evaluationId, code, revision: entry.revision },
    { id: `${id}.${code}` as Parameters<typeof cooperation.filesOf>[1], status, text, evidence: [] },
  );
};

const YEARS = 2;

/** Publishes the list, too. */
const decideSpheres = async (
  { workshop }: Chapters,
  evaluation: Evaluation,
  { spheres, sphereOptions, number }: Meeting,
  { random, today, leader }: Moment,
): Promise<void> => {
  const year = Number(today.slice(0, 4));
  const valid = { from: `${year + 1}-01-01`, until: `${year + YEARS}-12-31` };
  for (const [at, { verdict, reason }] of DECISIONS.entries()) {
    const option = spheres.result?.[at]?.option;
    const known = sphereOptions.find(({ code }) => code === option);
    if (known === undefined) continue;
    await workshop.sphereDecisions.decide(
      evaluation,
      {
        id: idFrom(random) as SphereDecisionId,
        sphere: known.code,
        label: known.label,
        verdict,
        reason: tied(reason),
        area: { kind: 'region' },
        valid,
        meetingNumber: number,
        after: null,
      },
      leader.name,
    );
  }
  const id = idFrom(random) as SphereListId;
  const stamp = await workshop.sphereDecisions.readStamp(evaluation);
  await workshop.sphereDecisions.publishList(evaluation, { id, stamp, meetingNumber: number }, leader.name);
};
