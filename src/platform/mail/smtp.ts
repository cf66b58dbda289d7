import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { oneLine } from './address';
import type { Letter, Mailbox } from './letter';

/** The server that takes letters on. */
export interface MailServer {
  /** `smtp://` or `smtps://`, with name and password where the server asks for them. */
  readonly url: string;
  readonly from: Mailbox;
}

/** What became of a letter, in the words of the server where it was not taken. */
export type Outcome =
  | { readonly kind: 'sent' }
  /** For good. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** This letter, now. */
  | { readonly kind: 'later'; readonly reason: string }
  /** Every letter, now: it is away, or does not let us in. */
  | { readonly kind: 'server'; readonly reason: string };

export interface Sender {
  readonly send: (letter: Letter, signal: AbortSignal) => Promise<Outcome>;
  /** Hangs up. */
  readonly close: () => void;
}

const CONNECT_MS = 20_000;
const SILENCE_MS = 30_000;
/** Servers hang up on those who say nothing; we do so first. */
const IDLE_MS = 10_000;
const LETTERS_A_CONNECTION = 50;

/** One connection at a time: servers of small institutions count them. */
export const connectBySmtp = ({ url, from }: MailServer): Sender => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    maxMessages: LETTERS_A_CONNECTION,
    // A letter whose connection broke is sent again by us, who know what the outbox says of it.
    ...{ maxRequeues: 0, idleTimeout: IDLE_MS },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    requireTLS: sendsSecretsAbroad(url),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: (letter, signal) =>
      transport.sendMail({ ...toMessage(letter, from), ...{ signal } }).then(
        () => ({ kind: 'sent' }) as const,
        (error: unknown) => judge(error),
      ),
    close: () => {
      transport.close();
    },
  };
};

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** A password leaves this machine only enciphered, unless the address of the server says otherwise (`?ignoreTLS=true`). */
const sendsSecretsAbroad = (url: string): boolean => {
  const { protocol, password, hostname, searchParams } = new URL(url);
  return (
    protocol === 'smtp:' && password !== '' && !LOOPBACK.test(hostname) && searchParams.get('ignoreTLS') !== 'true'
  );
};

const KEY_DIGITS = 32;

/** The same for the same letter: one that was sent twice after a crash is recognised as one. */
const messageIdOf = (key: string, from: Mailbox): string => {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, KEY_DIGITS);
  return `<${digest}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`;
};

const toMessage = ({ key, to, subject, text, calendar, attachments = [], replyTo }: Letter, from: Mailbox) => ({
  from: clean(from),
  to: clean(to),
  ...(replyTo && { replyTo: clean(replyTo) }),
  subject: oneLine(subject),
  text,
  messageId: messageIdOf(key, from),
  headers: { 'Auto-Submitted': 'auto-generated' },
  ...(calendar && { icalEvent: { method: calendar.method, filename: 'spotkanie.ics', content: calendar.content } }),
  attachments: attachments.map(({ name, type, content }) => ({
    filename: oneLine(name),
    contentType: oneLine(type),
    content,
  })),
});

const clean = ({ name, address }: Mailbox) => ({ name: oneLine(name), address: oneLine(address) });

interface SmtpError {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
}

const LONGEST_REASON = 300;
const SHUTTING_DOWN = 421;
const PERMANENT = 500;

/** Refused is what was refused of this letter: its addressee or its content. All else may go well later. */
const judge = (error: unknown): Outcome => {
  const { code, command, responseCode, response } = error as SmtpError;
  const words = typeof response === 'string' ? response : error instanceof Error ? error.message : String(error);
  const reason = oneLine(words).slice(0, LONGEST_REASON);
  const answer = typeof responseCode === 'number' ? responseCode : 0;
  const isAboutLetter = (code === 'EENVELOPE' || code === 'EMESSAGE') && answer !== SHUTTING_DOWN;
  if (!isAboutLetter) return { kind: 'server', reason };
  const isOurs = command === 'MAIL FROM';
  return { kind: answer >= PERMANENT && !isOurs ? 'refused' : 'later', reason };
};
