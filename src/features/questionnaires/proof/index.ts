import type { Clock } from '../../../platform/clock';
import type { Connection } from '../../../platform/storage';
import { estimatePaths, proveItem, proveQuestionnaire } from '../domain/proof';
import type { DraftKey, Drafts } from '../drafts';
import { runSynthetic } from './run-synthetic';
import { createSyntheticStore, type StoredRun } from './store';

export { describeCondition } from './describe-condition';
export { presentItemCheck, type CheckLine } from './present-item-check';
export { remarkSentence } from './present-remark';
export type { StoredRun } from './store';

/** Proof before launch. */
export interface ProofDesk {
  readonly ensureIndexes: () => Promise<void>;
  /** Pure; errors among its remarks stand in the way of publishing. */
  readonly proveQuestionnaire: typeof proveQuestionnaire;
  readonly proveItem: typeof proveItem;
  readonly estimatePaths: typeof estimatePaths;
  /** @throws Problem `questionnaires.questionnaire-not-found` · `proof.draft-has-faults` */
  readonly runSynthetic: (key: DraftKey, by: string) => Promise<StoredRun>;
  /** The last test data of a questionnaire; they may be of an earlier draft. */
  readonly readSynthetic: (key: DraftKey) => Promise<StoredRun | undefined>;
}

export interface ProofSetup {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly drafts: Pick<Drafts, 'readDraft'>;
}

export const createProof = ({ connection, clock, drafts }: ProofSetup): ProofDesk => {
  const store = createSyntheticStore(connection);
  return {
    ensureIndexes: store.ensureIndexes,
    proveQuestionnaire,
    proveItem,
    estimatePaths,
    runSynthetic: runSynthetic({ drafts, store, clock }),
    readSynthetic: store.find,
  };
};
