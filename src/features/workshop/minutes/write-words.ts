import { isDeepStrictEqual } from 'node:util';
import type { Meeting, Minutes, MinutesWords } from '../domain';
import { readMinutes } from './draft';
import type { MinutesActs } from './needs';
import { alreadyApproved, changedMeanwhile } from './problems';

/**
 * Writes what a person adds to the record. Repeatable: the same words sent twice are written once.
 *
 * @throws Problem `minutes.already-approved` · `minutes.changed-meanwhile`
 */
export const writeWords =
  ({ store }: Pick<MinutesActs, 'store'>) =>
  async (meeting: Meeting, revision: number, words: MinutesWords): Promise<Minutes> => {
    const before = await readMinutes({ store })(meeting);
    if (before.state === 'approved') throw alreadyApproved();
    if (isDeepStrictEqual(before.words, words)) return before;
    const after = { ...before, words, revision: revision + 1 };
    if (before.revision !== revision || !(await store.put(after))) throw changedMeanwhile();
    return after;
  };
