import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const root = join(__dirname, '..', '..');

/** The first folder of this name below `CONFORMANCE_DIR` (several, separated as in PATH), or beside the repository. */
export const conformanceFolder = (name: string): string | undefined =>
  (process.env['CONFORMANCE_DIR'] || join(root, '..', 'shared', 'conformance'))
    .split(delimiter)
    .map((folder) => resolve(root, folder, name))
    .find((folder) => existsSync(folder));
