import { resolve } from 'node:path';
import { composeChapters, prepareChapters } from '../src/app/compose';
import { sessionSecretIn } from '../src/app/session-secret';
import { settingsOfThisProcess } from '../src/app/settings';
import type { ChangeCause, Recheck } from '../src/features/analysis';
import type { Verification } from '../src/features/reports';
import type { PublishedReportId } from '../src/features/reports/domain';
import { systemClock } from '../src/platform/clock';
import { joinStorage } from '../src/platform/storage';

const USAGE = 'Usage: npm run verify-report -- ID [--json], where ID is the code printed on the report: 7F3K-22QD';
const MOST_PRINTED = 12;

const rangeText = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to ? `response ${from}` : `one or more of responses ${from} to ${to}`;

const causeText = (cause: ChangeCause): string => {
  switch (cause.kind) {
    case 'answers':
      return `answers to ${cause.variable} changed: ${cause.responses.map(rangeText).join(', ')}`;
    case 'weight':
      return `weight ${cause.variable} changed: ${cause.responses.map(rangeText).join(', ')}`;
    case 'definition':
      return `codes, labels or rule of ${cause.variable} changed`;
    case 'gone':
      return `${cause.variable} is gone`;
    case 'respondents':
      return `${cause.found} respondents instead of ${cause.told}`;
    case 'record':
      return 'the kept table is not the one that was told';
  }
};

const printTable = ({ frozen, isSame, differences, causes }: Recheck): void => {
  const name = frozen.wordings.map(({ variable }) => variable).join(', ');
  const isAsTold = isSame && causes.length === 0;
  console.log(`${isAsTold ? 'same' : 'DIFFERENT'}  ${frozen.publication}  ${frozen.dataset.code}: ${name}`);
  for (const cause of causes) console.log(`  ${causeText(cause)}`);
  for (const { place, told, found } of differences.slice(0, MOST_PRINTED))
    console.log(`  ${place}: told ${String(told)}, found ${String(found)}`);
  if (differences.length > MOST_PRINTED) console.log(`  and ${differences.length - MOST_PRINTED} more`);
};

const print = ({ version, isTreeSame, tables, missing, holds }: Verification): void => {
  console.log(`${version.title}, version ${version.version}, data as of ${version.dataCut ?? '-'}, n = ${version.n}`);
  for (const table of tables) printTable(table);
  for (const publication of missing) console.log(`MISSING  ${publication}`);
  if (!isTreeSame) console.log('DIFFERENT  the kept pages are not those that were published');
  console.log(holds ? `All ${tables.length} tables are the same to the last digit.` : 'The report does not hold.');
};

/** Counts every table of a published report again from raw answers; exits with 1 where anything is not as it was told. */
const main = async (): Promise<void> => {
  const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const [id] = words;
  if (id === undefined || words.length > 1) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const settings = settingsOfThisProcess();
  const storage = await joinStorage({ ...settings, dataDir: resolve(settings.dataDir) });
  try {
    const secret = settings.sessionSecret ?? sessionSecretIn(settings.dataDir);
    const { connection } = storage;
    const chapters = composeChapters({ connection, clock: systemClock, secret, fromRawAnswers: true });
    await prepareChapters(chapters, connection);
    const verification = await chapters.reports.verifyReport(id as PublishedReportId);
    if (process.argv.includes('--json')) console.log(JSON.stringify(verification, null, 2));
    else print(verification);
    if (!verification.holds) process.exitCode = 1;
    await chapters.close();
  } finally {
    await storage.close();
  }
};

main().catch((error: unknown) => {
  console.error(
    error instanceof Error ? `${error.message} ${JSON.stringify('details' in error ? error.details : {})}` : error,
  );
  process.exitCode = 1;
});
