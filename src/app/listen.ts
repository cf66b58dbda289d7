import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

export interface Listener {
  readonly address: string;
  /** Stops taking connections, lets running requests finish, and cuts what is left after `graceMs`. */
  drain(graceMs: number): Promise<void>;
}

const listening = (server: Server, port: number, host: string): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve(server.address() as AddressInfo);
    });
  });

const urlOf = (host: string, port: number): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Serves an application on an address. Slow senders are cut off, so that half-open sockets cannot fill the server. */
export const listen = async (app: Express, host: string, port: number): Promise<Listener> => {
  const server = createServer({ headersTimeout: 20_000, requestTimeout: 60_000, keepAliveTimeout: 10_000 }, app);
  const bound = await listening(server, port, host);
  return {
    address: urlOf(host, bound.port),
    drain: (graceMs) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => {
          server.closeAllConnections();
        }, graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
};
