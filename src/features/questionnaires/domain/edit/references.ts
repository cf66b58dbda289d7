import type { Item, QuestionnaireDefinition } from '../definition';
import { allCodes, codesIn } from './codes';
import type { Rename } from './edit';
import { allItems, innerItems } from './locate';

const MENTION = /\$\{(\s*)([A-Za-z][A-Za-z0-9_]*)(\s*)\}/g;

/** Codes that an item looks at in its conditions and texts, in other items' bounds and in what it repeats. */
export const mentionsIn = (item: Item): ReadonlySet<string> => {
  const own = item.kind === 'repeat' ? { ...item, items: [] } : item;
  const mentions = [...JSON.stringify(own).matchAll(MENTION)].map(([, , code]) => String(code));
  if (item.kind === 'number' && item.notAbove !== undefined) mentions.push(item.notAbove);
  if (item.kind === 'repeat') mentions.push(item.over);
  return new Set(mentions);
};

/** Codes of the items that refer to one of these codes, or to a field of theirs (`K1_inne`, `O1_U1a`). */
export const referrersTo = (definition: QuestionnaireDefinition, codes: readonly string[]): readonly string[] => {
  const known = new Set(allCodes(definition));
  const refers = (mention: string): boolean =>
    codes.includes(mention) || (!known.has(mention) && codes.some((code) => mention.startsWith(`${code}_`)));
  return allItems(definition)
    .filter((item) => !codes.includes(item.code) && [...mentionsIn(item)].some(refers))
    .map(({ code }) => code);
};

/** Items that stand before an item and refer to it, or that it refers to and stand after it. */
export const brokenByOrder = (definition: QuestionnaireDefinition, moved: Item): readonly string[] => {
  const items = allItems(definition);
  const place = new Map(items.map(({ code }, index) => [code, index]));
  const at = place.get(moved.code) ?? 0;
  const earlierReferrers = referrersTo(definition, codesIn(moved)).filter((code) => (place.get(code) ?? at) < at);
  const tooLate = [moved, ...innerItems(moved)]
    .flatMap((item) => [...mentionsIn(item)])
    .some((mention) => (place.get(ownerOf(items, mention)) ?? -1) > at + innerItems(moved).length);
  return tooLate ? [...earlierReferrers, moved.code] : earlierReferrers;
};

const ownerOf = (items: readonly Item[], mention: string): string =>
  items.find((item) => codesIn(item).includes(mention) || mention.startsWith(`${item.code}_`))?.code ?? mention;

/**
 * Every mention of a renamed code under its new name: conditions, bounds, texts, translations and their keys. Undefined
 * where somebody mentions the new name already: then following would give that mention another meaning.
 *
 * @param known the codes before the renaming
 */
export const followRenames = (
  definition: QuestionnaireDefinition,
  renames: readonly Rename[],
  known: ReadonlySet<string>,
): QuestionnaireDefinition | undefined => {
  const follow = (code: string): string => {
    const whole = renames.find(({ from }) => from === code);
    if (whole !== undefined) return whole.to;
    if (known.has(code)) return code;
    const part = renames.find(({ from }) => code.startsWith(`${from}_`));
    return part === undefined ? code : `${part.to}${code.slice(part.from.length)}`;
  };
  const mentioned = new Set(allItems(definition).flatMap((item) => [...mentionsIn(item)]));
  const arrivals = new Set([...mentioned].filter((code) => follow(code) !== code).map(follow));
  const isDisputed = [...mentioned].some(
    (code) =>
      follow(code) === code &&
      (arrivals.has(code) || renames.some(({ to }) => code === to || code.startsWith(`${to}_`))) &&
      !known.has(code),
  );
  const translated = translatedCodes(definition);
  const isTranslated = renames.some(({ to }) => translated.has(to) && !known.has(to));
  if (isDisputed || isTranslated || [...arrivals].some((code) => known.has(code))) return undefined;
  return rewritten(definition, follow, renames);
};

const codeOfKey = (key: string): string => key.split('/', 1)[0] ?? '';

const translatedCodes = ({ translations = [] }: QuestionnaireDefinition): ReadonlySet<string> =>
  new Set(translations.flatMap(({ texts }) => texts.map(({ key }) => codeOfKey(key))));

const rewritten = (
  definition: QuestionnaireDefinition,
  follow: (code: string) => string,
  renames: readonly Rename[],
): QuestionnaireDefinition => {
  const inText = (text: string): string =>
    text.replace(MENTION, (_, before: string, code: string, after: string) => `\${${before}${follow(code)}${after}}`);
  const inItem = (item: Item): Item => {
    const plain = mapTexts(item, inText);
    if (plain.kind === 'number' && plain.notAbove !== undefined) return { ...plain, notAbove: follow(plain.notAbove) };
    if (plain.kind === 'repeat') return { ...plain, over: follow(plain.over), items: plain.items.map(inItem) };
    return plain;
  };
  const keyAfter = (key: string): string => {
    const code = codeOfKey(key);
    return `${renames.find(({ from }) => from === code)?.to ?? code}${key.slice(code.length)}`;
  };
  const { translations } = definition;
  return {
    ...definition,
    pages: definition.pages.map((page) => ({ ...page, items: page.items.map(inItem) })),
    ...(translations === undefined
      ? {}
      : {
          translations: mapTexts(translations, inText).map((translation) => ({
            ...translation,
            texts: translation.texts.map((text) => ({ ...text, key: keyAfter(text.key) })),
          })),
        }),
  };
};

/** The same value with every text changed. */
const mapTexts = <Value>(value: Value, change: (text: string) => string): Value => {
  const map = (inner: unknown): unknown => {
    if (typeof inner === 'string') return change(inner);
    if (Array.isArray(inner)) return inner.map(map);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, map(each)]));
  };
  return map(value) as Value;
};
