import { resolve } from 'node:path';
import { settingsOfThisProcess } from '../src/app/settings';
import { openDatabase, writeBackup } from '../src/platform/storage';

/** The whole database in one file, also while the application runs. */
const main = async (): Promise<void> => {
  const [path, ...more] = process.argv.slice(2);
  if (path === undefined || more.length > 0) {
    console.error('Usage: npm run backup -- FILE, where FILE does not exist yet');
    process.exitCode = 2;
    return;
  }
  const { mongodbUri, dataDir } = settingsOfThisProcess();
  const { db, close } = await openDatabase({ mongodbUri, dataDir: resolve(dataDir) });
  try {
    const counted = await writeBackup(db, resolve(path), new Date());
    for (const { collection, documents } of counted) console.log(`${collection}: ${documents}`);
    console.log(`Written to ${resolve(path)}`);
  } finally {
    await close();
  }
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
