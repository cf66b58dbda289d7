import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { PlainDocument } from '../values/encode';
import { frames, ProtocolError } from './frames';
import type { Message } from './message';
import { encodeReply, parseMessage } from './message';
import { Refusal } from '../refusal';

export interface Listening {
  readonly server: Server;
  close(): Promise<void>;
}

export type Answer = (message: Message) => Promise<PlainDocument>;

export interface Wire {
  readonly socketPath: string;
  readonly answer: Answer;
  readonly log: (sentence: string) => void;
}

/** Serves clients on a unix socket until closed. */
export const listen = async (wire: Wire): Promise<Listening> => {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    void converse(socket, wire);
  });
  server.listen(wire.socketPath);
  await once(server, 'listening');
  return {
    server,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroySoon();
      await closed;
    },
  };
};

/** Messages of one connection are answered strictly one after the other. Whatever is not the protocol ends it. */
const converse = async (socket: Socket, { answer, log }: Wire): Promise<void> => {
  try {
    for await (const frame of frames(socket as AsyncIterable<Buffer>)) {
      const message = parseMessage(frame);
      const reply = await answer(message);
      if (message.wantsReply && !socket.write(encodeReply(message, reply))) await once(socket, 'drain');
    }
  } catch (error) {
    if (error instanceof ProtocolError || error instanceof Refusal) log(`A connection was closed: ${error.message}`);
    else if (!socket.destroyed) log(`A connection failed: ${String(error)}`);
  } finally {
    socket.destroy();
  }
};
