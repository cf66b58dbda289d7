import { dayOf, type Clock } from '../../platform/clock';
import type { EvaluationId, InvitationToken } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import { createInvitation } from './create-invitation';
import type { Invitation } from './domain';
import { closeInvitations, moveOpenInvitations } from './move-invitations';
import { readInvitation } from './read-invitation';
import { createInvitationStore } from './store';

export type { NewInvitation } from './create-invitation';
export type { Succession } from './move-invitations';
export type { Invitation, InvitationKind } from './domain';

export interface FieldworkNeeds {
  readonly connection: Connection;
  readonly clock: Clock;
}

export const createFieldwork = ({ connection, clock }: FieldworkNeeds) => {
  const store = createInvitationStore(connection);
  const { read, forget } = readInvitation({ store, clock });
  return {
    ensureIndexes: store.ensureIndexes,
    createInvitation: createInvitation({ store, clock }),
    readInvitation: read,
    /** A personal invitation serves once. Repeatable; on an open one it does nothing. */
    markUsed: (token: InvitationToken): Promise<void> => store.markUsed(token, dayOf(clock.now())),
    readInvitations: (evaluationId: EvaluationId): Promise<readonly Invitation[]> => store.ofEvaluation(evaluationId),
    moveOpenInvitations: moveOpenInvitations({ store, clock, forget }),
    closeInvitations: closeInvitations({ store, clock, forget }),
  };
};

export type Fieldwork = ReturnType<typeof createFieldwork>;
