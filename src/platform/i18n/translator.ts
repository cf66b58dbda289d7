import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import { createFormat, type Format, type Locale } from './format';

/** Values put into a text; `count` chooses the plural form. */
export type TextParameters = Readonly<Record<string, unknown>>;

/** The texts and number formats of one locale. */
export interface Translator {
  readonly locale: Locale;
  /** `t('responses:page.next')`. An unknown key is our bug and throws. */
  readonly t: (key: string, parameters?: TextParameters) => string;
  /** Whether a text stands under this key. */
  readonly has: (key: string) => boolean;
  readonly format: Format;
}

export type Translators = Readonly<Record<Locale, Translator>>;

const readNamespaces = (folder: string): Record<string, unknown> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown]),
  );

const createTranslator = (catalogue: i18n, locale: Locale): Translator => {
  const fixedT = catalogue.getFixedT(locale);
  return {
    locale,
    t: (key, parameters = {}) => {
      if (!catalogue.exists(key, { lng: locale, ...parameters }))
        throw new Error(`No text "${key}" in locale ${locale}`);
      return fixedT(key, parameters);
    },
    has: (key) => catalogue.exists(key, { lng: locale }),
    format: createFormat(locale),
  };
};

/** Reads `locales/<locale>/<chapter>.json`; the chapter is the namespace. */
export const loadTranslators = (folder: string): Translators => {
  const catalogue = i18next.createInstance();
  void catalogue.init({
    resources: { pl: readNamespaces(join(folder, 'pl')), en: readNamespaces(join(folder, 'en')) } as never,
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as Parameters<i18n['init']>[0]);
  return { pl: createTranslator(catalogue, 'pl'), en: createTranslator(catalogue, 'en') };
};
