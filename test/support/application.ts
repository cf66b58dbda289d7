import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../src/app/settings';
import { startApplication, type RunningApplication } from '../../src/app/start';
import { systemClock, type Clock } from '../../src/platform/clock';
import { createLog } from '../../src/platform/log';
import { ownDatabase } from './database';

export const DEMO_PASSWORD = 'haslo-demonstracyjne';

export interface TestApplication extends RunningApplication {
  /** Stops everything and removes the data. */
  remove(): Promise<void>;
}

/**
 * The whole application on a free port with a store of its own: embedded in a temporary folder, or a database of its own
 * on the MongoDB that `MONGODB_URI` names.
 */
export const startTestApplication = async (
  environment: NodeJS.ProcessEnv = {},
  clock: Clock = systemClock,
): Promise<TestApplication> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'es-'));
  const database = ownDatabase();
  const settings = readSettings({
    NODE_ENV: 'test',
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    DEMO_PASSWORD,
    ...(database === undefined ? {} : { MONGODB_URI: database }),
    ...environment,
  });
  const running = await startApplication(settings, createLog(settings.logLevel), clock);
  return {
    ...running,
    remove: async () => {
      if (database !== undefined) await running.storage.connection.dropDatabase();
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
