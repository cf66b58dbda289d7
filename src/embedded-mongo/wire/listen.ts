import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { PlainDocument } from '../values/encode';
import { frames, ProtocolError } from './frames';
import type { Message } from './message';
import { encodeReply, parseMessage } from './message';
import { Refusal } from '../refusal';

const mostConnections = 1000;
const mostUnfinishedBytes = 256 * 1024 * 1024;
const patienceMs = 60_000;
const lookEveryMs = 5_000;

export interface Listening {
  readonly server: Server;
  close(): Promise<void>;
}

export type Answer = (message: Message) => Promise<PlainDocument>;

export interface Wire {
  readonly socketPath: string;
  readonly answer: Answer;
  readonly log: (sentence: string) => void;
  /** How long a client may leave a message unfinished or a reply unread; a minute where nothing is said. */
  readonly patienceMs?: number;
}

interface Connection {
  readonly socket: Socket;
  /** Since when the client has owed the rest of a message, or owes to read a reply. */
  waitingSince: number | null;
  unfinishedBytes: number;
}

/** Serves clients on a unix socket until closed. */
export const listen = async (wire: Wire): Promise<Listening> => {
  const open = new Set<Connection>();
  const server = createServer((socket) => {
    const connection: Connection = { socket, waitingSince: null, unfinishedBytes: 0 };
    open.add(connection);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(connection));
    void converse(connection, open, wire);
  });
  server.maxConnections = mostConnections;
  server.listen(wire.socketPath);
  await once(server, 'listening');
  const stopLooking = closeStalled(open, wire);
  return {
    server,
    close: async () => {
      stopLooking();
      const closed = once(server, 'close');
      server.close();
      for (const { socket } of open) socket.destroySoon();
      await closed;
    },
  };
};

const closeStalled = (open: ReadonlySet<Connection>, wire: Wire): (() => void) => {
  const limitMs = wire.patienceMs ?? patienceMs;
  const looking = setInterval(
    () => {
      for (const { socket, waitingSince } of open) {
        if (waitingSince === null || performance.now() - waitingSince < limitMs) continue;
        wire.log('A connection was closed: its client stopped in the middle of a message.');
        socket.destroy();
      }
    },
    Math.min(lookEveryMs, limitMs),
  );
  return () => {
    clearInterval(looking);
  };
};

/** Messages of one connection are answered strictly one after the other. Whatever is not the protocol ends it. */
const converse = async (connection: Connection, all: ReadonlySet<Connection>, { answer, log }: Wire): Promise<void> => {
  const { socket } = connection;
  const isWaiting = (waiting: boolean): void => {
    connection.waitingSince = waiting ? (connection.waitingSince ?? performance.now()) : null;
  };
  const tellUnfinished = (bytes: number): void => {
    isWaiting(bytes > 0);
    const grows = bytes > connection.unfinishedBytes;
    connection.unfinishedBytes = bytes;
    if (grows) closeLargest(all, log);
  };
  try {
    for await (const frame of frames(socket as AsyncIterable<Buffer>, tellUnfinished)) {
      const message = parseMessage(frame);
      const reply = await answer(message);
      if (!message.wantsReply || socket.write(encodeReply(message, reply))) continue;
      isWaiting(true);
      await drained(socket);
      isWaiting(false);
    }
  } catch (error) {
    if (error instanceof ProtocolError || error instanceof Refusal) log(`A connection was closed: ${error.message}`);
    else if (!socket.destroyed) log(`A connection failed: ${String(error)}`);
  } finally {
    socket.destroy();
  }
};

/** When unfinished messages take too much memory together, the connection with the largest is closed. */
const closeLargest = (all: ReadonlySet<Connection>, log: Wire['log']): void => {
  let bytes = 0;
  let largest: Connection | undefined;
  for (const connection of all) {
    if (connection.socket.destroyed) continue;
    bytes += connection.unfinishedBytes;
    if (connection.unfinishedBytes > (largest?.unfinishedBytes ?? 0)) largest = connection;
  }
  if (bytes <= mostUnfinishedBytes) return;
  log('A connection was closed: too many unfinished messages at once.');
  largest?.socket.destroy();
};

const drained = async (socket: Socket): Promise<void> => {
  if (socket.destroyed) return;
  const settled = new AbortController();
  try {
    const { signal } = settled;
    await Promise.race([once(socket, 'drain', { signal }), once(socket, 'close', { signal })]);
  } finally {
    settled.abort();
  }
};
