import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { systemClock, type Clock } from '../../src/platform/clock';
import {
  createMail,
  isMailAddress,
  oneLine,
  readMailbox,
  type Delivery,
  type Letter,
  type Outbox,
  type Pace,
} from '../../src/platform/mail';
import { connectBySmtp } from '../../src/platform/mail/smtp';
import { createOutboxStore } from '../../src/platform/mail/store';
import { openStorage, type Storage } from '../../src/platform/storage';
import { ownDatabase } from '../support/database';
import {
  headerOf,
  partOf,
  readableHeaderOf,
  startMailServer,
  until,
  type MailServerRules,
  type TestMailServer,
} from '../support/mail-server';

const FROM = { name: 'ROPS w Kielcach', address: 'badania@rops.example' };
const FAST: Pace = {
  idleMs: 20,
  betweenMs: 1,
  againMs: [30],
  serverMs: [30],
  deadlineMs: 5_000,
  leaseMs: 10_000,
  stopMs: 200,
};
const silent = { warn: () => undefined, error: () => undefined };

let folder: string;
let storage: Storage;
let server: TestMailServer;
let running: Delivery[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'es-'));
  const mongodbUri = ownDatabase();
  storage = await openStorage({ dataDir: folder, ...(mongodbUri === undefined ? {} : { mongodbUri }) });
  await createOutboxStore(storage.connection).ensureIndexes();
});
afterEach(async () => {
  await Promise.all(running.map((delivery) => delivery.stop()));
  running = [];
  await server.close();
  await storage.connection.collection('letters').deleteMany({});
});
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

const serve = async (rules: MailServerRules = {}): Promise<void> => {
  server = await startMailServer(rules);
};
const mailOf = (clock: Clock = systemClock, url = server.url): Outbox =>
  createMail({ connection: storage.connection, clock, server: { url, from: FROM } });
const start = (mail: Outbox, pace: Partial<Pace> = {}): Delivery => {
  const delivery = mail.start(silent, { ...FAST, ...pace });
  running.push(delivery);
  return delivery;
};
const letter = (key: string, more: Partial<Letter> = {}): Letter => ({
  key,
  to: { name: 'Ewa Nowicka', address: `${key}@owes.example` },
  subject: 'Zaproszenie na spotkanie',
  text: 'Dzień dobry,\nzapraszamy.',
  ...more,
});
const settled = (mail: Outbox, keys: readonly string[]) =>
  until(async () => {
    const all = await mail.standingOf(keys);
    return all.every(({ state }) => state !== 'waiting') ? all : undefined;
  });

test('two processes that share an outbox send each letter once', async () => {
  await serve();
  const keys = Array.from({ length: 30 }, (_, at) => `l${at}`);
  await mailOf().queue(keys.map((key) => letter(key)));
  await mailOf().queue(keys.map((key) => letter(key, { text: 'inna treść' })));
  start(mailOf());
  start(mailOf());
  const all = await settled(mailOf(), keys);
  expect(all.map(({ state, sentBy }) => [state, sentBy])).toEqual(keys.map(() => ['sent', 'server']));
  expect(server.received.map(({ to }) => to.join()).sort()).toEqual(keys.map((key) => `${key}@owes.example`).sort());
});

test('a letter says who writes to whom, in UTF-8, and carries its calendar', async () => {
  await serve();
  const content = 'BEGIN:VCALENDAR\r\nSUMMARY:Spotkanie – żółć\r\nEND:VCALENDAR\r\n';
  const mail = mailOf();
  const replyTo = { name: 'Anna Wrona', address: 'anna@badania.example' };
  await mail.queue([letter('a', { calendar: { method: 'REQUEST', content }, replyTo, subject: 'Spotkanie – żółć' })]);
  start(mail);
  const [{ raw, from } = { raw: '', from: '' }] = await server.wait(1);
  expect(from).toBe('badania@rops.example');
  expect(headerOf(raw, 'From')).toBe('ROPS w Kielcach <badania@rops.example>');
  expect(readableHeaderOf(raw, 'Subject')).toBe('Spotkanie – żółć');
  expect(headerOf(raw, 'Reply-To')).toContain('anna@badania.example');
  expect(headerOf(raw, 'Auto-Submitted')).toBe('auto-generated');
  expect(partOf(raw, 'text/plain')?.trim()).toBe('Dzień dobry,\r\nzapraszamy.');
  expect(raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/);
  expect(partOf(raw, 'text/calendar')).toContain('Spotkanie – żółć');
  expect(raw).toContain('spotkanie.ics');
});

