import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Document } from 'bson';
import { deserialize, serialize } from 'bson';

/** Messages of MongoDB's protocol put together by hand, well formed or not. */
export const frame = (flags: number, ...sections: Buffer[]): Buffer => {
  const head = Buffer.alloc(20);
  const content = Buffer.concat(sections);
  head.writeInt32LE(20 + content.length, 0);
  head.writeInt32LE(7, 4);
  head.writeInt32LE(2013, 12);
  head.writeUInt32LE(flags, 16);
  return Buffer.concat([head, content]);
};

export const body = (command: Document): Buffer =>
  Buffer.concat([Buffer.from([0]), serialize({ ...command, $db: 'test' })]);

export const sequence = (name: string, ...documents: Document[]): Buffer => {
  const content = Buffer.concat([
    Buffer.from(`${name}\0`),
    ...documents.map((document) => Buffer.from(serialize(document))),
  ]);
  const head = Buffer.alloc(5);
  head.writeUInt8(1);
  head.writeInt32LE(content.length + 4, 1);
  return Buffer.concat([head, content]);
};

export const openSocket = async (path: string): Promise<Socket> => {
  const socket = connect(path);
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  return socket;
};

export const readReply = async (socket: Socket): Promise<Document> => {
  let bytes = Buffer.alloc(0);
  while (bytes.length < 16 || bytes.length < bytes.readInt32LE(0)) {
    const [part] = (await once(socket, 'data')) as [Buffer];
    bytes = Buffer.concat([bytes, part]);
  }
  return deserialize(bytes.subarray(21));
};

export const isClosed = async (socket: Socket): Promise<boolean> => {
  socket.resume();
  if (socket.destroyed) return true;
  const closed = new Promise<boolean>((done) =>
    socket.once('close', () => {
      done(true);
    }),
  );
  return Promise.race([closed, sleep(5000, false, { ref: false })]);
};
