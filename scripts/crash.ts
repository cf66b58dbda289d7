import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDisk } from './crash-full-disk';
import { crashRounds } from './crash-rounds';

const ROUNDS = 50;

const wordAfter = (option: string, otherwise: number): number => {
  const words = process.argv.slice(2);
  const number = Number(words[words.indexOf(option) + 1]);
  return words.includes(option) && Number.isInteger(number) && number > 0 ? number : otherwise;
};

/** `npm run crash -- [--rounds N] [--seed N]`: what the store acknowledged survives kills and a full disk, or this fails. */
const main = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'es-crash-'));
  const seed = wordAfter('--seed', 1 + Math.floor(Math.random() * 1_000_000));
  console.log(`Seed ${seed}`);
  try {
    const verdict = await crashRounds(join(folder, 'kills'), wordAfter('--rounds', ROUNDS), seed, console.log);
    console.log(verdict);
    const disk = await fillDisk(join(folder, 'disk'));
    console.log(disk ?? 'The full disk is skipped: a small disk cannot be mounted here (it takes root).');
    const holds =
      verdict.lost + verdict.returned + verdict.disagreements.length === 0 &&
      (disk === null || (disk.readable === disk.acknowledged && disk.valid && disk.resumed));
    console.log(holds ? 'Nothing was lost.' : 'THE STORE LOST DATA.');
    process.exitCode = holds ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
