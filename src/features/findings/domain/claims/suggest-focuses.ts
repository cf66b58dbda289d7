import { gatherBatteries, scaleEndsOf } from '../../../analysis/domain';
import type { DisclosedBlock } from '../../../analysis/domain';
import type { ColumnReference, Focus } from '../finding';
import { isTested, readNumber, SHARE, verdictOf, type Measured, type ToldNumber, type ToldTable } from './read-numbers';

const MOST = 24;
const EVERYONE = 0;

/** What a sentence might be about, the most telling first: differences that a test confirmed, orders, levels, groups. */
export const suggestFocuses = (told: ToldTable): readonly Focus[] => {
  const measures = told.table.blocks.flatMap((block) => measuresOf(told, block));
  const banners = bannersOf(told);
  const all = [
    ...measures.flatMap((measured) => banners.flatMap((banner) => widestDifference(told, measured, banner))),
    ...gatherBatteries(told).map(({ item }) => focusOf({ variable: item ?? '', measure: SHARE })),
    ...measures.filter(isTested).flatMap((measured) => banners.map((banner) => groupsFocus(measured, banner))),
    ...measures.map(({ block, measure, codes }) => focusOf({ variable: block.variable, measure, codes })),
    ...told.table.blocks.filter(hasOrder).map(({ variable }) => focusOf({ variable, measure: SHARE })),
  ];
  return all.filter((focus) => isSaid(told, focus)).slice(0, MOST);
};

type Partly = Pick<Focus, 'variable' | 'measure'> & Partial<Focus>;

const focusOf = ({ variable, measure, codes = [], column = null, against = null }: Partly): Focus => ({
  variable,
  measure,
  codes,
  column,
  against,
});

const groupsFocus = ({ block, measure, codes }: Measured, variable: string): Focus =>
  focusOf({ variable: block.variable, measure, codes, column: { variable, code: '' } });

/** Numbers that are not there are not suggested; orders and groups are tried by whoever reads them. */
const isSaid = (told: ToldTable, { variable, measure, codes, column }: Focus): boolean => {
  const block = told.table.blocks.find((one) => one.variable === variable);
  if (block === undefined || column !== null || (measure === SHARE && codes.length === 0)) return true;
  return readNumber({ block, measure, codes }, EVERYONE) !== null;
};

const hasOrder = ({ rows }: DisclosedBlock): boolean =>
  rows.filter(({ cells }) => (cells[EVERYONE]?.share ?? null) !== null).length > 1;

const bannersOf = ({ table }: ToldTable): readonly string[] => [
  ...new Set(table.columns.flatMap(({ variable }) => variable ?? [])),
];

/** A scale by its upper end and its mean, a number by its mean, names by the most frequent. */
const measuresOf = (told: ToldTable, block: DisclosedBlock): readonly Measured[] => {
  const has = (kind: string): boolean => block.summaries.some((row) => row.kind === kind);
  if (block.kind === 'number') return [{ block, measure: 'srednia', codes: [] }];
  if (has('recommendation')) return [{ block, measure: 'nps', codes: [] }];
  const named = told.names.find(({ name }) => name === block.variable);
  const ends = named === undefined ? null : scaleEndsOf(block, named);
  if (ends !== null)
    return [
      { block, measure: SHARE, codes: ends.top },
      { block, measure: 'srednia', codes: [] },
    ];
  const isMissing = (code: string): boolean => named?.categories.find((one) => one.code === code)?.missing != null;
  const [most] = block.rows
    .filter(({ code }) => !isMissing(code))
    .toSorted((a, b) => (b.cells[EVERYONE]?.weighted ?? 0) - (a.cells[EVERYONE]?.weighted ?? 0));
  return most === undefined ? [] : [{ block, measure: SHARE, codes: [most.code] }];
};

/** The two groups of a banner that are furthest apart among those that the table's test found different. */
const widestDifference = (told: ToldTable, measured: Measured, banner: string): readonly Focus[] => {
  const numbers = told.table.columns.flatMap(({ variable, code }, at) => {
    const number = variable === banner && code !== null ? readNumber(measured, at) : null;
    return number === null ? [] : [{ number, reference: { variable: banner, code: code ?? '' } }];
  });
  const found = numbers.flatMap((first) =>
    numbers.flatMap((second) => (isHigher(told, measured, first.number, second.number) ? [{ first, second }] : [])),
  );
  const [widest] = found.toSorted((a, b) => gap(b) - gap(a));
  if (widest === undefined) return [];
  const { block, measure, codes } = measured;
  return [
    focusOf({
      variable: block.variable,
      measure,
      codes,
      column: widest.first.reference,
      against: widest.second.reference,
    }),
  ];
};

const isHigher = (told: ToldTable, measured: Measured, first: ToldNumber, second: ToldNumber): boolean =>
  first.value > second.value && first.higherThan.length > 0 && verdictOf(told, measured, [first, second]) === 'higher';

interface Pair {
  readonly first: { readonly number: ToldNumber; readonly reference: ColumnReference };
  readonly second: { readonly number: ToldNumber; readonly reference: ColumnReference };
}

const gap = ({ first, second }: Pair): number => first.number.value - second.number.value;
