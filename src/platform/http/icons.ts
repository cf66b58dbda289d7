import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Render } from './views';

const folder = join(dirname(require.resolve('lucide-static/package.json')), 'icons');

const drawingOf = (name: string): string => {
  const file = readFileSync(join(folder, `${name}.svg`), 'utf8');
  return file.slice(file.indexOf('>', file.indexOf('<svg')) + 1, file.lastIndexOf('</')).replace(/\s*\n\s*/g, '');
};

/** Markup of a Lucide icon (ISC licence) by name, made once. An unknown name throws. */
export const createIcons = (render: Render): ((name: string) => string) => {
  const icons = new Map<string, string>();
  return (name) => {
    const known = icons.get(name);
    if (known !== undefined) return known;
    const icon = render('parts/icon', { drawing: drawingOf(name) }).trim();
    icons.set(name, icon);
    return icon;
  };
};
