import type { EvaluationId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import { answerPage } from './answer-page';
import { askForResults } from './ask-for-results';
import type { Draft, Response, ResponseScope } from './domain';
import type { Needs } from './needs';
import { openVisit, refusalOf, refusalOfAll, type Visit } from './open-visit';
import { readReceipt } from './read-receipt';
import { recordBreakOffs } from './record-break-offs';
import { rememberBriefly } from './remember-briefly';
import { furthestPage } from './save-draft';
import { resumeDraft } from './resume-draft';
import { rightPage } from './right-page';
import { createCodeAttemptStore, createDraftStore, createResponseStore, createResultRequestStore } from './store';

export type { Outcome, PostedPage, Step } from './answer-page';
export type { Draft, Mode, NumberedAnswers, NumberedTexts, Receipt, Response, ResponseScope } from './domain';
export type { TextsWanted } from './store';
export type { Contact } from './contact';
export { answerPreview, type PreviewOutcome, type SentPreview } from './answer-preview';
export { previewPage, type Preview } from './preview-page';
export type { Visit, VisitWish } from './open-visit';

export type ResponsesNeeds = Omit<Needs, 'stores'> & { readonly connection: Connection };

/** A changed closing day is seen by respondents after this long. */
const EVALUATION_REMEMBERED_MS = 5_000;

/** What they said: from the first page of a questionnaire to the stored response. */
export const createResponses = ({ connection, ...rest }: ResponsesNeeds) => {
  const stores = {
    responses: createResponseStore(connection),
    drafts: createDraftStore(connection),
    requests: createResultRequestStore(connection),
    codeAttempts: createCodeAttemptStore(connection),
  };
  const readEvaluation = rememberBriefly(rest.clock, EVALUATION_REMEMBERED_MS, rest.readEvaluation);
  const needs: Needs = { ...rest, readEvaluation, stores };
  return {
    /** Call once before the first request. */
    ensureIndexes: async (): Promise<void> => {
      await stores.responses.ensureIndexes();
      await stores.drafts.ensureIndexes();
    },

    openVisit: openVisit(needs),
    refusalOf: refusalOf(needs),
    refusalOfAll: refusalOfAll(needs),
    rightPage,
    furthestPage: ({ version }: Visit, draft: Draft): number => furthestPage(version, draft),
    answerPage: answerPage(needs),
    resumeDraft: resumeDraft(needs),
    readReceipt: readReceipt(needs),
    askForResults: askForResults(needs),

    /** By day of receipt; broken-off ones included. */
    readResponses: (scope: ResponseScope, evaluationId: EvaluationId): Promise<readonly Response[]> =>
      stores.responses.inScope(scope, evaluationId),
    /** For whoever keeps answers counted: see `NumberedAnswers`. */
    numbered: {
      after: stores.responses.numberedAfter,
      between: stores.responses.numberedBetween,
      with: stores.responses.withNumbers,
      last: stores.responses.lastNumber,
    },
    /** Of responses with higher numbers: what was written to a few questions of one questionnaire. */
    readTexts: stores.responses.textsAfter,
    /** Those filled in to the end. */
    countResponses: (scope: ResponseScope, evaluationId: EvaluationId): Promise<number> =>
      stores.responses.countComplete(scope, evaluationId),
    /** Those to any version of one questionnaire, filled in to the end. */
    countOfQuestionnaire: stores.responses.countOfQuestionnaire,
    countOfVersion: stores.responses.countOfVersion,
    /** Questionnaires begun and not finished yet. */
    countDrafts: (evaluationId: EvaluationId): Promise<number> => stores.drafts.count(evaluationId),
    recordBreakOffs: recordBreakOffs(needs),
    /** Responses collected or made elsewhere. Repeatable: an id counts once. */
    importResponses: (responses: readonly Response[]): Promise<void> => stores.responses.addAllOnce(responses),
  };
};

export type Responses = ReturnType<typeof createResponses>;
