import { materialise, OWES_CLIENTS, ROPS_PARTNERS, type PublishedVersion } from '../../features/questionnaires';
import type { Evaluation } from '../../features/evaluations';
import type { Response } from '../../features/responses';
import { dayOf, type Clock } from '../../platform/clock';
import type { EvaluationId, SubmissionId } from '../../platform/ids';
import { seededRandom, type Random } from '../../platform/random';
import type { Chapters } from '../compose';
import { DAYS_SO_FAR, demonstrationEvaluation, people, SEED } from './plan';
import { simulateRespondents, type Respondent } from './respondents';
import { simulateSheet } from './simulate-response';
import { idFrom, readableCodeFrom } from './simulated-ids';

export interface DemonstrationSize {
  readonly id: EvaluationId;
  readonly clients: number;
  readonly partners: number;
}

/** About 140 clients of two OWES and 70 partners of ROPS. */
export const ORDINARY: DemonstrationSize = { id: 'demonstracja' as EvaluationId, clients: 140, partners: 70 };

/** The same proportions for another number of responses. */
export const sized = (responses: number): DemonstrationSize => {
  const partners = Math.round(responses / 3);
  return { id: `demonstracja-${responses}` as EvaluationId, clients: responses - partners, partners };
};

interface Needs {
  readonly chapters: Chapters;
  readonly clock: Clock;
}

/** Accounts for each role; those that exist keep their password. True when at least one is new. */
export const createPeople = async ({ chapters: { accounts } }: Needs, password: string): Promise<boolean> => {
  let isNew = false;
  for (const person of people(password)) {
    if (await accounts.hasAccount(person.email)) continue;
    await accounts.createAccount(person);
    isNew = true;
  }
  return isNew;
};

/** The password that the settings choose holds for accounts of earlier starts, too. */
export const resetPasswords = async ({ chapters: { accounts } }: Needs, password: string): Promise<void> => {
  for (const { email } of people(password)) await accounts.setPassword(email, password);
};

type Versions = Readonly<Record<Respondent['questionnaire'], PublishedVersion>>;

const publish = async ({ chapters }: Needs, evaluation: Evaluation): Promise<Versions> => {
  const owes = evaluation.institutions.filter(({ kind }) => kind === 'owes');
  const publishOne = async (template: typeof OWES_CLIENTS, token: string): Promise<PublishedVersion> => {
    const version = await chapters.questionnaires.publishVersion(evaluation.id, materialise(template, { owes }));
    await chapters.fieldwork.createInvitation({
      evaluationId: evaluation.id,
      versionId: version.id,
      kind: 'open',
      token,
    });
    return version;
  };
  return {
    'owes-clients': await publishOne(OWES_CLIENTS, `${evaluation.id}-klienci-owes`),
    'rops-partners': await publishOne(ROPS_PARTNERS, `${evaluation.id}-partnerzy-rops`),
  };
};

const simulateResponse =
  ({ chapters }: Needs, evaluation: Evaluation, versions: Versions, random: Random) =>
  async (respondent: Respondent): Promise<Response> => {
    const version = versions[respondent.questionnaire];
    return {
      id: idFrom(random) as SubmissionId,
      evaluationId: evaluation.id,
      versionId: version.id,
      questionnaireCode: version.code,
      mode: 'cawi',
      ...simulateSheet(random, await chapters.questionnaires.readVersion(version.id), respondent),
      receivedOn: respondent.receivedOn,
      receiptNumber: readableCodeFrom(random),
    };
  };

/** One evaluation with its questionnaires, links and simulated responses. The same size, day and seed give the same data. */
export const createDemonstration = async (needs: Needs, size: DemonstrationSize): Promise<Evaluation> => {
  const { chapters, clock } = needs;
  const evaluation = demonstrationEvaluation(size.id, dayOf(clock.now()));
  const versions = await publish(needs, evaluation);
  const random = seededRandom(SEED);
  const respondents = simulateRespondents(random, { ...size, opensOn: evaluation.opensOn, days: DAYS_SO_FAR });
  const responses: Response[] = [];
  for (const respondent of respondents)
    responses.push(await simulateResponse(needs, evaluation, versions, random)(respondent));
  await chapters.responses.importResponses(responses);
  await chapters.evaluations.createEvaluation(evaluation);
  return evaluation;
};

/** True when an evaluation of this size is there already. The evaluation is written last, so an interrupted start is redone. */
export const hasDemonstration = async ({ chapters }: Needs, size: DemonstrationSize): Promise<boolean> =>
  (await chapters.evaluations.listEvaluations()).some(({ id }) => id === size.id);
