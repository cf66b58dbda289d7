import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { Logger } from '../log';
import type { Claimed, OutboxStore } from './store';
import type { Outcome, Sender } from './smtp';

/** How fast letters go out. Nothing of it is a promise to anybody. */
export interface Pace {
  /** Between looks into an empty outbox. */
  readonly idleMs: number;
  /** Between two letters: small servers refuse those who hurry. */
  readonly betweenMs: number;
  /** Until a letter is tried again, from the first try on; the last one is for all that follow. */
  readonly againMs: readonly number[];
  /** Until a server that is away is asked again, likewise. */
  readonly serverMs: readonly number[];
  /** A letter that takes longer is given up for now. */
  readonly deadlineMs: number;
  /** For so long a letter belongs to who took it up; longer than the deadline. */
  readonly leaseMs: number;
  /** A stop waits for the letter under way for so long. */
  readonly stopMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
export const PACE: Pace = {
  idleMs: 5 * SECOND,
  betweenMs: SECOND,
  againMs: [1, 5, 15, 60, 180, 360].map((minutes) => minutes * MINUTE),
  serverMs: [10 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE],
  deadlineMs: 90 * SECOND,
  leaseMs: 3 * MINUTE,
  stopMs: 3 * SECOND,
};

export interface DeliveryNeeds {
  readonly outbox: OutboxStore;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  readonly pace: Pace;
}

export interface Delivery {
  /** There is something new in the outbox. */
  readonly wake: () => void;
  /** Takes up no other letter, and waits a while for the one under way. One that is cut off waits in the outbox. */
  readonly stop: () => Promise<void>;
}

const pauseOf = (pauses: readonly number[], tries: number): number =>
  pauses[Math.min(tries, pauses.length) - 1] ?? pauses.at(-1) ?? 0;

/** Sends letter after letter, as long as it is not stopped; in several processes at once where they share an outbox. */
export const startDelivery = (needs: DeliveryNeeds): Delivery => {
  const { pace, sender, log } = needs;
  const cutOff = new AbortController();
  const sleeper = createSleeper();
  let isStopped = false;
  let failures = 0;
  const run = async (): Promise<void> => {
    while (!isStopped) {
      const done = await sendNext(needs, cutOff.signal).catch((error: unknown) => {
        if (!isStopped) log.error({ err: error }, 'the outbox cannot be read');
        return 'server' as const;
      });
      failures = done === 'server' ? failures + 1 : done === 'nothing' ? failures : 0;
      if (done === 'server') log.warn({ failures }, 'letters wait: the mail server cannot be used');
      const pause =
        done === 'server' ? pauseOf(pace.serverMs, failures) : done === 'nothing' ? pace.idleMs : pace.betweenMs;
      await sleeper.sleep(pause, () => isStopped);
    }
  };
  const running = run();
  return {
    wake: sleeper.wake,
    stop: async () => {
      isStopped = true;
      sleeper.wake();
      await Promise.race([running, after(pace.stopMs)]);
      cutOff.abort();
      await running;
      sender.close();
    },
  };
};

const after = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

const createSleeper = () => {
  let wakeUp: (() => void) | undefined;
  return {
    wake: (): void => wakeUp?.(),
    sleep: (ms: number, isOver: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        if (isOver()) {
          resolve();
          return;
        }
        const timer = setTimeout(resolve, ms);
        timer.unref();
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
};

const sendNext = async (needs: DeliveryNeeds, stopped: AbortSignal): Promise<Outcome['kind'] | 'nothing'> => {
  const { outbox, sender, clock, pace } = needs;
  const now = clock.now();
  await outbox.expire(now);
  const claimed = await outbox.claim(now, randomUUID(), new Date(now.getTime() + pace.leaseMs));
  if (claimed === undefined) return 'nothing';
  const deadline = AbortSignal.any([stopped, AbortSignal.timeout(pace.deadlineMs)]);
  const outcome = await sender.send(claimed.letter, deadline);
  // Cut off by the stop: whether the server took it nobody knows. The lease ends by itself, and it is sent with the same Message-ID.
  if (outcome.kind !== 'sent' && stopped.aborted) return 'nothing';
  await settle(needs, claimed, outcome);
  return outcome.kind;
};

const settle = async ({ outbox, clock, pace }: DeliveryNeeds, claimed: Claimed, outcome: Outcome): Promise<void> => {
  const now = clock.now();
  switch (outcome.kind) {
    case 'sent':
      return outbox.markSent(claimed, now);
    case 'refused':
      return outbox.markRefused(claimed, outcome.reason, now);
    case 'later':
    case 'server': {
      const pauses = outcome.kind === 'server' ? pace.serverMs : pace.againMs;
      const dueAt = new Date(now.getTime() + pauseOf(pauses, claimed.attempts));
      return outbox.putOff(claimed, { fault: outcome.kind, reason: outcome.reason, dueAt });
    }
  }
};
