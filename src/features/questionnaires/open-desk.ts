import type { EvaluationId } from '../../platform/ids';
import type { Evaluation } from '../evaluations';
import type { Draft } from './drafts';
import type { Questionnaires } from '.';
import type { PublishedVersion } from './store';

export interface OpenDeskNeeds {
  readonly questionnaires: Pick<Questionnaires, 'drafts' | 'listVersions'>;
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  /** Responses filled in to the end; `responses` comes later in the story. */
  readonly countResponses: (id: EvaluationId, questionnaireCode: string) => Promise<number>;
}

/** All that the pages of one questionnaire have in common. */
export interface Desk {
  readonly evaluation: Evaluation;
  readonly draft: Draft;
  /** Published versions of this questionnaire, newest first. */
  readonly versions: readonly PublishedVersion[];
  /** Completed responses to any of its versions. */
  readonly responses: number;
}

/** @throws Problem `evaluations.not-found` · `questionnaires.questionnaire-not-found` */
export const openDesk =
  ({ questionnaires, readEvaluation, countResponses }: OpenDeskNeeds) =>
  async (evaluationId: EvaluationId, code: string): Promise<Desk> => {
    const evaluation = await readEvaluation(evaluationId);
    const [draft, versions, responses] = await Promise.all([
      questionnaires.drafts.readDraft({ evaluationId, code }),
      questionnaires.listVersions(evaluationId),
      countResponses(evaluationId, code),
    ]);
    return { evaluation, draft, versions: versions.filter((version) => version.code === code), responses };
  };
