import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportAbout } from '../domain';

/** The few words that only paper knows it needs, when a table goes on over pages. */
export interface PaperWords {
  readonly continued: string;
  readonly part: (part: number, of: number) => string;
}

type Language = ReportAbout['language'];

const FOLDERS: Readonly<Record<Language, string>> = { pl: 'pl', en: 'en', uk: 'pl', 'pl-etr': 'pl' };
const known = new Map<string, PaperWords>();

/** Read without the translators: the drawing thread needs two texts and no number formats. */
export const paperWords = (language: Language): PaperWords => {
  const folder = FOLDERS[language];
  const words = known.get(folder) ?? read(folder);
  known.set(folder, words);
  return words;
};

const read = (folder: string): PaperWords => {
  const texts = JSON.parse(readFileSync(join('locales', folder, 'paper.json'), 'utf8')) as {
    readonly continued: string;
    readonly part: string;
  };
  return {
    continued: texts.continued,
    part: (part, of) => texts.part.replace('{{part}}', `${part}`).replace('{{of}}', `${of}`),
  };
};
