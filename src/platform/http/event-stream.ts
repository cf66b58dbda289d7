import type { Request, Response } from 'express';

/** Proxies and browsers end connections on which nothing is heard. */
const HEARTBEAT_MS = 20_000;
/** After a break the browser comes back by itself. */
const RETRY_MS = 1_000;

/** Keeps a connection on which a page is told that something changed; what it is, the page reads itself. */
export const openEventStream = (
  req: Request,
  res: Response,
  listen: (tell: (event: string) => void) => () => void,
): void => {
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // Compression would hold small messages back.
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  const write = (text: string): void => {
    res.write(`${text}\n\n`);
  };
  write(`retry: ${RETRY_MS}\nevent: hello\ndata: 1`);
  const heartbeat = setInterval(write, HEARTBEAT_MS, ':');
  const stop = listen((event) => {
    write(`event: ${event}\ndata: 1`);
  });
  req.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
};
