import type { Clock } from '../../../platform/clock';
import type { Connection } from '../../../platform/storage';
import type { Draft, DraftKey, Drafts } from '../drafts';
import type { publishVersion } from '../publish-version';
import type { PublishedVersion, QuestionnairesStore } from '../store';
import { closeVersion, reopenVersion } from './close-version';
import { publishDraft, type Confirmation } from './publish-draft';
import { sendToReview, takeBackFromReview } from './review-draft';
import { settleAll, settleLinks, type LinkKeeper } from './settle-links';
import { createEventStore, type EventStore, type VersionEvent } from './store';

export type { Confirmation } from './publish-draft';
export type { LinkKeeper, LinkTarget } from './settle-links';
export type { EventKind, VersionEvent } from './store';

/** What the acts of this desk share. */
export interface VersionsNeeds {
  readonly store: QuestionnairesStore;
  readonly events: EventStore;
  readonly drafts: Drafts;
  readonly clock: Clock;
  readonly publishVersion: ReturnType<typeof publishVersion>;
  /** Makes the links follow. */
  readonly settle: (key: DraftKey) => Promise<void>;
}

/** A questionnaire's way: draft, in review, published, closed. */
export interface Versions {
  readonly ensureIndexes: () => Promise<void>;
  readonly sendToReview: (key: DraftKey, by: string) => Promise<Draft>;
  readonly takeBackFromReview: (key: DraftKey, by: string) => Promise<Draft>;
  /** @throws Problem `versions.changed-meanwhile` · `versions.nothing-changed` · `versions.draft-faulty` */
  readonly publishDraft: (key: DraftKey, by: string, confirmed: Confirmation) => Promise<PublishedVersion>;
  /** @throws Problem `versions.not-current` · `versions.no-such-version` */
  readonly closeVersion: (key: DraftKey, by: string, version: number) => Promise<void>;
  /** @throws Problem `versions.not-current` · `versions.no-such-version` */
  readonly reopenVersion: (key: DraftKey, by: string, version: number) => Promise<void>;
  /** Newest first. */
  readonly readHistory: (key: DraftKey) => Promise<readonly VersionEvent[]>;
  /** Finishes what a crash interrupted between a version and its links. Repeatable. */
  readonly settleAll: () => Promise<void>;
}

export interface VersionsSetup extends Pick<VersionsNeeds, 'store' | 'drafts' | 'clock' | 'publishVersion'> {
  readonly connection: Connection;
  readonly links: LinkKeeper;
}

export const createVersions = ({ connection, links, ...rest }: VersionsSetup): Versions => {
  const events = createEventStore(connection);
  const settling = { store: rest.store, links };
  const needs: VersionsNeeds = { ...rest, events, settle: settleLinks(settling) };
  return {
    ensureIndexes: events.ensureIndexes,
    sendToReview: sendToReview(needs),
    takeBackFromReview: takeBackFromReview(needs),
    publishDraft: publishDraft(needs),
    closeVersion: closeVersion(needs),
    reopenVersion: reopenVersion(needs),
    readHistory: events.allOf,
    settleAll: settleAll(settling),
  };
};
