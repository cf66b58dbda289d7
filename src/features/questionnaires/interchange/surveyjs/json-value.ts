import { isTranslationLanguage } from '../../domain';
import type { SourceText } from '../source/source-form';
import { languageOf } from '../xlsform/languages';

/** An object of the file; nothing about its keys is known. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own key; never what the object has inherited. */
export const get = (object: JsonObject, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

export const textAt = (object: JsonObject, key: string): string => {
  const value = get(object, key);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : '';
};

export const numberAt = (object: JsonObject, key: string): number | undefined => {
  const value = get(object, key);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

export const isTrueAt = (object: JsonObject, key: string): boolean => get(object, key) === true;

export const listAt = (object: JsonObject, key: string): readonly unknown[] => {
  const value = get(object, key);
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
};

/** A text in one language or several: `"Tak"` or `{ "default": "Yes", "pl": "Tak" }`. */
export const localised = (value: unknown): SourceText => {
  if (typeof value === 'string' || typeof value === 'number') return { pl: withPipes(String(value)) };
  if (!isObject(value)) return {};
  const texts = Object.entries(value).flatMap(([key, text]) =>
    typeof text === 'string' ? [[key === 'default' ? 'default' : languageOf(key), withPipes(text)] as const] : [],
  );
  const own = new Map(texts);
  const main = own.get('pl') ?? own.get('default') ?? texts[0]?.[1] ?? '';
  const others = texts.filter(([language, text]) => isTranslationLanguage(language) && text !== main);
  const english = own.has('pl') && !own.has('en') && own.has('default') ? { en: own.get('default') ?? '' } : {};
  return { ...english, ...(Object.fromEntries(others) as SourceText), pl: main };
};

/** `{K1}` in a text repeats an answer. */
const withPipes = (text: string): string => text.replace(/(?<!\$)\{([A-Za-z][A-Za-z0-9_]*)\}/g, '${$1}');