test('line breaks in names and subjects begin no header', async () => {
  await serve();
  const mail = mailOf();
  const evil = 'Jan\r\nBcc: ofiara@gmail.example\r\n\r\n<script>';
  await mail.queue([
    letter('a', {
      to: { name: evil, address: 'a@owes.example' },
      subject: `Temat\r\nX-Zly: 1\u2028${evil}`,
      replyTo: { name: evil, address: 'b@owes.example' },
      attachments: [
        { name: 'plik\r\nX-Zly: 2.pdf', type: 'application/pdf\r\nX-Zly: 3', content: Buffer.from('%PDF') },
      ],
    }),
  ]);
  start(mail);
  const [{ raw, to } = { raw: '', to: [] }] = await server.wait(1);
  expect(to).toEqual(['a@owes.example']);
  const lines = raw.split('\r\n');
  expect(lines.filter((line) => /^(bcc|x-zly)/i.test(line))).toEqual([]);
  expect(headerOf(raw, 'Bcc')).toBeNull();
  expect((await mail.standingOf(['a']))[0]?.name).toBe('Jan Bcc: ofiara@gmail.example <script>');
});

test.each([
  'bez-malpy',
  'a@b@c.example',
  'a@b.example, c@d.example',
  'a@b.example\r\nBcc: c@d.example',
  '<a@b.example>',
  '',
])('an address that is none is kept with its fault and nothing is sent: %j', async (address) => {
  await serve();
  const mail = mailOf();
  await mail.queue([letter('zly', { to: { name: 'Jan', address } }), letter('dobry')]);
  start(mail);
  await server.wait(1);
  const [good, bad] = await settled(mail, ['zly', 'dobry']);
  expect([good?.state, bad?.state, bad?.fault]).toEqual(['sent', 'failed', 'address']);
  expect(server.received.map(({ to }) => to)).toEqual([['dobry@owes.example']]);
});

test('an address that the server refuses for good is not tried again until somebody asks for it', async () => {
  let isKnown = false;
  await serve({ refuse: () => (isKnown ? undefined : { code: 550, words: 'No such user here' }) });
  const mail = mailOf();
  await mail.queue([letter('a')]);
  start(mail);
  const [refused] = await settled(mail, ['a']);
  expect([refused?.state, refused?.fault]).toEqual(['failed', 'refused']);
  expect(refused?.reason).toMatch(/^550 .*No such user here/);
  isKnown = true;
  expect(await mail.sendAgain('a')).toBe(true);
  expect(await mail.sendAgain('a')).toBe(false);
  await server.wait(1);
  expect((await settled(mail, ['a']))[0]).toMatchObject({ state: 'sent', fault: null, reason: null });
});

test('a server that asks to come back later is asked again', async () => {
  let asked = 0;
  await serve({ refuse: () => ((asked += 1) < 3 ? { code: 451, words: 'Greylisted' } : undefined) });
  const mail = mailOf();
  await mail.queue([letter('a')]);
  start(mail);
  const waiting = await until(async () => (await mail.standingOf(['a'])).find(({ reason }) => reason !== null));
  expect([waiting.state, waiting.fault]).toEqual(['waiting', 'later']);
  expect(waiting.reason).toMatch(/Greylisted/);
  await server.wait(1);
  expect((await settled(mail, ['a']))[0]?.state).toBe('sent');
  expect(asked).toBe(3);
});

test('while the server is away letters wait and say why; when it is back they leave, each once', async () => {
  await serve();
  const { port } = server;
  await server.close();
  const mail = mailOf();
  const keys = ['a', 'b', 'c'];
  await mail.queue(keys.map((key) => letter(key)));
  start(mail);
  const waiting = await until(async () => (await mail.standingOf(keys)).find(({ fault }) => fault !== null));
  expect([waiting.state, waiting.fault]).toEqual(['waiting', 'server']);
  expect(waiting.reason).toMatch(/ECONNREFUSED/);
  await serve({ port });
  await settled(mail, keys);
  expect(server.received.map(({ to }) => to.join()).sort()).toEqual(keys.map((key) => `${key}@owes.example`));
});

test('a wrong password keeps letters waiting: it is no fault of theirs', async () => {
  await serve({ login: { user: 'rops', password: 'dobre' } });
  const mail = mailOf(systemClock, server.url.replace('//', '//rops:zle@'));
  await mail.queue([letter('a')]);
  start(mail);
  const waiting = await until(async () => (await mail.standingOf(['a'])).find(({ fault }) => fault !== null));
  expect([waiting.state, waiting.fault]).toEqual(['waiting', 'server']);
  expect(waiting.reason).not.toContain('zle');
  start(mailOf(systemClock, server.url.replace('//', '//rops:dobre@')));
  await server.wait(1);
});

