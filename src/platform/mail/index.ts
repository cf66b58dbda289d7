import type { Clock } from '../clock';
import type { Connection } from '../storage';
import { createOutbox } from './store';

/** A letter to one person. */
export interface Letter {
  /** The same letter queued again is not sent again: `zaproszenie:<meeting>:<member>:<edition>`. */
  readonly key: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Plain text, lines divided by `\n`. */
  readonly text: string;
  /** An invitation that calendars understand. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[];
}

export type LetterState = 'waiting' | 'sent' | 'failed';

export interface LetterStanding {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly state: LetterState;
  /** What the mail server said of a letter that could not be sent. */
  readonly reason: string | null;
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
}

/** Letters are kept before they are sent: a stop of the application or of the mail server loses none. */
export interface Mail {
  /** Call once before the first request. */
  readonly ensureIndexes: () => Promise<void>;
  /** False while no mail server is set: letters then wait. */
  readonly isSet: boolean;
  readonly queue: (letters: readonly Letter[]) => Promise<void>;
  /** Of those letters that were queued. */
  readonly standingOf: (keys: readonly string[]) => Promise<readonly LetterStanding[]>;
}

export interface MailNeeds {
  readonly connection: Connection;
  readonly clock: Clock;
}

export const createMail = ({ connection, clock }: MailNeeds): Mail => {
  const outbox = createOutbox(connection);
  return {
    ensureIndexes: outbox.ensureIndexes,
    isSet: false,
    queue: async (letters) => {
      for (const letter of letters) await outbox.add(letter, clock.now());
    },
    standingOf: outbox.standingOf,
  };
};
