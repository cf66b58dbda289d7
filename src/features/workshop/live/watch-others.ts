import type { MeetingId } from '../domain';
import type { LiveHub } from './hub';

export interface WatchNeeds {
  readonly hub: LiveHub;
  /** Counters that grow with every change, in whichever process. */
  readonly editionsOf: (id: MeetingId) => Promise<{ readonly board: number; readonly tally: number }>;
}

const EVERY_MS = 500;

/** Looks for changes that other processes made in meetings that are watched in this one. @returns what ends it */
export const watchOthers = ({ hub, editionsOf }: WatchNeeds): (() => void) => {
  const known = new Map<MeetingId, { readonly board: number; readonly tally: number }>();
  const look = async (): Promise<void> => {
    const watched = new Set(hub.meetings());
    for (const id of known.keys()) if (!watched.has(id)) known.delete(id);
    for (const id of watched) {
      const now = await editionsOf(id);
      const before = known.get(id);
      known.set(id, now);
      if (before !== undefined && before.board !== now.board) hub.changed(id, 'board');
      else if (before !== undefined && before.tally !== now.tally) hub.changed(id, 'tally');
    }
  };
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void look()
      // The store is away for a moment: the next look finds what this one missed.
      .catch(() => undefined)
      .finally(() => {
        isLooking = false;
      });
  }, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
};
