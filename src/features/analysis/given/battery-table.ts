import type { Figure, TableCell, TableRow } from '../domain/figures';
import { countTogether, type DisclosedBlock, type GatheredBattery } from '../domain/tables';
import { baseRow, hiddenCell, NOTHING, shareCell, summaryCell } from './figure-table';
import { labelText, statementOf, type GivenWords } from './given-words';

/** More statements than this are rows of the table instead of columns: so many do not stand side by side on paper. */
const MOST_BESIDE = 6;
const EVERYONE = 0;

/** Points of the scale, the sums of its ends, mean and n of every statement. */
export const tableOfBattery = (battery: GatheredBattery, words: GivenWords): Figure['table'] =>
  (battery.blocks.length > MOST_BESIDE ? tableByStatement : tableByPoint)(battery, words);

/** Points of the scale as rows from the highest, "don't know" after them. */
const pointsOf = ({ blocks, ends }: GatheredBattery) => {
  const rows = blocks[0]?.rows ?? [];
  const isPoint = ({ code }: { readonly code: string }): boolean => ends.points.includes(code);
  const ofPoint = (code: string) => rows.filter((row) => row.code === code);
  return [...ends.points.toReversed().flatMap(ofPoint), ...rows.filter((row) => !isPoint(row))];
};

const pointCell = (block: DisclosedBlock, code: string, words: GivenWords): TableCell =>
  shareCell(withoutInterval(block.rows.find((row) => row.code === code)?.cells[EVERYONE] ?? null), undefined, words);

const withoutInterval = <Of extends { readonly interval: unknown }>(cell: Of | null): Of | null =>
  cell === null ? null : { ...cell, interval: null };

const endCell = (block: DisclosedBlock, codes: readonly string[], words: GivenWords): TableCell => {
  if (block.bases[EVERYONE] == null) return hiddenCell(words);
  const counted = countTogether(block, codes, EVERYONE);
  if (counted === null) return NOTHING;
  return { text: words.format.percent(counted.share), value: counted.share };
};

const meanCell = (block: DisclosedBlock, words: GivenWords): TableCell => {
  const mean = block.summaries.find(({ kind }) => kind === 'mean');
  return mean === undefined
    ? NOTHING
    : summaryCell('mean', withoutInterval(mean.cells[EVERYONE] ?? null), undefined, words);
};

const baseCell = (block: DisclosedBlock, words: GivenWords): TableCell =>
  baseRow(block, words).cells[EVERYONE] ?? NOTHING;

const tableByPoint = (battery: GatheredBattery, words: GivenWords): Figure['table'] => {
  const { blocks, ends } = battery;
  const row = (label: string, cell: (block: DisclosedBlock) => TableCell, strong = true): TableRow => ({
    label,
    cells: blocks.map(cell),
    ...(strong && { strong: true as const }),
  });
  return {
    head: [{ text: words.t('frozen:answer') }, ...blocks.map((block) => ({ text: statementOf(block, words) }))],
    rows: [
      ...pointsOf(battery).map(({ code, label }) =>
        row(labelText(label, words), (block) => pointCell(block, code, words), false),
      ),
      row(words.t('frozen:battery.top'), (block) => endCell(block, ends.top, words)),
      row(words.t('frozen:battery.bottom'), (block) => endCell(block, ends.bottom, words)),
      row(words.t('frozen:battery.mean'), (block) => meanCell(block, words)),
      row(words.t('frozen:baseRow'), (block) => baseCell(block, words)),
    ],
  };
};

const tableByStatement = (battery: GatheredBattery, words: GivenWords): Figure['table'] => {
  const { blocks, ends } = battery;
  const points = pointsOf(battery);
  return {
    head: [
      { text: words.t('frozen:statement') },
      ...points.map(({ label }) => ({ text: labelText(label, words) })),
      ...['battery.top', 'battery.bottom', 'battery.mean', 'baseRow'].map((key) => ({
        text: words.t(`frozen:${key}`),
      })),
    ],
    rows: blocks.map((block) => ({
      label: statementOf(block, words),
      cells: [
        ...points.map(({ code }) => pointCell(block, code, words)),
        endCell(block, ends.top, words),
        endCell(block, ends.bottom, words),
        meanCell(block, words),
        baseCell(block, words),
      ],
    })),
  };
};
