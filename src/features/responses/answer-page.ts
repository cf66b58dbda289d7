import type { SubmissionId } from '../../platform/ids';
import {
  checkSheet,
  nextPage,
  pathThrough,
  previousPage,
  readPage,
  type CompiledVersion,
  type FormFields,
  type PageReading,
} from '../questionnaires/domain';
import { moveRanked, rankedCodes, type Draft, type PressedMove, type Receipt } from './domain';
import type { Needs } from './needs';
import { refusalOf, type Visit } from './open-visit';
import { readReceipt } from './read-receipt';
import { draftWith, beginDraft, furthestPage, storeDraft } from './save-draft';
import { submitAnswers } from './submit-answers';

/** What the respondent pressed. Only `next` checks the answers; everything else keeps them as they are. */
export type Step = { readonly kind: 'next' | 'back' | 'later' | 'keep' } | ({ readonly kind: 'move' } & PressedMove);

export interface PostedPage {
  readonly id: SubmissionId;
  readonly pageNumber: number;
  readonly fields: FormFields;
  /** Codes of the texts that end the questionnaire, as far as the form held them. */
  readonly endsShown: readonly string[];
  readonly step: Step;
}

/** A posted page, whoever sent it. */
export type SentPage = Omit<PostedPage, 'id'>;

export type Outcome =
  /** Something is to be mended, or the answers brought up more questions on the same page. */
  | { readonly kind: 'show-again'; readonly reading: PageReading }
  | { readonly kind: 'go-to'; readonly pageNumber: number; readonly mend: boolean }
  | { readonly kind: 'moved'; readonly field: string }
  | { readonly kind: 'kept'; readonly draft: Draft }
  | { readonly kind: 'received'; readonly receipt: Receipt };

/** More saves of one draft at the same moment than any respondent can cause. */
const MOST_ATTEMPTS = 25;

/** Accept one posted page, or say exactly why not. Acknowledged steps are stored durably; a repetition changes nothing. */
export const answerPage =
  (needs: Needs) =>
  async (visit: Visit, posted: PostedPage): Promise<Outcome> => {
    if (isWhole(visit.version, posted.step)) return answerOnlyPage(needs, visit, posted);
    let draft = visit.draft ?? beginDraft(needs, visit, posted.id);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const outcome = await attemptPage(needs, visit, draft, posted);
      if (outcome !== 'overtaken') return outcome;
      draft = (await needs.stores.drafts.find(posted.id, visit.invitation.token)) ?? draft;
    }
    throw new Error('A draft was saved by others too often');
  };

/** A questionnaire of one page needs no draft: its only write is the response. */
const isWhole = ({ pages }: CompiledVersion, { kind }: Step): boolean => pages.length === 1 && kind === 'next';

const answerOnlyPage = async (needs: Needs, visit: Visit, posted: PostedPage): Promise<Outcome> => {
  const { id, fields } = posted;
  const earlier = await refuseUnlessRepeated(needs, visit, id);
  if (earlier !== undefined) return { kind: 'received', receipt: earlier };
  const reading = readPage(visit.version, 1, fields, {});
  if (isUnfinished(visit.version, posted, reading)) return { kind: 'show-again', reading };
  return { kind: 'received', receipt: await submitAnswers(needs)(visit, id, reading.answers) };
};

/** Who is not admitted any more may still repeat what was accepted before, and finds the first receipt. */
const refuseUnlessRepeated = async (needs: Needs, visit: Visit, id: SubmissionId): Promise<Receipt | undefined> => {
  const refusal = refusalOf(needs)(visit);
  if (refusal === undefined) return undefined;
  const receipt = await readReceipt(needs)(visit, id);
  if (receipt === undefined) throw refusal;
  return receipt;
};

/** The page must be shown again: something is to be mended, or the answers bring up more. */
export const isUnfinished = (version: CompiledVersion, posted: SentPage, reading: PageReading): boolean =>
  reading.issues.length > 0 || reading.revealed.length > 0 || bringsEnd(version, posted, reading);

/** The answers end the questionnaire on this page, with a text that the respondent has not seen yet. */
const bringsEnd = (
  version: CompiledVersion,
  { pageNumber, endsShown }: SentPage,
  { answers }: PageReading,
): boolean => {
  const { end } = pathThrough(version, answers);
  return end?.page === pageNumber && !endsShown.includes(end.item.code);
};

const attemptPage = async (
  needs: Needs,
  visit: Visit,
  before: Draft,
  posted: PostedPage,
): Promise<Outcome | 'overtaken'> => {
  const { id, pageNumber, step } = posted;
  const earlier = before.saves === 0 ? await readReceipt(needs)(visit, id) : undefined;
  if (earlier !== undefined) return { kind: 'received', receipt: earlier };
  const refusal = refusalOf(needs)(visit);
  if (refusal !== undefined) throw refusal;

  const reading = readPage(visit.version, pageNumber, fieldsAfter(visit.version, posted), before.answers);
  const isInOrder = pageNumber <= furthestPage(visit.version, before);
  const mayGoOn = step.kind === 'next' && isInOrder;
  if (mayGoOn && isUnfinished(visit.version, posted, reading)) return { kind: 'show-again', reading };

  const following = nextPage(visit.version, pageNumber, reading.answers);
  const faultyPage =
    mayGoOn && following === null ? (checkSheet(visit.version, reading.answers)[0]?.page ?? null) : null;
  if (mayGoOn && following === null && faultyPage === null)
    return { kind: 'received', receipt: await submitAnswers(needs)(visit, id, reading.answers) };

  const save = { page: pageNumber, isAccepted: mayGoOn, at: needs.clock.now() };
  const draft = draftWith(before, reading, save, visit);
  if (!(await storeDraft(needs, before, draft))) return 'overtaken';
  return outcomeOf(visit.version, posted, draft, { mayGoOn, following, faultyPage });
};

interface Way {
  readonly mayGoOn: boolean;
  readonly following: number | null;
  readonly faultyPage: number | null;
}

const outcomeOf = (version: CompiledVersion, { pageNumber, step }: PostedPage, draft: Draft, way: Way): Outcome => {
  switch (step.kind) {
    case 'move':
      return { kind: 'moved', field: step.field };
    case 'later':
    case 'keep':
      return { kind: 'kept', draft };
    case 'back':
      return { kind: 'go-to', pageNumber: previousPage(version, pageNumber, draft.answers) ?? pageNumber, mend: false };
    case 'next':
      if (way.faultyPage !== null) return { kind: 'go-to', pageNumber: way.faultyPage, mend: true };
      return {
        kind: 'go-to',
        pageNumber: way.mayGoOn && way.following !== null ? way.following : furthestPage(version, draft),
        mend: false,
      };
  }
};

/** The fields of the page, and what a pressed arrow of a ranking makes of them. */
export const fieldsAfter = (version: CompiledVersion, { fields, step }: SentPage): FormFields => {
  if (step.kind !== 'move') return fields;
  const field = version.fieldByCode.get(step.field);
  if (field?.kind !== 'ranking' || !field.choices.has(step.move.code)) return fields;
  return { ...fields, [field.code]: moveRanked(rankedCodes(fields[field.code]), step.move, field).join(',') };
};
