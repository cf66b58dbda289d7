import { join } from 'node:path';

/** What the operating systems accept for the address of a unix socket. */
const longestPathBytes = 103;

export const socketPathIn = (folder: string): string => {
  const path = join(folder, 'store.sock');
  if (Buffer.byteLength(path) > longestPathBytes) {
    throw new Error(
      `The data directory's path is too long for a socket: at most ${longestPathBytes - 11} bytes are possible. Choose a shorter one than ${folder}`,
    );
  }
  return path;
};

export const uriOf = (socketPath: string): string =>
  `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true`;
