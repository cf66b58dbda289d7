import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from 'mongodb';
import { MongoClient } from 'mongodb';
import type { Embedded } from '../../src/embedded-mongo';
import { startEmbedded } from '../../src/embedded-mongo';

export interface RunningStore {
  readonly dir: string;
  readonly embedded: Embedded;
  readonly client: MongoClient;
  readonly db: Db;
  readonly close: () => Promise<void>;
}

export const temporaryDirectory = (): string => mkdtempSync(join(tmpdir(), 'es-'));

/** A store of its own in a temporary directory, with a connected client. */
export const runStore = async (dir = temporaryDirectory()): Promise<RunningStore> => {
  const embedded = await startEmbedded({ dir });
  const client = await new MongoClient(embedded.uri).connect();
  return {
    dir,
    embedded,
    client,
    db: client.db('test'),
    close: async () => {
      await client.close();
      await embedded.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};

/** The code of the refusal that a command meets; undefined when it is accepted. */
export const codeOf = async (command: Promise<unknown>): Promise<unknown> => {
  try {
    await command;
    return undefined;
  } catch (error) {
    return (error as { code?: unknown }).code ?? error;
  }
};
