import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../src/embedded-mongo';
import { startTimeOf } from '../../src/embedded-mongo/supervisor/process-identity';
import { runStore, temporaryDirectory } from './running-store';

const built = join(__dirname, '../../dist/src/embedded-mongo/index.js');

const isRunning = (pid: number): boolean => startTimeOf(pid) !== null;

const eventually = async (condition: () => boolean | Promise<boolean>): Promise<boolean> => {
  for (let waited = 0; waited < 100; waited++) {
    if (await condition()) return true;
    await sleep(100);
  }
  return false;
};

/** Another program that starts the store, and tells the store's process id. */
const otherProgram = async (dir: string) => {
  const script = `require(${JSON.stringify(built)}).startEmbedded({ dir: ${JSON.stringify(dir)} })
    .then((s) => console.log(s.pid()), (e) => console.log(e.message))`;
  const program = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(program.stdout, 'data')) as [Buffer];
  return { program, said: line.toString().trim() };
};

describe('the data directory', () => {
  it('is open to its owner only', async () => {
    const store = await runStore();
    expect(statSync(store.dir).mode & 0o077).toBe(0);
    await store.close();
  });

  it('belongs to one program: a second is refused with a sentence that names the first', async () => {
    const store = await runStore();
    const { program, said } = await otherProgram(store.dir);
    program.kill();
    expect(said).toContain(`is in use by process ${store.embedded.pid()}, started by process ${process.pid}`);
    await store.close();
  });

  it('is free again after the program was killed, and its store has followed it', async () => {
    const dir = temporaryDirectory();
    const { program, said } = await otherProgram(dir);
    program.kill('SIGKILL');
    const store = await runStore(dir);
    expect([isRunning(Number(said)), await store.db.command({ ping: 1 })]).toEqual([false, { ok: 1 }]);
    await store.close();
  });

  it('is refused when its path is too long for a socket', async () => {
    const dir = join(temporaryDirectory(), 'x'.repeat(100));
    mkdirSync(dir);
    await expect(startEmbedded({ dir })).rejects.toThrow('too long for a socket');
    rmSync(dir, { recursive: true });
  });
});

describe('the store', () => {
  it('is started again when it dies, and clients go on', async () => {
    const sentences: string[] = [];
    const dir = temporaryDirectory();
    const embedded = await startEmbedded({ dir, log: (sentence) => sentences.push(sentence) });
    const client = await new MongoClient(embedded.uri).connect();
    await client.db('test').collection('a').insertOne({ a: 1 });
    const first = embedded.pid();
    process.kill(first, 'SIGKILL');
    expect(await eventually(() => embedded.pid() !== first)).toBe(true);
    expect([await client.db('test').collection('a').countDocuments(), sentences[0]]).toEqual([
      1,
      expect.stringContaining('started again'),
    ]);
    await client.close();
    await embedded.stop();
    rmSync(dir, { recursive: true });
  });

  it('ends with stop, leaves the directory free and finds its data again', async () => {
    const dir = temporaryDirectory();
    const first = await startEmbedded({ dir });
    const client = await new MongoClient(first.uri).connect();
    await client
      .db('test')
      .collection('a')
      .insertMany([{ a: 1 }, { a: 2 }]);
    await client.db('test').collection('a').createIndex({ a: 1 }, { unique: true }, {});
    await client.close();
    await first.stop();
    expect(isRunning(first.pid())).toBe(false);
    const second = await runStore(dir);
    const a = second.db.collection('a');
    expect([await a.countDocuments({ a: 2 }), await a.estimatedDocumentCount(), (await a.indexes()).length]).toEqual([
      1, 2, 2,
    ]);
    await second.close();
  });

  it('ends although clients are still connected', async () => {
    const store = await runStore();
    await store.embedded.stop();
    expect(isRunning(store.embedded.pid())).toBe(false);
    await store.close();
  });
});
