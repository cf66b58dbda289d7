import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Document } from 'bson';
import { serialize } from 'bson';
import { body, frame, isClosed, openSocket, readReply, sequence } from './raw-wire';
import type { RunningStore } from './running-store';
import { runStore } from './running-store';

let store: RunningStore;

beforeAll(async () => {
  store = await runStore();
});
afterAll(() => store.close());

const open = (): Promise<Socket> => openSocket(`${store.dir}/store.sock`);

const stillAnswers = async (): Promise<boolean> => (await store.db.command({ ping: 1 }))['ok'] === 1;

describe('messages', () => {
  it('are answered when they arrive byte by byte', async () => {
    const socket = await open();
    for (const byte of frame(0, body({ ping: 1 }))) {
      socket.write(Buffer.from([byte]));
      await sleep(0);
    }
    expect(await readReply(socket)).toEqual({ ok: 1 });
    socket.destroy();
  });

  it('may carry documents beside the body', async () => {
    const socket = await open();
    socket.write(frame(0, body({ insert: 'sequence' }), sequence('documents', { a: 1 }, { a: 2 })));
    expect(await readReply(socket)).toMatchObject({ n: 2, ok: 1 });
    socket.destroy();
  });

  it('that want no reply get none, and those after them keep their order', async () => {
    const socket = await open();
    socket.write(
      Buffer.concat([frame(2, body({ insert: 'quiet', documents: [{ _id: 1 }] })), frame(0, body({ count: 'quiet' }))]),
    );
    expect(await readReply(socket)).toEqual({ n: 1, ok: 1 });
    socket.destroy();
  });

  it('may end in a checksum', async () => {
    const socket = await open();
    const message = Buffer.concat([frame(1, body({ ping: 1 })), Buffer.alloc(4)]);
    message.writeInt32LE(message.length, 0);
    socket.write(message);
    expect(await readReply(socket)).toEqual({ ok: 1 });
    socket.destroy();
  });

  it('of the old kind are answered for the first hello only', async () => {
    const socket = await open();
    const head = Buffer.alloc(20);
    head.writeInt32LE(2004, 12);
    const message = Buffer.concat([
      head,
      Buffer.from('admin.$cmd\0'),
      Buffer.alloc(8),
      Buffer.from(serialize({ insert: 'x' })),
    ]);
    message.writeInt32LE(message.length, 0);
    socket.write(message);
    expect(await isClosed(socket)).toBe(true);
  });
});

describe('bytes that no driver sends close the connection and leave the store alive', () => {
  const header = (length: number, operation = 2013): Buffer => {
    const bytes = Buffer.alloc(21);
    bytes.writeInt32LE(length, 0);
    bytes.writeInt32LE(operation, 12);
    return bytes;
  };
  const badSection = frame(0, body({ ping: 1 }));
  badSection.writeInt32LE(100_000, 21);
  const deep = (): Document => {
    let nested: Document = {};
    for (let level = 0; level < 150; level++) nested = { a: nested };
    return nested;
  };

  it.each<[string, Buffer]>([
    ['a negative length', header(-5)],
    ['a length below the header', header(3)],
    ['one byte more than 48 million', header(48_000_001)],
    ['an unknown operation', header(21, 999)],
    ['a section longer than its message', badSection],
    ['an unknown section', frame(0, Buffer.from([9, 5, 0, 0, 0, 0]))],
    ['no body', frame(0)],
    ['unknown required flags', frame(8, body({ ping: 1 }))],
    ['a body nested too deep', frame(0, body({ ping: deep() }))],
    ['noise', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
  ])('%s', async (_title, bytes) => {
    const socket = await open();
    socket.write(bytes);
    expect([await isClosed(socket), await stillAnswers()]).toEqual([true, true]);
  });

  it('a message that ends in the middle', async () => {
    const socket = await open();
    socket.end(frame(0, body({ ping: 1 })).subarray(0, 30));
    expect([await isClosed(socket), await stillAnswers()]).toEqual([true, true]);
  });
});
