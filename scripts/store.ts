import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { settingsOfThisProcess } from '../src/app/settings';
import { serveStore } from '../src/platform/storage';

/** The embedded store by itself, until it is stopped: several application processes share it through its address. */
const main = async (): Promise<void> => {
  const dataDir = resolve(settingsOfThisProcess().dataDir);
  mkdirSync(dataDir, { recursive: true });
  const store = await serveStore(dataDir, (sentence) => {
    console.error(sentence);
  });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void store.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  console.log(`The store serves ${dataDir}. Start the application with this address:`);
  console.log(`MONGODB_URI=${store.uri}`);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
