import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { takeDirectoryLock } from '../supervisor/directory-lock';
import { socketPathIn } from '../supervisor/socket-path';
import { serveDatabase } from './open-database';

/**
 * The child process. Speaks with its parent in lines: `ready` or a refusal to it, `ping` from it; when the pipe from the
 * parent closes, the parent is gone, and the child follows.
 */
const main = async (folder: string): Promise<void> => {
  const log = (sentence: string): void => {
    process.stderr.write(`${sentence}\n`);
  };
  const lock = await takeDirectoryLock(folder, process.ppid);
  const socketPath = socketPathIn(folder);
  rmSync(socketPath, { force: true });
  const serving = await serveDatabase(folder, socketPath, log);
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= serving.close().then(() => {
      rmSync(socketPath, { force: true });
      lock.release();
      process.exit(0);
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.stdout.on('error', stop);
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => process.stdout.write('pong\n'));
  lines.on('close', stop);
  process.stdout.write('ready\n');
};

main(process.argv[2] ?? '').catch((error: unknown) => {
  process.stdout.write(`refused ${error instanceof Error ? error.message : String(error)}\n`, () => process.exit(1));
});
