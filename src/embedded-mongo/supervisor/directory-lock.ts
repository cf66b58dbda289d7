import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessIdentity } from './process-identity';
import { identify, isAlive } from './process-identity';

const orphanPatienceMs = 10_000;
const retryMs = 50;

interface Holder extends ProcessIdentity {
  readonly owner: ProcessIdentity;
}

export interface DirectoryLock {
  readonly release: () => void;
}

/**
 * Makes this process the only one that works in the directory. A holder whose own parent died is about to end, so that
 * one is waited for; any other is named in the refusal.
 */
export const takeDirectoryLock = async (folder: string, ownerPid: number): Promise<DirectoryLock> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const path = lockPathIn(folder);
  const own: Holder = { ...identify(process.pid), owner: identify(ownerPid) };
  const patientUntil = performance.now() + orphanPatienceMs;
  while (!tryToTake(path, own)) {
    const holder = readLock(path);
    if (!holder) continue;
    if (!isAlive(holder)) setAside(path, holder);
    else if (isAlive(holder.owner) || performance.now() > patientUntil) throw inUse(folder, holder);
    else await sleep(retryMs);
  }
  return {
    release: () => {
      if (readLock(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
};

const inUse = (folder: string, { pid, owner }: Holder): Error =>
  new Error(
    `The data directory ${folder} is in use by process ${pid}, started by process ${owner.pid}. Stop that program first, or choose another directory.`,
  );

/** A hard link appears at once with its whole content, or not at all. */
const tryToTake = (path: string, own: Holder): boolean => {
  const draft = `${path}.${own.pid}`;
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Who works in the directory, or did when it died; null when nobody. */
export const readHolder = (folder: string): Holder | null => readLock(lockPathIn(folder));

const lockPathIn = (folder: string): string => join(folder, 'store.lock');

const readLock = (path: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

/** Moves a dead process's lock away; should another process have taken it over meanwhile, that one gets it back. */
const setAside = (path: string, dead: Holder): void => {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readLock(aside);
  if (moved && (moved.pid !== dead.pid || moved.startedAt !== dead.startedAt)) linkSync(aside, path);
  rmSync(aside, { force: true });
};
