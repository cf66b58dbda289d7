import { existsSync } from 'node:fs';
import { basename, delimiter, join, resolve } from 'node:path';

const root = join(__dirname, '..', '..');

/** Whether other folders were given than the one beside the repository. */
export const foldersAreGiven = (process.env['CONFORMANCE_DIR'] ?? '') !== '';

const given = foldersAreGiven ? (process.env['CONFORMANCE_DIR'] ?? '') : join(root, '..', 'shared', 'conformance');

/** Every folder of this name below those of `CONFORMANCE_DIR` (separated as in PATH), or beside the repository. */
export const conformanceFolders = (name: string): readonly string[] =>
  given
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => resolve(root, folder))
    .map((folder) => (basename(folder) === name ? folder : join(folder, name)))
    .filter((folder) => existsSync(folder));
