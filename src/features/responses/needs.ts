import type { Clock } from '../../platform/clock';
import type { EvaluationId, InvitationToken, VersionId } from '../../platform/ids';
import type { Evaluation } from '../evaluations/domain';
import type { Invitation } from '../fieldwork';
import type { CompiledVersion } from '../questionnaires/domain';
import type { CodeAttemptStore, DraftStore, ResponseStore, ResultRequestStore } from './store';

/** What the acts of this chapter share. */
export interface Needs {
  readonly clock: Clock;
  readonly stores: {
    readonly responses: ResponseStore;
    readonly drafts: DraftStore;
    readonly requests: ResultRequestStore;
    readonly codeAttempts: CodeAttemptStore;
  };
  readonly fieldwork: {
    readInvitation(token: string): Promise<Invitation>;
    markUsed(token: InvitationToken): Promise<void>;
  };
  readonly readVersion: (id: VersionId) => Promise<CompiledVersion>;
  /** Published versions of an evaluation. */
  readonly listVersions: (id: EvaluationId) => Promise<readonly { readonly id: VersionId; readonly code: string }[]>;
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
}