test('a process that is killed after the server took a letter leaves it waiting; it comes once more with the same Message-ID', async () => {
  await serve();
  const mail = mailOf();
  await mail.queue([letter('a')]);
  const outbox = createOutboxStore(storage.connection);
  const now = new Date();
  const claimed = await outbox.claim(now, 'zabity', new Date(now.getTime() + 300));
  const sender = connectBySmtp({ url: server.url, from: FROM });
  expect(await sender.send(claimed?.letter ?? letter('-'), AbortSignal.timeout(5_000))).toEqual({ kind: 'sent' });
  sender.close();
  // Here the process dies: nothing is marked. The lease is what others wait for.
  expect((await mail.standingOf(['a']))[0]?.state).toBe('waiting');
  expect(await outbox.claim(now, 'inny', now)).toBeUndefined();
  start(mail);
  const [first, second] = await server.wait(2);
  expect((await settled(mail, ['a']))[0]?.state).toBe('sent');
  expect(headerOf(first?.raw ?? '', 'Message-ID')).toMatch(/^<[0-9a-f]{32}@rops\.example>$/);
  expect(headerOf(second?.raw ?? '', 'Message-ID')).toBe(headerOf(first?.raw ?? '', 'Message-ID'));
  expect(server.received).toHaveLength(2);
});

test('a stop waits for the letter under way; one that takes too long is cut off and waits', async () => {
  let takesMs = 100;
  await serve({ onTaken: () => new Promise((resolve) => setTimeout(resolve, takesMs)) });
  const mail = mailOf();
  await mail.queue([letter('a'), letter('b'), letter('c')]);
  const first = start(mail);
  await server.wait(1);
  await first.stop();
  expect((await mail.standingOf(['a', 'b', 'c'])).filter(({ state }) => state === 'sent')).toHaveLength(1);
  takesMs = 2_000;
  const second = start(mail);
  await server.wait(2);
  await second.stop();
  const all = await mail.standingOf(['a', 'b', 'c']);
  expect(all.filter(({ state }) => state === 'sent')).toHaveLength(1);
  expect(all.filter(({ state }) => state === 'waiting')).toHaveLength(2);
});

test('letters that waited too long are let go, not sent all at once when mail is set months later', async () => {
  await serve();
  let at = new Date('2026-11-02T10:00:00Z');
  const clock = { now: () => at };
  const unset = createMail({ connection: storage.connection, clock });
  expect([unset.isSet, unset.from]).toEqual([false, null]);
  await unset.queue([letter('stary'), letter('spotkanie', { expiresAt: new Date('2026-11-03T10:00:00Z') })]);
  at = new Date('2027-02-01T10:00:00Z');
  await unset.queue([letter('nowy')]);
  const mail = mailOf(clock);
  start(mail);
  await settled(mail, ['stary', 'spotkanie', 'nowy']);
  expect(server.received.map(({ to }) => to.join())).toEqual(['nowy@owes.example']);
  expect((await mail.standingOf(['stary', 'spotkanie'])).map(({ state, fault }) => [state, fault])).toEqual([
    ['failed', 'expired'],
    ['failed', 'expired'],
  ]);
});

test('a letter that somebody handed over is not sent', async () => {
  await serve();
  const unset = createMail({ connection: storage.connection, clock: systemClock });
  await unset.queue([letter('a'), letter('b')]);
  expect(await unset.read('a')).toMatchObject({ text: 'Dzień dobry,\nzapraszamy.', calendar: null });
  expect(await unset.settleByHand('a')).toBe(true);
  expect(await unset.settleByHand('a')).toBe(false);
  start(mailOf());
  const all = await settled(unset, ['a', 'b']);
  expect(all.map(({ key, sentBy }) => [key, sentBy])).toEqual([
    ['a', 'hand'],
    ['b', 'server'],
  ]);
  expect(server.received).toHaveLength(1);
});

test('after ninety days what was written is erased; that it was written stays', async () => {
  await serve();
  let at = new Date('2026-11-02T10:00:00Z');
  const mail = mailOf({ now: () => at });
  await mail.queue([
    letter('a', {
      calendar: { method: 'REQUEST', content: 'x' },
      attachments: [{ name: 'p', type: 't/t', content: Buffer.from('y') }],
    }),
  ]);
  expect((await mail.read('a'))?.attachments[0]?.content).toEqual(Buffer.from('y'));
  await mail.settleByHand('a');
  at = new Date('2027-01-30T10:00:00Z');
  await mail.sweep();
  expect((await mail.read('a'))?.text).toContain('zapraszamy');
  at = new Date('2027-02-01T10:00:00Z');
  await mail.sweep();
  expect(await mail.read('a')).toMatchObject({
    text: null,
    calendar: null,
    attachments: [],
    state: 'sent',
    subject: 'Zaproszenie na spotkanie',
  });
  expect(await mail.sendAgain('a')).toBe(false);
});

test('what strangers type never makes a second line, and what counts as an address holds nothing that ends one', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}\u2028\u2029]/u.test(oneLine(text))));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !isMailAddress(text) || !/[\s<>,;]/u.test(text)));
  expect(readMailbox('ROPS w Kielcach <badania@rops.example>')).toEqual(FROM);
  expect(readMailbox('badania@rops.example')).toEqual({ name: '', address: 'badania@rops.example' });
  expect(['', 'ROPS', '<a@b.example', 'a@b.example <c@d.example> x'].map(readMailbox)).toEqual(
    Array(4).fill(undefined),
  );
});
