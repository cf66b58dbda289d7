import type { Clock } from '../../../platform/clock';
import type { QuestionnaireDefinition } from '../domain';
import { draftBusy } from '../problems';
import type { Draft, DraftKey, DraftState } from './draft';
import { readDraft, type DraftNeeds } from './read-draft';

/** How often a change is tried again on top of somebody else's. */
const MOST_TRIES = 20;

export interface DraftContents {
  readonly definition: QuestionnaireDefinition;
  readonly state: DraftState;
}

/**
 * Changes a draft. When somebody else saved in the meantime, the change is made again on top of theirs, so `change` must
 * find its place anew each time and throw a Problem where it would overwrite what the person has not seen.
 *
 * @returns the draft after the change; the same draft when nothing differs
 * @throws Problem `questionnaires.draft-busy` after too many tries, and whatever `change` throws
 */
export const changeDraft = (needs: DraftNeeds & { readonly clock: Clock }) => {
  const read = readDraft(needs);
  return async (key: DraftKey, by: string, change: (draft: Draft) => DraftContents): Promise<Draft> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const draft = await read(key);
      const contents = change(draft);
      if (isSame(draft, contents)) return draft;
      const changed = { ...draft, ...contents, revision: draft.revision + 1, savedAt: needs.clock.now(), savedBy: by };
      if (await needs.store.save(changed)) return changed;
    }
    throw draftBusy();
  };
};

const isSame = (draft: Draft, { definition, state }: DraftContents): boolean =>
  draft.state === state && JSON.stringify(draft.definition) === JSON.stringify(definition);
