import { withoutStaleKeys } from '../domain';
import { compareVersions } from '../domain/compare';
import { countBySeverity, proveQuestionnaire } from '../domain/proof';
import type { Draft, DraftKey } from '../drafts';
import type { PublishedVersion } from '../store';
import type { VersionsNeeds } from '.';
import { publicationAddress } from './addresses';
import { changedMeanwhile, draftFaulty, nothingChanged } from './problems';

/** What a person saw and agreed to publish. */
export interface Confirmation {
  readonly version: number;
  readonly revision: number;
  readonly note: string | null;
}

/**
 * Publishes the draft that the person confirmed, never another one, and leads the links to it. From then on the draft counts
 * as the next version, see `readDraft`. Safe to repeat, also after a crash half-way: the same confirmation is the same version.
 *
 * @throws Problem `versions.changed-meanwhile` · `versions.nothing-changed` · `versions.draft-faulty`
 *   · `questionnaires.version-taken`
 */
export const publishDraft =
  (needs: VersionsNeeds) =>
  async (key: DraftKey, by: string, confirmed: Confirmation): Promise<PublishedVersion> => {
    // The draft first: who publishes at the same moment is then found among the versions.
    const draft = await needs.drafts.readDraft(key);
    const versions = (await needs.store.allOf(key.evaluationId)).filter(({ code }) => code === key.code);
    const known = versions.find(({ version }) => version === confirmed.version);
    if (known !== undefined && known.sourceRevision !== confirmed.revision)
      throw changedMeanwhile({ home: publicationAddress(key) });

    const published = known ?? (await publishConfirmed(needs, by, { confirmed, draft, latest: versions[0] }));
    await needs.settle(key);
    await needs.events.add({
      ...key,
      kind: 'published',
      version: published.version,
      by: published.publishedBy ?? by,
      at: published.publishedAt,
    });
    return published;
  };

interface Wanted {
  readonly draft: Draft;
  readonly confirmed: Confirmation;
  readonly latest: PublishedVersion | undefined;
}

const publishConfirmed = async (
  { publishVersion }: VersionsNeeds,
  by: string,
  { confirmed, draft, latest }: Wanted,
): Promise<PublishedVersion> => {
  const home = publicationAddress(draft);
  const { evaluationId, definition, revision } = draft;
  if (revision !== confirmed.revision || definition.version !== confirmed.version) throw changedMeanwhile({ home });
  if (latest !== undefined && compareVersions(latest.definition, definition).length === 0)
    throw nothingChanged({ home, version: latest.version });
  const { error: count } = countBySeverity(proveQuestionnaire(definition));
  if (count > 0) throw draftFaulty({ home, count });
  return publishVersion(evaluationId, withoutStaleKeys(definition), {
    publishedBy: by,
    note: confirmed.note,
    sourceRevision: revision,
  });
};
