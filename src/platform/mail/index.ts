import type { Clock } from '../clock';
import type { Logger } from '../log';
import type { Connection } from '../storage';
import { isMailAddress } from './address';
import { PACE, startDelivery, type Delivery, type Pace } from './deliver';
import type { KeptLetter, Letter, LetterStanding, LetterState, Mailbox } from './letter';
import { connectBySmtp, type MailServer } from './smtp';
import { createOutboxStore } from './store';

export { isMailAddress, oneLine, readMailbox } from './address';
export type { Delivery, Pace } from './deliver';
export type { Attachment, KeptLetter, Letter, LetterFault, LetterStanding, LetterState, Mailbox } from './letter';
export type { MailServer } from './smtp';

/** Letters are kept before they are sent: a stop of the application or of the mail server loses none. */
export interface Mail {
  /** Call once before the first request. */
  readonly ensureIndexes: () => Promise<void>;
  /** False while no mail server is set: letters then wait. */
  readonly isSet: boolean;
  readonly queue: (letters: readonly Letter[]) => Promise<void>;
  /** Of those letters that were queued. */
  readonly standingOf: (keys: readonly string[]) => Promise<readonly LetterStanding[]>;
  /** Of all letters that belong to something, oldest first. */
  readonly standingsAbout: (about: string) => Promise<readonly LetterStanding[]>;
  /** Letters that still wait are not sent any more: others took their place. */
  readonly withdraw: (keys: readonly string[]) => Promise<void>;
}

/** What people see who look after the letters. */
export interface Outbox extends Mail {
  /** Whose letters they are; null while no mail server is set. */
  readonly from: Mailbox | null;
  /** Newest first. */
  readonly page: (state: LetterState, skip: number, limit: number) => Promise<readonly LetterStanding[]>;
  readonly count: (state: LetterState) => Promise<number>;
  readonly read: (key: string) => Promise<KeptLetter | undefined>;
  /** One that was not sent is tried once more. False when it is no such letter. */
  readonly sendAgain: (key: string) => Promise<boolean>;
  /** Somebody handed it over. False when it was sent meanwhile, or is being sent. */
  readonly settleByHand: (key: string) => Promise<boolean>;
  /** Lets letters go that nobody needs any more, and erases what was written in old ones. Repeatable. */
  readonly sweep: () => Promise<void>;
  /** Begins to send what waits; nothing without a mail server. */
  readonly start: (log: Pick<Logger, 'warn' | 'error'>, pace?: Pace) => Delivery;
}

export interface MailNeeds {
  readonly connection: Connection;
  readonly clock: Clock;
  /** Absent: letters wait. */
  readonly server?: MailServer | undefined;
}

const DAY_MS = 86_400_000;
const WAITS_DAYS = 14;
const AGAIN_DAYS = 3;
const KEPT_DAYS = 90;

export const createMail = ({ connection, clock, server }: MailNeeds): Outbox => {
  const store = createOutboxStore(connection);
  const inDays = (days: number): Date => new Date(clock.now().getTime() + days * DAY_MS);
  let delivery: Delivery | undefined;
  return {
    ensureIndexes: store.ensureIndexes,
    isSet: server !== undefined,
    from: server?.from ?? null,
    queue: async (letters) => {
      for (const letter of letters) {
        const { expiresAt = inDays(WAITS_DAYS) } = letter;
        await store.add({ ...letter, expiresAt }, clock.now(), isMailAddress(letter.to.address) ? null : 'address');
      }
      delivery?.wake();
    },
    standingOf: store.standingOf,
    standingsAbout: store.standingsAbout,
    withdraw: (keys) => store.withdraw(keys, clock.now()),
    page: store.page,
    count: store.count,
    read: store.find,
    sendAgain: async (key) => {
      const isWaiting = await store.waitAgain(key, clock.now(), inDays(AGAIN_DAYS));
      if (isWaiting) delivery?.wake();
      return isWaiting;
    },
    settleByHand: (key) => store.settleByHand(key, clock.now()),
    sweep: async () => {
      await store.expire(clock.now());
      await store.erase(inDays(-KEPT_DAYS), clock.now());
    },
    start: (log, pace = PACE) => {
      if (server === undefined) return { wake: () => undefined, stop: () => Promise.resolve() };
      delivery = startDelivery({ outbox: store, sender: connectBySmtp(server), clock, log, pace });
      return delivery;
    },
  };
};
