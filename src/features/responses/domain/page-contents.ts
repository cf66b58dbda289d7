import {
  pageAt,
  pathThrough,
  questionNumbers,
  referencesOf,
  type AnswerSheet,
  type AskedItem,
  type BatteryRow,
  type Block,
  type CompiledItem,
  type CompiledVersion,
  type Condition,
  type Path,
} from '../../questionnaires/domain';
import { calculationsFor, type Calculation } from './calculations-on-page';
import { decidedHere } from './decided-here';

interface Showable {
  readonly isShown: boolean;
  /** Present when answers on the same page decide: the page then holds the item either way and a script may reveal it. */
  readonly decidedHere: Condition | null;
}

export interface RowOnPage extends Showable {
  readonly row: BatteryRow;
}

export interface ItemOnPage extends Showable {
  readonly item: AskedItem;
  /** "Pytanie 8"; 0 while nothing brings the question up, null for information. */
  readonly number: number | null;
  readonly rows: readonly RowOnPage[];
  /** The block that begins with this item, or goes on with it; null outside of repeated blocks. */
  readonly block: Block | null;
}

export interface PageContents {
  readonly items: readonly ItemOnPage[];
  /** Number of the first question on the page. */
  readonly firstNumber: number;
  /** Answers from other pages that conditions on this page look at. */
  readonly earlier: AnswerSheet;
  /** Values to be worked out anew whenever an answer on this page changes, in this order. */
  readonly calculations: readonly Calculation[];
  /** The questionnaire is over with this page, as the answers stand. */
  readonly isEnd: boolean;
}

/** What a page holds for these answers: everything they bring up, and what its own questions may still bring up. */
export const pageContents = (compiled: CompiledVersion, pageNumber: number, answers: AnswerSheet): PageContents => {
  const path = pathThrough(compiled, answers);
  const numbers = questionNumbers(compiled, answers);
  const held = itemsOnPage(compiled, pageNumber, path)
    .map((item) => ({ ...item, number: item.item.kind === 'information' ? null : (numbers.get(item.item.code) ?? 0) }))
    .filter((item) => item.isShown || mayAppear(item) || item.rows.some(mayAppear));
  const before = compiled.items.filter(({ item, page }) => page < pageNumber && numbers.has(item.code)).length;
  const conditions = held
    .flatMap((item) => [item.decidedHere, ...item.rows.map((row) => row.decidedHere)])
    .filter((condition) => condition !== null);
  const calculations = calculationsFor(compiled, pageNumber, conditions);
  const looksAt = new Set(
    [...conditions, ...calculations.map(({ expression }) => expression)].flatMap((part) => referencesOf(part)),
  );
  return {
    items: held,
    firstNumber: before + 1,
    earlier: Object.fromEntries(
      Object.entries(path.answers).filter(
        ([code]) => looksAt.has(code) && compiled.fieldByCode.get(code)?.page !== pageNumber,
      ),
    ),
    calculations,
    isEnd: held.some((item) => item.isShown && ends(item)),
  };
};

const mayAppear = ({ decidedHere }: Showable): boolean => decidedHere !== null;

const ends = ({ item }: { readonly item: AskedItem }): boolean => item.kind === 'information' && item.ends === true;

const itemsOnPage = (compiled: CompiledVersion, pageNumber: number, path: Path): readonly ItemOnPage[] => {
  const decide = (condition: Condition | null): Condition | null =>
    decidedHere(compiled, pageNumber, path.answers, condition);
  let goesOn: Condition | null = null;
  const items: ItemOnPage[] = [];
  for (const compiledItem of pageAt(compiled, pageNumber).items) {
    if (compiledItem.item.kind === 'calculated') continue;
    const decision = withoutEnd(decide, goesOn, compiledItem);
    items.push(itemOnPage(compiledItem, path, decision, decide));
    if (ends(compiledItem) && decision !== null) goesOn = { kind: 'not', condition: decision };
  }
  return items;
};

/** A question behind a possible end is shown only while the end is not. */
const withoutEnd = (
  decide: (condition: Condition | null) => Condition | null,
  goesOn: Condition | null,
  { shownIf }: CompiledItem,
): Condition | null => {
  if (goesOn === null) return decide(shownIf);
  return shownIf === null ? goesOn : decide({ kind: 'and', left: goesOn, right: shownIf });
};

const itemOnPage = (
  { item, fields, block }: CompiledItem,
  path: Path,
  decision: Condition | null,
  decide: (condition: Condition | null) => Condition | null,
): ItemOnPage => {
  const rows = fields.flatMap(({ row, code, shownIf }) =>
    row === null ? [] : [{ row, isShown: path.asked.has(code), decidedHere: decide(shownIf) }],
  );
  return {
    item,
    block,
    number: null,
    isShown: path.shown.has(item.code),
    decidedHere: decision,
    rows: rows.filter((row) => row.isShown || row.decidedHere !== null || decision !== null),
  };
};
