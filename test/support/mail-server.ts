import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** The whole message as it came. */
  readonly raw: string;
}

export interface TestMailServer {
  readonly url: string;
  readonly port: number;
  readonly received: readonly Received[];
  /** Waits until so many letters came. */
  readonly wait: (count: number) => Promise<readonly Received[]>;
  readonly close: () => Promise<void>;
}

export interface MailServerRules {
  readonly port?: number;
  /** What the server says of an addressee: a reply code and words, or nothing against it. */
  readonly refuse?: (address: string) => { readonly code: number; readonly words: string } | undefined;
  /** Runs when a letter is whole, before the server says that it took it. */
  readonly onTaken?: (letter: Received) => Promise<void> | void;
  readonly login?: { readonly user: string; readonly password: string };
}

/** A mail server that keeps what it is given. */
export const startMailServer = async (rules: MailServerRules = {}): Promise<TestMailServer> => {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: rules.login === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: rules.login === undefined,
    closeTimeout: 500,
    onAuth: ({ username, password }, _session, done) => {
      const isRight = username === rules.login?.user && password === rules.login?.password;
      done(isRight ? null : new Error('Invalid username or password'), isRight ? { user: username } : undefined);
    },
    onRcptTo: ({ address }, _session, done) => {
      const refusal = rules.refuse?.(address);
      done(refusal === undefined ? null : Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    },
    onData: (stream, session, done) => {
      void textOf(stream).then(async (raw) => {
        const letter = { ...envelopeOf(session), raw };
        received.push(letter);
        await rules.onTaken?.(letter);
        done();
      });
    },
  });
  // Clients that are cut off in the middle are what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(rules.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    wait: (count) => until(() => (received.length >= count ? received : undefined)),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
};

const textOf = async (stream: AsyncIterable<unknown>): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

const envelopeOf = ({ envelope }: SMTPServerSession) => ({
  from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
  to: envelope.rcptTo.map(({ address }) => address),
});

const LONGEST_WAIT_MS = 30_000;

/** Asks again and again until there is an answer. */
export const until = async <Answer>(ask: () => Answer | undefined | Promise<Answer | undefined>): Promise<Answer> => {
  const end = Date.now() + LONGEST_WAIT_MS;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('What the test waited for did not happen');
};

const HEADER = (name: string): RegExp => new RegExp(`^${name}: ((?:.*)(?:\\r\\n[ \\t].*)*)`, 'im');

/** A header of the message itself, unfolded; null when there is none. */
export const headerOf = (raw: string, name: string): string | null => {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
  return (
    HEADER(name)
      .exec(head)?.[1]
      ?.replaceAll(/\r\n[ \t]/g, ' ') ?? null
  );
};

/** A header as people read it: encoded words are decoded. */
export const readableHeaderOf = (raw: string, name: string): string =>
  (headerOf(raw, name) ?? '')
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : fromQuoted(text.replaceAll('_', ' ')),
    );

const fromQuoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** The part of a message with this type, decoded; undefined when there is none. */
export const partOf = (raw: string, type: string): string | undefined => {
  const boundary = /boundary="?([^";\r\n]+)"?/gi;
  const marks = [...raw.matchAll(boundary)].map(([, mark]) => `--${mark ?? ''}`);
  const parts =
    marks.length === 0 ? [raw] : marks.reduce((texts, mark) => texts.flatMap((text) => text.split(mark)), [raw]);
  const part = parts
    .map((text) => text.replace(/^\r\n/, ''))
    .find((text) => (headerOf(text, 'Content-Type') ?? '').startsWith(type));
  if (part === undefined) return undefined;
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  const encoding = (headerOf(part, 'Content-Transfer-Encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? fromQuoted(body) : body;
};
