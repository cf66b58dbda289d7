import {
  pageAt,
  pathThrough,
  questionNumbers,
  referencesOf,
  type AnswerSheet,
  type BatteryRow,
  type CompiledVersion,
  type Condition,
  type Item,
} from '../../questionnaires/domain';

interface Showable {
  readonly isShown: boolean;
  /** Present when answers on the same page decide: the page then holds the item either way and a script may reveal it. */
  readonly decidedHere: Condition | null;
}

export interface RowOnPage extends Showable {
  readonly row: BatteryRow;
}

export interface ItemOnPage extends Showable {
  readonly item: Item;
  /** "Pytanie 8"; 0 while nothing brings the question up, null for information. */
  readonly number: number | null;
  readonly rows: readonly RowOnPage[];
}

export interface PageContents {
  readonly items: readonly ItemOnPage[];
  /** Number of the first question on the page. */
  readonly firstNumber: number;
  /** Answers from other pages that conditions on this page look at. */
  readonly earlier: AnswerSheet;
}

/** What a page holds for these answers: everything they bring up, and what its own questions may still bring up. */
export const pageContents = (compiled: CompiledVersion, pageNumber: number, answers: AnswerSheet): PageContents => {
  const path = pathThrough(compiled, answers);
  const numbers = questionNumbers(compiled, answers);
  const decidedHere = (condition: Condition | null): Condition | null =>
    condition !== null && looksAtPage(compiled, condition, pageNumber) ? condition : null;

  const items = pageAt(compiled, pageNumber).items.map(({ item, shownIf, fields }): ItemOnPage => {
    const rows = fields.flatMap(({ row, code, shownIf: rowShownIf }) =>
      row === null ? [] : [{ row, isShown: path.asked.has(code), decidedHere: decidedHere(rowShownIf) }],
    );
    return {
      item,
      number: item.kind === 'information' ? null : (numbers.get(item.code) ?? 0),
      isShown: path.shown.has(item.code),
      decidedHere: decidedHere(shownIf),
      rows: rows.filter((row) => row.isShown || row.decidedHere !== null || decidedHere(shownIf) !== null),
    };
  });
  const held = items.filter((item) => item.isShown || item.decidedHere !== null || item.rows.some(mayAppear));
  const before = compiled.items.filter(({ item, page }) => page < pageNumber && numbers.has(item.code)).length;
  return { items: held, firstNumber: before + 1, earlier: earlierAnswers(compiled, pageNumber, held, path.answers) };
};

const mayAppear = ({ decidedHere }: Showable): boolean => decidedHere !== null;

const looksAtPage = (compiled: CompiledVersion, condition: Condition, pageNumber: number): boolean =>
  referencesOf(condition).some((code) => compiled.fieldByCode.get(code)?.page === pageNumber);

const earlierAnswers = (
  compiled: CompiledVersion,
  pageNumber: number,
  items: readonly ItemOnPage[],
  answers: AnswerSheet,
): AnswerSheet => {
  const conditions = items.flatMap((item) => [item.decidedHere, ...item.rows.map((row) => row.decidedHere)]);
  const codes = new Set(conditions.flatMap((condition) => (condition === null ? [] : referencesOf(condition))));
  return Object.fromEntries(
    Object.entries(answers).filter(([code]) => codes.has(code) && compiled.fieldByCode.get(code)?.page !== pageNumber),
  );
};
