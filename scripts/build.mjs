// Builds what Node and the browser run: src and scripts file by file into dist, public/js as small browser modules.
// Types are checked by `npm run types`; here speed counts, because `npm start` on a fresh clone waits for it.
import { build } from 'esbuild';
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const filesBelow = (folder, suffix) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map((name) => join(folder, String(name)))
        .filter((path) => path.endsWith(suffix) && statSync(path).isFile())
    : [];

await build({
  entryPoints: [...filesBelow('src', '.ts'), ...filesBelow('scripts', '.ts')],
  outdir: 'dist',
  outbase: '.',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: 'linked',
});
for (const json of [...filesBelow('src', '.json')]) cpSync(json, join('dist', json));

// A browser module is a file directly below public/js/<chapter>/; deeper folders hold what such modules share.
const pages = filesBelow('public/js', '.ts').filter((path) => path.split(/[\\/]/).length === 4);
if (pages.length > 0)
  await build({
    entryPoints: pages,
    outdir: 'dist/public/js',
    outbase: 'public/js',
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    chunkNames: 'shared/[hash]',
    target: 'es2020',
    legalComments: 'none',
  });
