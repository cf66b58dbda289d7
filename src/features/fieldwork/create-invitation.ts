import type { Clock } from '../../platform/clock';
import type { EvaluationId, VersionId } from '../../platform/ids';
import { secretToken } from '../../platform/random';
import { tokenIn, type Invitation, type InvitationKind } from './domain';
import type { InvitationStore } from './store';

export interface NewInvitation {
  readonly evaluationId: EvaluationId;
  readonly versionId: VersionId;
  readonly kind: InvitationKind;
  /** A token of one's own, for demonstrations; absent: an unguessable one. */
  readonly token?: string;
}

/** Make a link to a questionnaire version. Repeatable with a token of one's own. */
export const createInvitation =
  ({ store, clock }: { readonly store: InvitationStore; readonly clock: Clock }) =>
  async ({ token: chosen = secretToken(), ...rest }: NewInvitation): Promise<Invitation> => {
    const token = tokenIn(chosen);
    if (token === undefined) throw new RangeError('A token has 8 to 64 letters, digits or dashes');
    const invitation: Invitation = { token, ...rest, createdAt: clock.now() };
    await store.add(invitation);
    return invitation;
  };
