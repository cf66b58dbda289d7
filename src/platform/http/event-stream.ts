import type { Request, Response } from 'express';

/** Proxies and browsers end connections on which nothing is heard. */
const HEARTBEAT_MS = 20_000;
/** After a break the browser comes back by itself. */
const RETRY_MS = 1_000;
/** One person's windows and devices; more are refused and ask again later. */
const MOST_OF_ONE = 12;
const MOST_OF_ALL = 2_000;
/** Whoever does not read what is sent is let go. */
const MOST_UNREAD_BYTES = 65_536;

export interface EventStream {
  /** Whose connection it is: each may have so many. */
  readonly of: string;
  /** @returns what ends the listening */
  readonly listen: (tell: (event: string) => void) => () => void;
  /** What is true once listening has begun: a page that shows something else missed a change. */
  readonly state: () => Promise<string>;
}

const streams = new Map<string, number>();
let all = 0;

/** Keeps a connection on which a page is told that something changed; what it is, the page reads itself. */
export const openEventStream = async (
  _req: Request,
  res: Response,
  { of, listen, state }: EventStream,
): Promise<void> => {
  const own = streams.get(of) ?? 0;
  if (own >= MOST_OF_ONE || all >= MOST_OF_ALL) {
    res.status(503).set({ 'Retry-After': '5', 'Cache-Control': 'no-store' }).end();
    return;
  }
  streams.set(of, own + 1);
  all += 1;
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // Compression and proxies would hold small messages back.
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  const write = (text: string): void => {
    if (res.destroyed || res.writableEnded) return;
    if (res.writableLength > MOST_UNREAD_BYTES) res.destroy();
    else res.write(`${text}\n\n`);
  };
  write(`retry: ${RETRY_MS}`);
  const heartbeat = setInterval(write, HEARTBEAT_MS, ':');
  heartbeat.unref();
  const stop = listen((event) => {
    write(`event: ${event}\ndata: 1`);
  });
  res.once('close', () => {
    clearInterval(heartbeat);
    stop();
    all -= 1;
    const left = (streams.get(of) ?? 1) - 1;
    if (left === 0) streams.delete(of);
    else streams.set(of, left);
  });
  // Only now: a change between this answer and the first message is told as well. Where it cannot be read, the browser comes again.
  await state().then(
    (now) => {
      write(`event: hello\ndata: ${now}`);
    },
    () => {
      res.destroy();
    },
  );
};

/** Connections that are open in this process. */
export const openStreams = (): number => all;
