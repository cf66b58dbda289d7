import type { Item, QuestionnaireDefinition } from '../definition';
import { allItems, innerItems } from './locate';

const LETTERS_OF_CODE = /^([A-Z][A-Za-z]*?)\d/;
const FIELD_CODE = /^[A-Z][A-Za-z0-9_]*$/;

/** A capital first, then letters, digits and `_`: a name that every statistics package accepts. */
export const isFieldCode = (code: string): boolean => FIELD_CODE.test(code) && code.length <= LONGEST_CODE;
export const LONGEST_CODE = 32;

/** Codes of an item: its own, its rows', and those of the items it repeats. */
export const codesIn = (item: Item): readonly string[] => [
  item.code,
  ...('rows' in item ? item.rows.map(({ code }) => code) : []),
  ...innerItems(item).flatMap(codesIn),
];

export const allCodes = (definition: QuestionnaireDefinition): readonly string[] =>
  definition.pages.flatMap(({ items }) => items.flatMap(codesIn));

/** Codes that cannot be given again: those in use, and those that translations still speak of. */
const takenCodes = (definition: QuestionnaireDefinition, reserved: ReadonlySet<string>): ReadonlySet<string> => {
  const translated = (definition.translations ?? []).flatMap(({ texts }) =>
    texts.map(({ key }) => key.split('/', 1)[0] ?? ''),
  );
  return new Set([...allCodes(definition), ...translated, ...reserved]);
};

/**
 * The next free code in the letter of a page: `J9` after `J8`.
 *
 * @param reserved codes that answers already exist for; a code given twice would mix their answers
 */
export const nextItemCode = (
  definition: QuestionnaireDefinition,
  pageId: string,
  reserved: ReadonlySet<string>,
): string => {
  const taken = takenCodes(definition, reserved);
  const letter = letterOfPage(definition, pageId);
  const numbers = [...taken].map((code) => numberIn(code, letter));
  return `${letter}${Math.max(0, ...numbers) + 1}`;
};

/** 9 for `P9`, `P9a` and `P9_inne`; 0 for codes in another letter. */
const numberIn = (code: string, letter: string): number => {
  const digits = code.startsWith(letter) ? /^\d{1,6}/.exec(code.slice(letter.length)) : null;
  return digits === null ? 0 : Number(digits[0]);
};

const letterOfPage = (definition: QuestionnaireDefinition, pageId: string): string => {
  const here = definition.pages.find(({ id }) => id === pageId)?.items ?? [];
  const counts = new Map<string, number>();
  for (const { code } of here.flatMap((item) => [item, ...innerItems(item)])) {
    const letters = LETTERS_OF_CODE.exec(code)?.[1];
    if (letters !== undefined) counts.set(letters, (counts.get(letters) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1]);
  return commonest === undefined ? freeLetter(definition) : commonest[0];
};

/** A new page begins a letter of its own, `P` ("pytanie") first. */
const freeLetter = (definition: QuestionnaireDefinition): string => {
  const inUse = new Set(allItems(definition).map(({ code }) => code.charAt(0)));
  return Array.from('PABCDEFGHIJKLMNOQRSTUVWXYZ').find((letter) => !inUse.has(letter)) ?? 'P';
};

/** Codes for so many rows more: `P9a`, `P9b` … `P9z`, `P9aa`. */
export const nextRowCodes = (itemCode: string, count: number, taken: ReadonlySet<string>): readonly string[] => {
  const codes: string[] = [];
  for (let index = 0; codes.length < count; index += 1) {
    const code = `${itemCode}${lettersOf(index)}`;
    if (!taken.has(code)) codes.push(code);
  }
  return codes;
};

const ALPHABET = 26;
const FIRST_LETTER = 97;

/** 0 → a, 25 → z, 26 → aa. */
const lettersOf = (index: number): string => {
  const last = String.fromCharCode(FIRST_LETTER + (index % ALPHABET));
  return index < ALPHABET ? last : `${lettersOf(Math.floor(index / ALPHABET) - 1)}${last}`;
};

/** The next number that no choice has: `6` after `5`; 97 to 99 stay free for missing answers. */
export const nextChoiceCode = (codes: Iterable<string>): string => {
  const taken = new Set(codes);
  let number = 1;
  while (taken.has(String(number)) || (number >= 95 && number <= 99)) number += 1;
  return String(number);
};
