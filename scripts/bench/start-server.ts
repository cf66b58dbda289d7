import { fork } from 'node:child_process';
import { join } from 'node:path';

export interface BenchServer {
  readonly address: string;
  readonly bareAddress: string;
  readonly token: string;
  /** From the start of the process to its first message. */
  readonly startMs: number;
  stop(): Promise<void>;
}

/** Starts the application in a process of its own, so that the load does not slow what it measures. */
export const startServer = async (): Promise<BenchServer> => {
  const before = performance.now();
  const child = fork(join(__dirname, 'server.js'));
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const started = await new Promise<Omit<BenchServer, 'stop' | 'startMs'>>((resolve, reject) => {
    child.once('message', (message) => {
      resolve(message as BenchServer);
    });
    child.once('exit', (code) => {
      reject(new Error(`The bench server ended with code ${code ?? 'none'}`));
    });
  });
  return {
    ...started,
    startMs: performance.now() - before,
    stop: async () => {
      child.send('stop');
      await ended;
    },
  };
};
