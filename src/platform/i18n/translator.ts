import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import { createFormat, type Format, type Locale } from './format';

/** Values put into a text; `count` chooses the plural form. */
export type TextParameters = Readonly<Record<string, unknown>>;

/** The texts and number formats of one locale. */
export interface Translator {
  readonly locale: Locale;
  /** Its language for `lang`: easy Polish is Polish. */
  readonly lang: Language;
  /** `t('responses:page.next')`. An unknown key is our bug and throws. */
  readonly t: (key: string, parameters?: TextParameters) => string;
  /** Whether a text stands under this key. */
  readonly has: (key: string) => boolean;
  readonly format: Format;
  /** The same in another language: a summary in English inside a Polish report. */
  readonly speaking: (locale: Locale) => Translator;
}

export type Translators = Readonly<Record<Locale, Translator>>;

type Language = Exclude<Locale, 'pl-etr'>;
type Texts = Readonly<Record<string, unknown>>;

const LANGUAGES: Readonly<Record<Locale, Language>> = { pl: 'pl', en: 'en', uk: 'uk', 'pl-etr': 'pl' };

const readNamespaces = (folder: string): Texts =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown]),
  );

const isTexts = (value: unknown): value is Texts => typeof value === 'object' && value !== null;

/** The texts of one language, and Polish ones where it has none. */
const inPlaceOf = (polish: Texts, own: Texts): Texts => {
  const texts: Record<string, unknown> = { ...polish };
  for (const [key, text] of Object.entries(own)) {
    const before = polish[key];
    texts[key] = isTexts(text) && isTexts(before) ? inPlaceOf(before, text) : text;
  }
  return texts;
};

const createCatalogue = (lng: Language, texts: Texts): i18n => {
  const catalogue = i18next.createInstance();
  void catalogue.init({
    resources: { [lng]: texts } as never,
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as Parameters<i18n['init']>[0]);
  return catalogue;
};

const createTranslator = (locale: Locale, texts: Texts, all: () => Translators): Translator => {
  const lng = LANGUAGES[locale];
  const catalogue = createCatalogue(lng, texts);
  const fixedT = catalogue.getFixedT(lng);
  return {
    locale,
    lang: lng,
    t: (key, parameters = {}) => {
      if (!catalogue.exists(key, { lng, ...parameters })) throw new Error(`No text "${key}" in locale ${locale}`);
      return fixedT(key, parameters);
    },
    has: (key) => catalogue.exists(key, { lng }),
    format: createFormat(locale),
    speaking: (other) => all()[other],
  };
};

/**
 * Reads `locales/<locale>/<chapter>.json`; the chapter is the namespace. Polish and English hold every text; Ukrainian and
 * easy Polish hold what respondents meet, and Polish stands in for the rest.
 */
export const loadTranslators = (folder: string): Translators => {
  const polish = readNamespaces(join(folder, 'pl'));
  const overPolish = (locale: Locale): Texts => inPlaceOf(polish, readNamespaces(join(folder, locale)));
  const all = (): Translators => translators;
  const translators: Translators = {
    pl: createTranslator('pl', polish, all),
    en: createTranslator('en', readNamespaces(join(folder, 'en')), all),
    uk: createTranslator('uk', overPolish('uk'), all),
    'pl-etr': createTranslator('pl-etr', overPolish('pl-etr'), all),
  };
  return translators;
};
