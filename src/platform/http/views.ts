import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ejs, { type TemplateFunction } from 'ejs';

export type Model = Readonly<Record<string, unknown>>;

/** Fills the template `views/<name>.ejs`. */
export type Render = (name: string, model: Model) => string;

/** Templates are compiled once; a changed file is compiled again outside production. */
export const createRender = (folder: string, { watch }: { readonly watch: boolean }): Render => {
  const compiled = new Map<string, { readonly fill: TemplateFunction; readonly changedMs: number }>();
  const compile = (name: string): TemplateFunction => {
    const filename = join(folder, `${name}.ejs`);
    const known = compiled.get(name);
    if (known && !watch) return known.fill;
    const changedMs = statSync(filename).mtimeMs;
    if (known?.changedMs === changedMs) return known.fill;
    const fill = ejs.compile(readFileSync(filename, 'utf8'), {
      filename,
      root: folder,
      cache: !watch,
      _with: true,
      rmWhitespace: true,
    });
    compiled.set(name, { fill, changedMs });
    return fill;
  };
  return (name, model) => compile(name)(model);
};
