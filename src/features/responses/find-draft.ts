import type { SubmissionId } from '../../platform/ids';
import type { Draft } from './domain';
import type { Needs } from './needs';
import type { Visit } from './open-visit';

/** What this respondent has answered so far; undefined before anything was saved. */
export const findDraft =
  ({ stores }: Needs) =>
  ({ invitation }: Visit, id: SubmissionId): Promise<Draft | undefined> =>
    stores.drafts.find(id, invitation.token);
