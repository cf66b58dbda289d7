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
    const stored = await store.find(key);
    if (stored !== undefined) return stored;
    const latest = (await listVersions(key.evaluationId)).find(({ code }) => code === key.code);
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
    for (const draft of stored) byCode.set(draft.code, draft);
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
