import { existsSync, realpathSync } from 'node:fs';
import { readHolder } from './directory-lock';
import { isAlive } from './process-identity';
import { socketPathIn, uriOf } from './socket-path';

/** The address of the store that serves `dir` at this moment; null when none does. */
export const runningStore = (dir: string): string | null => {
  if (!existsSync(dir)) return null;
  const folder = realpathSync(dir);
  const holder = readHolder(folder);
  return holder && isAlive(holder) ? uriOf(socketPathIn(folder)) : null;
};
