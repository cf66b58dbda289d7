import type { Clock } from '../../platform/clock';
import type { EvaluationId, VersionId } from '../../platform/ids';
import { secretToken } from '../../platform/random';
import { tokenIn } from './domain';
import type { InvitationStore } from './store';

/** One questionnaire whose newest version takes over from the earlier ones. */
export interface Succession {
  readonly evaluationId: EvaluationId;
  /** Code of the questionnaire. */
  readonly code: string;
  readonly versionId: VersionId;
  readonly earlier: readonly VersionId[];
}

interface Needs {
  readonly store: InvitationStore;
  readonly clock: Clock;
  /** Invitations held in memory are read anew. */
  readonly forget: () => void;
}

/**
 * Leads the links of the earlier versions to the newest, and opens them: open links, and personal ones that nobody has used.
 * Used ones stay as they are. Where the questionnaire has no open link, one is made. Repeatable; a link that leads to a still
 * newer version stays there.
 */
export const moveOpenInvitations =
  ({ store, clock, forget }: Needs) =>
  async ({ evaluationId, code, versionId, earlier }: Succession): Promise<void> => {
    await store.leadTo({ evaluationId, from: [...earlier, versionId], to: versionId });
    if (!(await store.hasOpen(evaluationId, [versionId]))) {
      const token = tokenIn(await store.openTokenOf(evaluationId, code, secretToken()));
      if (token === undefined) throw new Error('A token of our own making is none');
      await store.add({ token, evaluationId, versionId, kind: 'open', createdAt: clock.now() });
    }
    forget();
  };

/** No link of the questionnaire takes a new respondent. Repeatable; the first closing stays. */
export const closeInvitations =
  ({ store, clock, forget }: Needs) =>
  async ({ evaluationId, versionId, earlier }: Succession): Promise<void> => {
    await store.close(evaluationId, [...earlier, versionId], clock.now());
    forget();
  };
