import type { AskedItem, Choice, Item, QuestionnaireDefinition } from './definition';
import type { Condition, Expression } from './expression';
import { otherTextCode } from './fields-of';
import { fillReferences } from './text-references';
import { mapTexts } from './map-texts';

/** One turn of a repeated block. */
export interface Block {
  /** Code of the repeat. */
  readonly of: string;
  /** The choice it is about, or its number from 1. */
  readonly choice: string;
  /** What `${U1}` means in its texts: the label of the choice, or the number. */
  readonly label: string;
  /** Heading of the block: the text of the repeat. */
  readonly title: string;
  /** Code of the item in the definition, `O1` where the item is `O1_U1a`. */
  readonly origin: string;
}

export interface LaidOutItem {
  readonly item: AskedItem;
  readonly block: Block | null;
  /** When the block is asked at all; null outside of blocks. */
  readonly condition: Condition | null;
  /** Codes in expressions that mean a field of the same block. */
  readonly renamed: Renamed;
}

export type Renamed = ReadonlyMap<string, string>;
export type Repeat = Extract<Item, { kind: 'repeat' }>;

/** A number says at most this often how often a block is asked. */
export const MOST_BLOCKS = 50;

/** Items by page as respondents meet them: a repeat is its items, once for each choice or number they can be asked for. */
export const layOutBlocks = (definition: QuestionnaireDefinition): readonly (readonly LaidOutItem[])[] => {
  const earlier = new Map<string, Item>();
  return definition.pages.map((page) =>
    page.items.flatMap((item) => {
      const laidOut =
        item.kind === 'repeat'
          ? turnsOf(item, earlier.get(item.over)).flatMap((turn) => layOutTurn(item, turn))
          : [{ item, block: null, condition: null, renamed: NOTHING }];
      earlier.set(item.code, item);
      return laidOut;
    }),
  );
};

const NOTHING: Renamed = new Map();

interface Turn {
  readonly suffix: string;
  readonly choice: string;
  readonly label: string;
  /** What stands in texts for the choice: its label, or what is typed beside "inna, jaka?". */
  readonly words: string;
  readonly condition: Condition;
}

/** What a block is repeated over; none where the repeat names nothing that can be counted. */
const turnsOf = (repeat: Repeat, over: Item | undefined): readonly Turn[] => {
  if (over?.kind === 'multiple') return turnsOfChoices(repeat, over.choices.filter(isRepeated));
  if (over?.kind !== 'number') return [];
  const most = Math.max(0, Math.min(repeat.most ?? over.most, MOST_BLOCKS));
  return Array.from({ length: Math.floor(most) }, (_, index) => {
    const number = String(index + 1);
    const left: Expression = { kind: 'answer', code: repeat.over };
    const right: Expression = { kind: 'number', number: index + 1 };
    const condition: Condition = { kind: 'compare', comparison: '>=', left, right };
    return { suffix: number, choice: number, label: number, words: number, condition };
  });
};

const isRepeated = ({ missing, exclusive }: Choice): boolean => missing === undefined && exclusive !== true;

const turnsOfChoices = ({ over, most }: Repeat, choices: readonly Choice[]): readonly Turn[] => {
  const marked = choices.map(({ code }): Condition => ({ kind: 'selected', code: over, choice: code }));
  return choices.flatMap(({ code, label, other }, index) => {
    const isMarked = marked[index];
    if (isMarked === undefined) return [];
    const condition = most === undefined || index < most ? isMarked : both(isMarked, fewerThan(most, marked, index));
    const words = other === true ? `\${${otherTextCode(over)}}` : label;
    return [{ suffix: code.replaceAll('-', '_'), choice: code, label, words, condition }];
  });
};

/** Whether fewer of the choices before were marked than blocks may be asked. */
const fewerThan = (most: number, marked: readonly Condition[], index: number): Condition => ({
  kind: 'compare',
  comparison: '<',
  left: { kind: 'call', name: 'sum', arguments: marked.slice(0, index) },
  right: { kind: 'number', number: most },
});

export const both = (left: Condition | null, right: Condition): Condition =>
  left === null ? right : { kind: 'and', left, right };

const layOutTurn = (repeat: Repeat, turn: Turn): readonly LaidOutItem[] => {
  const inner = repeat.items.filter((item) => item.kind !== 'repeat');
  const renamed: Renamed = new Map(inner.flatMap((item) => renamesOf(item, turn.suffix)));
  const fill = (text: string): string =>
    fillReferences(text, (code) => (code === repeat.over ? turn.words : `\${${renamed.get(code) ?? code}}`));
  const { choice, label, condition } = turn;
  const block = { of: repeat.code, choice, label, title: fill(repeat.text) };
  return inner.map((item) => ({
    item: mapTexts(renameIn(item, renamed, turn.suffix), fill),
    block: { ...block, origin: item.code },
    condition,
    renamed,
  }));
};

const renamesOf = (item: AskedItem, suffix: string): readonly (readonly [string, string])[] => {
  const code = `${item.code}_${suffix}`;
  const rows = 'rows' in item ? item.rows.map((row) => [row.code, `${row.code}_${suffix}`] as const) : [];
  return [[item.code, code], [otherTextCode(item.code), otherTextCode(code)], ...rows];
};

const renameIn = (item: AskedItem, renamed: Renamed, suffix: string): AskedItem => {
  const named = <Part extends { readonly code: string; readonly comparisonCode?: string }>(part: Part): Part => ({
    ...part,
    code: renamed.get(part.code) ?? part.code,
    ...(part.comparisonCode === undefined ? {} : { comparisonCode: `${part.comparisonCode}-${suffix}` }),
  });
  const renamedItem = named(item);
  if (renamedItem.kind === 'battery' || renamedItem.kind === 'sum')
    return { ...renamedItem, rows: renamedItem.rows.map(named) };
  if (renamedItem.kind !== 'number' || renamedItem.notAbove === undefined) return renamedItem;
  return { ...renamedItem, notAbove: renamed.get(renamedItem.notAbove) ?? renamedItem.notAbove };
};
