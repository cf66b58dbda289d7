import type { Language } from '../../domain';

/** How our columns name their languages: `label::English (en)`. */
export const LANGUAGE_TITLES: Readonly<Record<Language, string>> = {
  pl: 'Polski (pl)',
  en: 'English (en)',
  uk: 'Українська (uk)',
  'pl-etr': 'Polski łatwy (pl-etr)',
};

const NAMES: readonly (readonly [Language, RegExp])[] = [
  ['pl-etr', /\(pl-etr\)|^pl-etr$|łatwy|easy/i],
  ['pl', /\(pl(-pl)?\)|^pl(-pl)?$|^pol(ski|ish)\b/i],
  ['en', /\(en(-[a-z]+)?\)|^en(-[a-z]+)?$|^english|^angielski/i],
  ['uk', /\((uk|ua)(-[a-z]+)?\)|^(uk|ua)(-[a-z]+)?$|^ukrai|^україн/i],
];

/** Which of our languages a title or code of a language means; null for all others. */
export const languageOf = (title: string): Language | null =>
  NAMES.find(([, pattern]) => pattern.test(title.trim().slice(0, 100)))?.[0] ?? null;
