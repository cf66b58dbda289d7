import type { MeetingId } from '../domain';

/** Who is told: the wall of everything, phones of what they show. */
export type Audience = 'wall' | 'phone';

/** `board`: stage, conclusion, proposals, results. `tally`: numbers of votes, which phones do not show. */
export type Change = 'board' | 'tally';

export interface LiveHub {
  /** Tells whoever listens; many changes at once are told once. */
  readonly changed: (meeting: MeetingId, change: Change) => void;
  /** @returns what ends the listening */
  readonly listen: (meeting: MeetingId, audience: Audience, tell: () => void) => () => void;
  /** Meetings that somebody listens to. */
  readonly meetings: () => readonly MeetingId[];
}

/** A picture every so many milliseconds at most: two hundred votes are a few pictures, not two hundred. */
const TOGETHER_MS = 250;
/** After a pause a change is told at once, with those that come in the same breath. */
const BREATH_MS = 20;

interface Room {
  readonly listeners: Map<() => void, Audience>;
  readonly waiting: Set<Audience>;
  timer: NodeJS.Timeout | undefined;
  /** When the last picture was asked for. */
  toldAt: number;
}

/** Tells those who watch a meeting in this process that something changed; they read what it is themselves. */
export const createLiveHub = (): LiveHub => {
  const rooms = new Map<MeetingId, Room>();

  const tellAll = (room: Room): void => {
    room.timer = undefined;
    room.toldAt = performance.now();
    const audiences = new Set(room.waiting);
    room.waiting.clear();
    for (const [tell, audience] of room.listeners) if (audiences.has(audience)) tell();
  };

  return {
    changed: (meeting, change) => {
      const room = rooms.get(meeting);
      if (room === undefined) return;
      room.waiting.add('wall');
      if (change === 'board') room.waiting.add('phone');
      const since = performance.now() - room.toldAt;
      room.timer ??= setTimeout(tellAll, Math.max(BREATH_MS, TOGETHER_MS - since), room);
    },
    listen: (meeting, audience, tell) => {
      const room = rooms.get(meeting) ?? {
        listeners: new Map(),
        waiting: new Set(),
        timer: undefined,
        toldAt: -TOGETHER_MS,
      };
      rooms.set(meeting, room);
      room.listeners.set(tell, audience);
      return () => {
        room.listeners.delete(tell);
        if (room.listeners.size > 0) return;
        clearTimeout(room.timer);
        rooms.delete(meeting);
      };
    },
    meetings: () => [...rooms.keys()],
  };
};
