import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { Actor } from '../../accounts';
import type { VersionId } from '../../../platform/ids';
import { compareVersions } from '../domain/compare';
import type { Desk } from '../open-desk';
import { mayWrite } from '../policy';
import { presentFrame, type FrameView } from '../present-frame';
import type { PublishedVersion } from '../store';
import { differenceAddress, historyAddress } from './addresses';
import type { Done } from './inputs';
import type { VersionEvent } from './store';

interface Badge {
  readonly text: string;
  readonly tone: string;
  readonly icon: string;
}

export interface VersionRow {
  readonly name: string;
  readonly state: Badge;
  readonly day: string;
  readonly by: string;
  readonly responses: string;
  /** First characters of the hash; the whole of it for those who compare. */
  readonly hash: string;
  readonly wholeHash: string;
  readonly note: string | null;
  /** Null for the first version: there is nothing before it. */
  readonly difference: { readonly address: string; readonly text: string; readonly label: string } | null;
}

export interface HistoryView {
  readonly frame: FrameView;
  readonly done: string | null;
  readonly draft: {
    readonly title: string;
    readonly state: Badge;
    readonly text: string;
    readonly difference: string | null;
    readonly review: { readonly address: string; readonly text: string } | null;
  };
  readonly versions: readonly VersionRow[];
  /** Closing or opening the newest version; null for those who only read, or before the first. */
  readonly taking: {
    readonly title: string;
    readonly text: string;
    readonly button: string;
    readonly address: string;
    readonly version: number;
  } | null;
  readonly events: readonly { readonly when: string; readonly text: string }[];
}

export interface History {
  readonly desk: Desk;
  readonly responses: ReadonlyMap<VersionId, number>;
  readonly events: readonly VersionEvent[];
  readonly done: Done | undefined;
}

/** Screen "Historia": the draft, every published version, and who did what when. */
export const presentHistory = (
  translator: Translator,
  actor: Actor,
  { desk, responses, events, done }: History,
): HistoryView => {
  const { t } = translator;
  const [latest] = desk.versions;
  return {
    frame: presentFrame(translator, desk, actor, 'wersje'),
    done: done === undefined ? null : t(`versions:done.${done}`, { version: latest?.version ?? 0 }),
    draft: presentDraft(translator, actor, desk),
    versions: desk.versions.map((version, at) =>
      presentRow(translator, version, {
        follower: desk.versions[at - 1],
        before: desk.versions[at + 1],
        responses: responses.get(version.id) ?? 0,
      }),
    ),
    taking: latest === undefined || !mayWrite(actor) ? null : presentTaking(translator, latest),
    events: events.map(({ kind, version, by, at }) => ({
      when: momentOf(translator, at),
      text: t(`versions:event.${kind}`, { version, by }),
    })),
  };
};

const momentOf = ({ t, format }: Translator, at: Date): string =>
  t('versions:moment', { day: format.shortDay(dayOf(at)), time: format.time(at) });

const presentDraft = (translator: Translator, actor: Actor, { draft, versions }: Desk): HistoryView['draft'] => {
  const { t } = translator;
  const { definition, state } = draft;
  const [latest] = versions;
  const count = latest === undefined ? null : compareVersions(latest.definition, definition).length;
  const isInReview = state === 'in-review';
  return {
    title: t('versions:draft.title', { version: definition.version }),
    state: isInReview
      ? { text: t('versions:state.in-review'), tone: 'badge-info', icon: 'message-square' }
      : { text: t('versions:state.draft'), tone: '', icon: 'pencil' },
    text: count === null ? t('versions:draft.first') : t('versions:draft.changes', { count }),
    difference: count === null || count === 0 ? null : differenceAddress(draft, definition.version),
    review: mayWrite(actor)
      ? {
          address: `${historyAddress(draft)}/${isInReview ? 'cofniecie' : 'uwagi'}`,
          text: t(isInReview ? 'versions:draft.take-back' : 'versions:draft.send'),
        }
      : null,
  };
};

interface Neighbours {
  readonly follower: PublishedVersion | undefined;
  readonly before: PublishedVersion | undefined;
  readonly responses: number;
}

const presentRow = (
  translator: Translator,
  version: PublishedVersion,
  { follower, before, responses }: Neighbours,
): VersionRow => {
  const { t, format } = translator;
  return {
    name: t('versions:version', { version: version.version }),
    state: presentState(translator, version, follower),
    day: format.day(dayOf(version.publishedAt)),
    by: version.publishedBy ?? t('versions:by-program'),
    responses: format.integer(responses),
    hash: version.hash.slice(0, 8),
    wholeHash: version.hash,
    note: version.note,
    difference:
      before === undefined
        ? null
        : {
            address: differenceAddress(version, version.version),
            text: t('versions:see-difference'),
            label: t('versions:see-difference-of', { version: version.version, before: before.version }),
          },
  };
};

const presentState = (
  { t, format }: Translator,
  { closedAt }: PublishedVersion,
  follower: PublishedVersion | undefined,
): Badge => {
  if (follower !== undefined)
    return { text: t('versions:state.replaced', { version: follower.version }), tone: '', icon: 'archive' };
  if (closedAt !== null)
    return {
      text: t('versions:state.closed', { day: format.dayOfMonth(dayOf(closedAt)) }),
      tone: 'badge-warn',
      icon: 'lock',
    };
  return { text: t('versions:state.published'), tone: 'badge-ok', icon: 'check' };
};

const presentTaking = ({ t }: Translator, latest: PublishedVersion): HistoryView['taking'] => {
  const act = latest.closedAt === null ? 'close' : 'open';
  const { version } = latest;
  return {
    title: t(`versions:taking.${act}.title`, { version }),
    text: t(`versions:taking.${act}.text`, { version }),
    button: t(`versions:taking.${act}.button`, { version }),
    address: `${historyAddress(latest)}/${act === 'close' ? 'zamkniecie' : 'otwarcie'}`,
    version,
  };
};
