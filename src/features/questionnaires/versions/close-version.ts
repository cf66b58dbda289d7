import type { DraftKey } from '../drafts';
import type { PublishedVersion } from '../store';
import type { VersionsNeeds } from '.';
import { historyAddress } from './addresses';
import { noSuchVersion, notCurrent } from './problems';

/**
 * From now on nobody new may answer the newest version; who has begun may finish. Repeatable.
 *
 * @throws Problem `versions.not-current` when a later version takes the respondents · `versions.no-such-version`
 */
export const closeVersion =
  (needs: VersionsNeeds) =>
  async (key: DraftKey, by: string, version: number): Promise<void> => {
    const current = await readCurrent(needs, key, version);
    const at = needs.clock.now();
    await needs.store.close(current.id, at, by);
    await needs.settle(key);
    if (current.closedAt === null) await needs.events.add({ ...key, kind: 'closed', version, by, at });
  };

/**
 * The newest version takes respondents again, by the same links. Repeatable.
 *
 * @throws Problem `versions.not-current` · `versions.no-such-version`
 */
export const reopenVersion =
  (needs: VersionsNeeds) =>
  async (key: DraftKey, by: string, version: number): Promise<void> => {
    const current = await readCurrent(needs, key, version);
    await needs.store.reopen(current.id);
    await needs.settle(key);
    if (current.closedAt !== null)
      await needs.events.add({ ...key, kind: 'reopened', version, by, at: needs.clock.now() });
  };

const readCurrent = async ({ store }: VersionsNeeds, key: DraftKey, version: number): Promise<PublishedVersion> => {
  const home = historyAddress(key);
  const versions = (await store.allOf(key.evaluationId)).filter(({ code }) => code === key.code);
  const found = versions.find((published) => published.version === version);
  if (found === undefined) throw noSuchVersion({ home, version });
  if (versions[0]?.id !== found.id) throw notCurrent({ home, version });
  return found;
};
