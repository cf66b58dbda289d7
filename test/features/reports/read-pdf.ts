import { execFileSync, spawnSync } from 'node:child_process';

const hasPdfToText = spawnSync('pdftotext', ['-v']).error === undefined;

/** A fact about texts read back from a file; skipped where poppler is not installed. */
export const whereReadable = (): typeof it => {
  if (!hasPdfToText) process.stdout.write('Skipped reading texts back from PDF: install poppler-utils.\n');
  return hasPdfToText ? it : it.skip;
};

/** The text of each page, as it lies on the paper. */
export const pagesOf = (file: Buffer): readonly string[] =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { encoding: 'utf8', input: file }).split('\f').slice(0, -1);

/** The words in one line, for texts that are broken over lines. */
export const wordsOf = (file: Buffer): string =>
  execFileSync('pdftotext', ['-', '-'], { encoding: 'utf8', input: file }).replace(/\s+/g, ' ');

/** Width and height of each page in points. */
export const sizesOf = (file: Buffer): readonly (readonly [number, number])[] =>
  [...file.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    (match) => [Number(match[1]), Number(match[2])] as const,
  );
