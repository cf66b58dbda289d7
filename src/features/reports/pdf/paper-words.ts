import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** Above this file, built or not: the folder that holds the texts, wherever the application was started. */
const localesFolder = (from: string): string => {
  const here = join(from, 'locales');
  return existsSync(here) || dirname(from) === from ? here : localesFolder(dirname(from));
};

const read = (folder: string): PaperWords => {
  const texts = JSON.parse(readFileSync(join(localesFolder(__dirname), folder, 'paper.json'), 'utf8')) as {
    readonly continued: string;
    readonly part: string;
  };
  return {
    continued: texts.continued,
    part: (part, of) => texts.part.replace('{{part}}', `${part}`).replace('{{of}}', `${of}`),
  };
};
