/** Somebody with an address. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A letter to one person. */
export interface Letter {
  /** The same letter queued again is not sent again: `zaproszenie:<meeting>:<member>:<edition>`. */
  readonly key: string;
  readonly to: Mailbox;
  readonly subject: string;
  /** Plain text, lines divided by `\n`. */
  readonly text: string;
  /** An invitation that calendars understand. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
  readonly attachments?: readonly Attachment[];
  /** What it belongs to, for those who look for its letters: `spotkanie:<meeting>`. */
  readonly about?: string;
  /** Who reads the answer; absent: the address that letters are sent from. */
  readonly replyTo?: Mailbox;
  /** After this moment it is of no use any more and is not sent; absent: two weeks after it was queued. */
  readonly expiresAt?: Date;
}

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

export type LetterState = 'waiting' | 'sent' | 'failed';

/**
 * Why a letter waits longer, or was not sent. The mail server cannot be used (`server`), or asked to try later (`later`); it refused for
 * good (`refused`); the address is none (`address`); nobody sent it in time (`expired`); another letter took its place (`withdrawn`).
 */
export type LetterFault = 'server' | 'later' | 'refused' | 'address' | 'expired' | 'withdrawn';

export interface LetterStanding {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly state: LetterState;
  /** What the mail server said of a letter that could not be sent. */
  readonly reason: string | null;
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
  readonly name: string;
  readonly fault: LetterFault | null;
  /** Sent by this application, or handed over by a person; null while it was not sent. */
  readonly sentBy: 'server' | 'hand' | null;
}

/** A letter as it is kept, for those who send it by hand. Its text is null once it was erased. */
export interface KeptLetter extends LetterStanding {
  readonly text: string | null;
  readonly calendar: string | null;
  readonly attachments: readonly Attachment[];
}
