import {
  inOrder,
  mapTexts,
  orderOf,
  pipeText,
  referencesInText,
  type AnswerSheet,
  type CompiledVersion,
  type Wording,
} from '../../questionnaires/domain';
import type { ItemOnPage } from './page-contents';

/** Whose answers stand in the texts, and what decides their order. */
export interface Respondent {
  /** Those that count, as in `pathThrough(…).answers`. */
  readonly answers: AnswerSheet;
  /** The submission id. */
  readonly seed: string;
  readonly wording: Wording;
}

/** The item as this respondent meets it: their answers in its texts, choices and rows in the order drawn for them. */
export const personalItem = (compiled: CompiledVersion, respondent: Respondent, onPage: ItemOnPage): ItemOnPage => {
  const { answers, seed, wording } = respondent;
  const item = mapTexts(inOrder(onPage.item, seed), (text) => pipeText(text, answers, compiled, wording));
  const rows = 'rows' in item ? item.rows : [];
  return {
    ...onPage,
    item,
    rows: rows.flatMap((row) =>
      onPage.rows.filter(({ row: { code } }) => code === row.code).map((rowOnPage) => ({ ...rowOnPage, row })),
    ),
  };
};

/**
 * The item's text with `${K2}` left in it for answers given on the same page, so that a script can fill it in; null where it
 * repeats none.
 */
export const templateOf = (
  compiled: CompiledVersion,
  pageNumber: number,
  { answers, wording }: Respondent,
  { item }: ItemOnPage,
): string | null => {
  const isHere = (code: string): boolean => compiled.fieldByCode.get(code)?.page === pageNumber;
  const codes = referencesInText(item.text);
  if (!codes.some(isHere)) return null;
  return codes
    .filter((code) => !isHere(code))
    .map((code) => `\${${code}}`)
    .reduce(
      (text, reference) => text.replaceAll(reference, pipeText(reference, answers, compiled, wording)),
      item.text,
    );
};

/**
 * By item code: in which order the respondent saw choices or rows, where chance decided.
 *
 * @param shown codes of the items that were shown
 */
export const ordersOf = (
  { items }: CompiledVersion,
  shown: ReadonlySet<string>,
  { seed, lastPage }: { readonly seed: string; readonly lastPage: number },
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    items
      .filter(({ item, page }) => item.random === true && page <= lastPage && shown.has(item.code))
      .map(({ item }) => [item.code, orderOf(item, seed)]),
  );
