import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runApplication as run } from '../support/process';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'es-process-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

test('a first start prints the address, both questionnaires, a sign-in for each role and the password; a later start keeps it', async () => {
  const first = run({ DATA_DIR: dataDir });
  await first.says(/password: \S{12,}/);
  for (const line of [
    '/a/demonstracja-klienci-owes',
    '/a/demonstracja-partnerzy-rops',
    'administrator@demo.example',
    'ewaluator@',
    'dyrektor@',
    'koordynator-polnoc@',
    'koordynator-poludnie@',
  ])
    expect(first.printed()).toContain(line);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  const second = run({ DATA_DIR: dataDir });
  await second.says(/password: the one printed at the first start/);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);

  const third = run({ DATA_DIR: dataDir, DEMO_PASSWORD: 'inne-dlugie-haslo' });
  await third.says(/password: inne-dlugie-haslo/);
  third.child.kill('SIGTERM');
  expect(await third.ended).toBe(0);
}, 60_000);

test('without the demonstration it starts empty, and health says that storage is writable', async () => {
  const empty = run({ DATA_DIR: dataDir, DEMO: '0' });
  const address = await empty.says(/Ewaluacja ES: (\S+)/);
  const reply = await fetch(`${address}/healthz`);
  expect([reply.status, await reply.json()]).toEqual([200, { status: 'ok', storage: 'writable' }]);
  expect(empty.printed()).not.toContain('demo.example');
  empty.child.kill('SIGTERM');
  expect(await empty.ended).toBe(0);
});

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).map(Number);

// The store's process is found in /proc, which only Linux has.
(process.platform === 'linux' ? test : test.skip)(
  'while the store does not answer, health says 503 within three seconds, and 200 when it answers again',
  async () => {
    const running = run({ DATA_DIR: dataDir, DEMO: '0' });
    const address = await running.says(/Ewaluacja ES: (\S+)/);
    const [store = 0] = childrenOf(running.child.pid ?? 0);
    process.kill(store, 'SIGSTOP');
    const before = performance.now();
    const refused = await fetch(`${address}/healthz`);
    expect([refused.status, await refused.json()]).toEqual([503, { status: 'unavailable', storage: 'not writable' }]);
    expect(performance.now() - before).toBeLessThan(3_000);
    process.kill(store, 'SIGCONT');
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
  },
);

test('a stop ends within five seconds even while a slow visitor holds a connection', async () => {
  const running = run({ DATA_DIR: dataDir, DEMO: '0' });
  const address = new URL(await running.says(/Ewaluacja ES: (\S+)/));
  const { connect } = await import('node:net');
  const socket = connect(Number(address.port), address.hostname);
  socket.on('error', () => undefined);
  socket.write(
    'POST /logowanie HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nemail=',
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = performance.now();
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  expect(performance.now() - before).toBeLessThan(5_000);
  socket.destroy();
});

test('wrong settings are printed together and nothing starts', async () => {
  const refused = run({ DATA_DIR: dataDir, PORT: 'http', DEMO: 'yes' });
  expect(await refused.ended).toBe(2);
  expect(refused.printed()).toMatch(/PORT must be a whole number[\s\S]*DEMO must be 0 or 1/);
});

test('a second application on the same data is refused with a sentence that names the first', async () => {
  const first = run({ DATA_DIR: dataDir, DEMO: '0' });
  await first.says(/Ewaluacja ES: (\S+)/);
  const second = run({ DATA_DIR: dataDir, DEMO: '0' });
  expect(await second.ended).toBe(1);
  expect(second.printed()).toContain(String(first.child.pid));
  first.child.kill('SIGTERM');
  await first.ended;
});
