import { resolve } from 'node:path';
import { settingsOfThisProcess } from '../src/app/settings';
import { openDatabase, restoreBackup } from '../src/platform/storage';

/** A backup into an empty database, verified to the last document. */
const main = async (): Promise<void> => {
  const [path, ...more] = process.argv.slice(2);
  if (path === undefined || more.length > 0) {
    console.error('Usage: npm run restore -- FILE, where FILE was written by npm run backup');
    process.exitCode = 2;
    return;
  }
  const { mongodbUri, dataDir } = settingsOfThisProcess();
  const { db, close } = await openDatabase({ mongodbUri, dataDir: resolve(dataDir) });
  try {
    const counted = await restoreBackup(db, resolve(path), new Date());
    for (const { collection, documents } of counted) console.log(`${collection}: ${documents}`);
    console.log(`Restored and verified: ${resolve(path)}`);
  } finally {
    await close();
  }
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
