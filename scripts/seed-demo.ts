import { resolve } from 'node:path';
import { composeChapters, prepareChapters } from '../src/app/compose';
import { createDemonstration, hasDemonstration, sized } from '../src/app/demonstration';
import { sessionSecretIn } from '../src/app/session-secret';
import { settingsOfThisProcess } from '../src/app/settings';
import { systemClock } from '../src/platform/clock';
import { openStorage } from '../src/platform/storage';

const LEAST = 30;
const MOST = 200_000;

/** The number behind `--responses`; null when it is missing or out of range. */
const responsesWanted = (words: readonly string[]): number | null => {
  const number = Number(words[words.indexOf('--responses') + 1]);
  return words.includes('--responses') && Number.isInteger(number) && number >= LEAST && number <= MOST ? number : null;
};

/** One more demonstration evaluation, of the size asked for. */
const main = async (): Promise<void> => {
  const responses = responsesWanted(process.argv.slice(2));
  if (responses === null) {
    console.error(`Usage: npm run demo -- --responses N, where N is a whole number from ${LEAST} to ${MOST}`);
    process.exitCode = 2;
    return;
  }
  const settings = settingsOfThisProcess();
  const storage = await openStorage({ ...settings, dataDir: resolve(settings.dataDir) });
  try {
    const secret = settings.sessionSecret ?? sessionSecretIn(settings.dataDir);
    const chapters = composeChapters({ connection: storage.connection, clock: systemClock, secret });
    await prepareChapters(chapters, storage.connection);
    const needs = { chapters, clock: systemClock };
    const size = sized(responses);
    if (await hasDemonstration(needs, size)) console.log(`/badania/${size.id} is there already`);
    else console.log(`/badania/${(await createDemonstration(needs, size)).id}: ${responses} responses`);
    await chapters.close();
  } finally {
    await storage.close();
  }
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
