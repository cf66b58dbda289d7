import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { composeChapters, prepareChapters, type Chapters } from '../src/app/compose';
import { sessionSecretIn } from '../src/app/session-secret';
import { settingsOfThisProcess } from '../src/app/settings';
import { parseCodebook, readTextTable } from '../src/features/analysis';
import type { Evaluation } from '../src/features/evaluations';
import { dayOf, systemClock } from '../src/platform/clock';
import type { EvaluationId } from '../src/platform/ids';
import { joinStorage } from '../src/platform/storage';

const USAGE = 'Usage: npm run import-wave -- --csv FILE --codebook FILE [--evaluation ID]';

/** An evaluation that holds nothing but the imported wave. */
const newEvaluation = ({ evaluations }: Chapters, title: string): Promise<Evaluation> => {
  const today = dayOf(systemClock.now());
  return evaluations.createEvaluation({
    title,
    shortTitle: title.slice(0, 60),
    commissioner: '',
    wojewodztwo: '26',
    regionName: '',
    institutions: [],
    opensOn: today,
    closesOn: today,
    resultState: 'final',
    smallestGroup: 5,
    demonstration: false,
  });
};

/** Takes a study of others in as a wave and prints where its tables are, as JSON. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { csv: { type: 'string' }, codebook: { type: 'string' }, evaluation: { type: 'string' } },
  });
  if (values.csv === undefined || values.codebook === undefined) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const bytes = readFileSync(values.csv);
  const codebook = parseCodebook(readFileSync(values.codebook));
  const settings = settingsOfThisProcess();
  const storage = await joinStorage({ ...settings, dataDir: resolve(settings.dataDir) });
  try {
    const secret = settings.sessionSecret ?? sessionSecretIn(settings.dataDir);
    const chapters = composeChapters({ connection: storage.connection, clock: systemClock, secret });
    await prepareChapters(chapters, storage.connection);
    const evaluation =
      values.evaluation === undefined
        ? await newEvaluation(chapters, codebook.title)
        : await chapters.evaluations.readEvaluation(values.evaluation as EvaluationId);
    const table = readTextTable(bytes);
    const { wave, report } = await chapters.analysis.importWave({
      evaluationId: evaluation.id,
      smallestGroup: evaluation.smallestGroup,
      codebook,
      table,
      bytes,
    });
    const address = `/badania/${evaluation.id}/tabele?zbior=${encodeURIComponent(wave.code)}`;
    console.log(JSON.stringify({ evaluation: { id: evaluation.id, address }, wave, report }, null, 2));
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
