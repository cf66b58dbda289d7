import type { SourceItem } from './source-form';

const FIELD_CODE = /^[A-Z][A-Za-z0-9_]*$/;
const CHOICE_CODE = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
const LONGEST_CODE = 60;

/** Letters without their marks: `zażółć` becomes `zazolc`. */
const plainLetters = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/Ł/g, 'L');

/** A field code made of any name: letters and digits, a capital first. */
export const toFieldCode = (name: string): string => {
  if (FIELD_CODE.test(name) && name.length <= LONGEST_CODE) return name;
  const plain = plainLetters(name)
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, LONGEST_CODE - 4);
  const begun = /^[A-Za-z]/.test(plain) ? plain : `Q${plain}`;
  return begun.charAt(0).toUpperCase() + begun.slice(1);
};

export const toChoiceCode = (name: string): string => {
  if (CHOICE_CODE.test(name) && name.length <= LONGEST_CODE) return name;
  const plain = plainLetters(name)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_CODE - 4);
  return plain === '' ? 'x' : plain;
};

/** `rola-w-organizacji` for a page, `owes-clients` for a questionnaire. */
export const toSlug = (name: string): string =>
  plainLetters(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');

/** Gives each name a code of its own; a code that is taken gets a number. */
export const createNaming = (toCode: (name: string) => string) => {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return (name: string): string => {
    const wanted = toCode(name);
    let code = wanted;
    for (let number = numbers.get(wanted) ?? 2; taken.has(code.toLowerCase()); number += 1) {
      code = `${wanted}${/\d$/.test(wanted) ? 'x' : ''}${number}`;
      numbers.set(wanted, number + 1);
    }
    taken.add(code.toLowerCase());
    return code;
  };
};

/** All names of a form that conditions can mention, with the code that each gets. */
export const codesOfItems = (items: readonly SourceItem[], isOurs: boolean): ReadonlyMap<string, string> => {
  const codes = new Map<string, string>();
  const name = isOurs ? (written: string) => written : createNaming(toFieldCode);
  const visit = (item: SourceItem): void => {
    if (!codes.has(item.code)) codes.set(item.code, name(item.code));
    if (item.otherName !== undefined) codes.set(item.otherName, `${codes.get(item.code) ?? item.code}_inne`);
    if ('rows' in item) for (const row of item.rows) if (!codes.has(row.code)) codes.set(row.code, name(row.code));
    if (item.kind === 'repeat') item.items.forEach(visit);
  };
  items.forEach(visit);
  return codes;
};

export type ChoiceCodes = ReadonlyMap<string, string>;

/** Codes of the choices of each item, by the item's name in the file; only items whose codes change are listed. */
export const choiceCodesOf = (items: readonly SourceItem[], isOurs: boolean): ReadonlyMap<string, ChoiceCodes> => {
  const all = new Map<string, ChoiceCodes>();
  if (isOurs) return all;
  const visit = (item: SourceItem): void => {
    if (item.kind === 'repeat') item.items.forEach(visit);
    if (!('choices' in item)) return;
    const name = createNaming(toChoiceCode);
    const codes = new Map<string, string>();
    for (const { code } of item.choices) if (!codes.has(code)) codes.set(code, name(code));
    if ([...codes].every(([written, code]) => written === code)) return;
    all.set(item.code, codes);
    if (item.kind === 'battery') for (const row of item.rows) all.set(row.code, codes);
  };
  items.forEach(visit);
  return all;
};
