import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { OracleEntry } from './adapter';

const REPOSITORY = join(__dirname, '../../..');

/** Folders of the numerical reference: `ORACLE_DIR`, several separated by ':', by default ../shared/oracle. */
export const oracleFolders: readonly string[] = (process.env['ORACLE_DIR'] ?? '../shared/oracle')
  .split(':')
  .filter((folder) => folder !== '')
  .map((folder) => resolve(REPOSITORY, folder));

/** Reference files come from the first folder alone. */
const referenceFolder = join(oracleFolders[0] ?? REPOSITORY, 'reference');

export const hasOracle = existsSync(referenceFolder);

/** Entries of degenerate.json carry their whole input, so the fields about data sets are absent there. */
const ABSENT_FIELDS = { dataset: null, variables: {}, filter: null, weights: null, missing: null, params: {} };

/** All entries of all reference files, in the order of the files' names. */
export const loadEntries = (): readonly OracleEntry[] => {
  if (!hasOracle) return [];
  const files = readdirSync(referenceFolder).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((name) => {
    const { entries } = JSON.parse(readFileSync(join(referenceFolder, name), 'utf8')) as { entries: OracleEntry[] };
    return entries.map((entry) => ({ ...ABSENT_FIELDS, ...entry }));
  });
};
