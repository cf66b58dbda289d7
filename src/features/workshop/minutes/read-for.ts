import type { EvaluationId } from '../../../platform/ids';
import type { Translator } from '../../../platform/i18n';
import type { Actor } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import type { ReportTree } from '../../reports';
import type { Workshop } from '..';
import type { Meeting, Minutes } from '../domain';
import { notApproved, notSent } from './problems';

export interface MinutesParams {
  readonly id: string;
  readonly nr: string;
}

/** Minutes that somebody asks for. */
export interface Desk {
  readonly evaluation: Evaluation;
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly mayLead: boolean;
}

/** Those who lead see drafts, directors what was sent, coordinators what was approved. @throws Problem `minutes.not-sent` · `minutes.not-approved` */
export const readDesk = async (workshop: Workshop, { id, nr }: MinutesParams, { role }: Actor): Promise<Desk> => {
  const { meeting } = await workshop.readMeeting(id as EvaluationId, Number(nr));
  const evaluation = await workshop.readEvaluation(meeting.evaluationId);
  const minutes = await workshop.minutes.readMinutes(meeting);
  const mayLead = role === 'evaluator' || role === 'administrator';
  if (role === 'coordinator' && minutes.state !== 'approved') throw notApproved();
  if (!mayLead && minutes.state === 'draft') throw notSent();
  return { evaluation, meeting, minutes, mayLead };
};

export interface TextShown {
  readonly tree: ReportTree;
  /** Null for what was not sent. */
  readonly code: string | null;
}

/** The text that holds: approved, sent, or the draft; the draft also on request of those who lead. */
export const readText = async (
  { minutes: desk }: Pick<Workshop, 'minutes'>,
  { meeting, minutes, mayLead }: Desk,
  wantsDraft: boolean,
  translator: Translator,
): Promise<TextShown> => {
  const code = minutes.approval?.code ?? minutes.versions.at(-1)?.code ?? null;
  const isDraft = mayLead && minutes.state !== 'approved' && (wantsDraft || code === null);
  if (!isDraft && code !== null) return { tree: await desk.readTree(code), code };
  return { tree: desk.composeDraft(await desk.readRecord(meeting), minutes, translator), code: null };
};
