import type { Draft, DraftKey, DraftState } from '../drafts';
import type { VersionsNeeds } from '.';
import type { EventKind } from './store';

/** Ask colleagues of ROPS and OWES to read and comment. Repeatable. */
export const sendToReview =
  (needs: VersionsNeeds) =>
  (key: DraftKey, by: string): Promise<Draft> =>
    changeState(needs, key, by, { state: 'in-review', kind: 'sent-to-review' });

/** Back to writing, without another round of comments. Repeatable. */
export const takeBackFromReview =
  (needs: VersionsNeeds) =>
  (key: DraftKey, by: string): Promise<Draft> =>
    changeState(needs, key, by, { state: 'draft', kind: 'taken-back' });

const changeState = async (
  { drafts, events, clock }: VersionsNeeds,
  key: DraftKey,
  by: string,
  { state, kind }: { readonly state: DraftState; readonly kind: EventKind },
): Promise<Draft> => {
  const before = await drafts.readDraft(key);
  const draft = await drafts.changeDraft(key, by, ({ definition }) => ({ definition, state }));
  if (before.state !== state)
    await events.add({ ...key, kind, version: draft.definition.version, by, at: clock.now() });
  return draft;
};
