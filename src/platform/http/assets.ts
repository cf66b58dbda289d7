import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';

const fonts = join(dirname(require.resolve('@fontsource-variable/ibm-plex-sans/package.json')), 'files');
const YEAR_MS = 31_536_000_000;

export interface AssetFolders {
  /** Style sheets and pictures as written. */
  readonly public: string;
  /** Browser modules as built. */
  readonly built: string;
}

/** Address of a file with the hash of its content, so that browsers may keep it for ever. */
export const createAssetAddress = (folders: AssetFolders): ((path: string) => string) => {
  const addresses = new Map<string, string>();
  return (path) => {
    const known = addresses.get(path);
    if (known !== undefined) return known;
    const file = [folders.built, folders.public].map((folder) => join(folder, path)).find((found) => existsSync(found));
    if (file === undefined) throw new Error(`No asset ${path}`);
    const address = `${path}?v=${createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 10)}`;
    addresses.set(path, address);
    return address;
  };
};

/** Everything a page needs comes from the application itself; nothing from another host. */
export const serveAssets = (folders: AssetFolders): Router => {
  const router = express.Router();
  const forever = { maxAge: YEAR_MS, immutable: true, index: false, redirect: false } as const;
  router.use('/css/fonts', express.static(fonts, forever));
  for (const folder of [folders.built, folders.public])
    for (const part of ['css', 'js', 'img']) router.use(`/${part}`, express.static(join(folder, part), forever));
  return router;
};
