import type { EvaluationId, VersionId } from '../../../platform/ids';
import type { DraftKey } from '../drafts';
import type { PublishedVersion, QuestionnairesStore } from '../store';

/** A version and the earlier ones of the same questionnaire, whose links it takes over. */
export interface LinkTarget {
  readonly evaluationId: EvaluationId;
  readonly code: string;
  readonly versionId: VersionId;
  readonly earlier: readonly VersionId[];
}

/** What is done to the links by which respondents come; `fieldwork` comes later in the story. All of it repeatable. */
export interface LinkKeeper {
  /** Every link leads to this version and takes respondents; an open one is made where there is none. */
  readonly onPublished: (target: LinkTarget) => Promise<void>;
  /** No link takes a new respondent; who has begun may finish. */
  readonly onClosed: (target: LinkTarget) => Promise<void>;
}

export interface SettleNeeds {
  readonly store: Pick<QuestionnairesStore, 'allOf' | 'markSettled' | 'unsettled'>;
  readonly links: LinkKeeper;
}

/**
 * Makes the links follow the newest version of a questionnaire, as it stands now. Repeatable, also by several at once: links
 * of a newer version are never led back.
 */
export const settleLinks =
  ({ store, links }: SettleNeeds) =>
  async ({ evaluationId, code }: DraftKey): Promise<void> => {
    const versions = (await store.allOf(evaluationId)).filter((version) => version.code === code);
    const [newest, ...earlier] = versions;
    if (newest === undefined) return;
    const target = { evaluationId, code, versionId: newest.id, earlier: earlier.map(({ id }) => id) };
    await (newest.closedAt === null ? links.onPublished(target) : links.onClosed(target));
    for (const version of versions) await store.markSettled(version);
  };

/** Finishes what a crash interrupted between a version and its links. */
export const settleAll = (needs: SettleNeeds) => {
  const settle = settleLinks(needs);
  return async (): Promise<void> => {
    const keys = new Map((await needs.store.unsettled()).map((version) => [keyOf(version), version]));
    for (const version of keys.values()) await settle(version);
  };
};

const keyOf = ({ evaluationId, code }: PublishedVersion): string => `${evaluationId}:${code}`;
