import type { EvaluationId } from '../../../platform/ids';
import { questionnaireNotFound } from '../problems';
import type { PublishedVersion } from '../store';
import type { Draft, DraftKey } from './draft';
import type { DraftStore } from './store';

export interface DraftNeeds {
  readonly store: DraftStore;
  /** By code, newest version first. */
  readonly listVersions: (evaluationId: EvaluationId) => Promise<readonly PublishedVersion[]>;
}

/**
 * The draft of a questionnaire's next version; where nobody has changed anything yet, the newest published version under
 * the next number.
 *
 * @throws Problem `questionnaires.questionnaire-not-found`
 */
export const readDraft =
  ({ store, listVersions }: DraftNeeds) =>
  async (key: DraftKey): Promise<Draft> => {
    const [stored, versions] = await Promise.all([store.find(key), listVersions(key.evaluationId)]);
    const latest = versions.find(({ code }) => code === key.code);
    if (stored !== undefined) return following(stored, latest);
    if (latest === undefined) throw questionnaireNotFound();
    return untouched(latest);
  };

/** The drafts of an evaluation, one for each questionnaire, by code. */
export const listDrafts =
  ({ store, listVersions }: DraftNeeds) =>
  async (evaluationId: EvaluationId): Promise<readonly Draft[]> => {
    const [stored, versions] = await Promise.all([store.allOf(evaluationId), listVersions(evaluationId)]);
    const byCode = new Map<string, Draft>();
    for (const version of versions) if (!byCode.has(version.code)) byCode.set(version.code, untouched(version));
    for (const draft of stored)
      byCode.set(
        draft.code,
        following(
          draft,
          versions.find(({ code }) => code === draft.code),
        ),
      );
    return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  };

const untouched = ({ evaluationId, code, definition }: PublishedVersion): Draft => ({
  evaluationId,
  code,
  definition: { ...definition, version: definition.version + 1 },
  state: 'draft',
  revision: 0,
  savedAt: null,
  savedBy: null,
});

/** A draft that was published goes on as the next version: nothing has to be written for that, and no crash can prevent it. */
const following = (draft: Draft, latest: PublishedVersion | undefined): Draft =>
  latest === undefined || draft.definition.version > latest.version
    ? draft
    : { ...draft, definition: { ...draft.definition, version: latest.version + 1 }, state: 'draft' };
