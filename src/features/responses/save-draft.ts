import { isDeepStrictEqual } from 'node:util';
import type { SubmissionId } from '../../platform/ids';
import { readableCode } from '../../platform/random';
import { nextPage, pagesOnPath, type CompiledVersion, type PageReading } from '../questionnaires/domain';
import type { Draft } from './domain';
import type { Needs } from './needs';
import type { Visit } from './open-visit';

/** An empty draft that is not stored yet (`saves` 0). */
export const beginDraft = (
  { clock }: Pick<Needs, 'clock'>,
  { invitation, versionId }: Visit,
  id: SubmissionId,
): Draft => ({
  id,
  evaluationId: invitation.evaluationId,
  versionId,
  invitation: invitation.token,
  returnCode: readableCode(),
  answers: {},
  typed: {},
  reachedPage: 0,
  savedAt: clock.now(),
  saves: 0,
});

/** The page up to which someone may go: the one after the furthest accepted. */
export const furthestPage = (version: CompiledVersion, { reachedPage, answers }: Draft): number =>
  nextPage(version, reachedPage, answers) ?? pagesOnPath(version, answers).at(-1) ?? 1;

interface PageSave {
  readonly page: number;
  /** Whether the page counts as answered, not only as kept. */
  readonly isAccepted: boolean;
  readonly at: Date;
}

/** The draft after one page was read. */
export const draftWith = (
  before: Draft,
  reading: PageReading,
  { page, isAccepted, at }: PageSave,
  visit: Pick<Visit, 'version' | 'chosen'>,
): Draft => {
  const { version, chosen } = visit;
  const fromOtherPages = Object.entries(before.typed).filter(([code]) => version.fieldByCode.get(code)?.page !== page);
  const fromThisPage = Object.entries(reading.typed).filter(([, texts]) => [texts].flat().some((text) => text !== ''));
  return {
    ...before,
    ...(chosen === undefined ? {} : { language: chosen }),
    answers: reading.answers,
    typed: Object.fromEntries([...fromOtherPages, ...fromThisPage]),
    reachedPage: isAccepted ? Math.max(before.reachedPage, page) : before.reachedPage,
    savedAt: at,
    saves: before.saves + 1,
  };
};

/** Stores a draft unless nothing changed; false when another save came in between. */
export const storeDraft = async ({ stores }: Needs, before: Draft, draft: Draft): Promise<boolean> => {
  const isUnchanged =
    before.saves > 0 &&
    before.reachedPage === draft.reachedPage &&
    before.language === draft.language &&
    isDeepStrictEqual([before.answers, before.typed], [draft.answers, draft.typed]);
  return isUnchanged || stores.drafts.save(draft);
};
