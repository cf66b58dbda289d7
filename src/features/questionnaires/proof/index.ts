import type { Clock } from '../../../platform/clock';
import type { Connection } from '../../../platform/storage';
import { estimatePaths, proveItem, proveQuestionnaire } from '../domain/proof';

export { describeCondition } from './describe-condition';

/** Proof before launch. */
export interface ProofDesk {
  /** Pure; errors among its remarks stand in the way of publishing. */
  readonly proveQuestionnaire: typeof proveQuestionnaire;
  readonly proveItem: typeof proveItem;
  readonly estimatePaths: typeof estimatePaths;
}

export interface ProofSetup {
  readonly connection: Connection;
  readonly clock: Clock;
}

export const createProof = (_setup: ProofSetup): ProofDesk => ({ proveQuestionnaire, proveItem, estimatePaths });
