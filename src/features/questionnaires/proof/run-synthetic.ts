import type { Clock } from '../../../platform/clock';
import { seededRandom } from '../../../platform/random';
import { makeReady } from '../domain/proof';
import { knownPlaces, runRespondents, type SyntheticRun } from '../domain/proof/respondents';
import type { DraftKey, Drafts } from '../drafts';
import { hashDefinition } from '../hash-definition';
import { draftHasFaults } from './problems';
import type { StoredRun, SyntheticStore } from './store';

export interface RunNeeds {
  readonly drafts: Pick<Drafts, 'readDraft'>;
  readonly store: SyntheticStore;
  readonly clock: Clock;
}

/**
 * Sends invented respondents through a draft and keeps their responses as its test data, in place of the last ones. The same
 * draft gives the same data.
 *
 * @throws Problem `questionnaires.questionnaire-not-found` · `proof.draft-has-faults`
 */
export const runSynthetic =
  ({ drafts, store, clock }: RunNeeds) =>
  async (key: DraftKey, by: string): Promise<StoredRun> => {
    const { definition, revision } = await drafts.readDraft(key);
    const { compiled, faults } = makeReady(definition);
    if (compiled === null) throw draftHasFaults({ count: faults.length });
    const seed = revision + 1;
    const found = await withoutHaste(runRespondents(compiled, seededRandom(seed), knownPlaces()));
    const run: StoredRun = {
      ...found,
      ...key,
      revision,
      version: definition.version,
      hash: hashDefinition(definition),
      seed,
      ranAt: clock.now(),
      ranBy: by,
    };
    await store.replace(run);
    return run;
  };

/** Lets other requests in between two respondents. */
const withoutHaste = async (walk: Generator<unknown, SyntheticRun>): Promise<SyntheticRun> => {
  for (;;) {
    const step = walk.next();
    if (step.done === true) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
};
