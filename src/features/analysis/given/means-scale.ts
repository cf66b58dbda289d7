import type { DotScale } from '../domain/figures';
import type { DisclosedBlock, SummaryCell } from '../domain/tables';
import { quotable, type GivenWords } from './given-words';
import { shortened } from './tidy-label';

const STEPS = 5;
const MOST_POINTS = 11;
const LONGEST_END = 40;

/** Ratings stand on their whole scale; numbers between round ends around the intervals. */
export const scaleOf = (
  blocks: readonly DisclosedBlock[],
  cells: readonly (SummaryCell | null)[],
  words: GivenWords,
): DotScale | null => {
  const [first] = blocks;
  const points = (first === undefined ? [] : words.named(first.variable).categories)
    .filter(({ value, missing }) => value !== null && missing === null)
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [least, most] = [points[0], points.at(-1)];
  if (least !== undefined && most !== undefined && points.length <= MOST_POINTS) {
    const [min, max] = [least.value ?? 0, most.value ?? 0];
    if (max > min && Number.isInteger(min) && Number.isInteger(max) && max - min <= MOST_POINTS)
      return {
        min,
        max,
        step: 1,
        ticks: Array.from({ length: max - min + 1 }, (_, at) => words.format.integer(min + at)),
        ends: [endText(least, words), endText(most, words)],
      };
  }
  return roundScale(cells, words);
};

const endText = ({ value, label }: { readonly value: number | null; readonly label: string }, words: GivenWords) =>
  `${words.format.integer(value ?? 0)} – ${shortened(quotable(label, words), LONGEST_END)}`;

const roundScale = (cells: readonly (SummaryCell | null)[], { format }: GivenWords): DotScale | null => {
  const numbers = cells.flatMap((cell) =>
    cell?.value == null ? [] : [cell.value, cell.interval?.low, cell.interval?.high],
  );
  const known = numbers.filter((number) => number !== undefined).filter((number) => Number.isFinite(number));
  if (known.length === 0) return null;
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const step = roundStep((high - low || 1) / STEPS);
  const [from, to] = [Math.floor(low / step), Math.max(Math.floor(low / step) + 1, Math.ceil(high / step))];
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return {
    min: from * step,
    max: to * step,
    step,
    ticks: Array.from({ length: to - from + 1 }, (_, at) => format.decimal((from + at) * step, Math.min(6, digits))),
  };
};

/** 1, 2 or 5 times a power of ten, not below the width. */
const roundStep = (width: number): number => {
  const power = 10 ** Math.floor(Math.log10(width));
  return ([1, 2, 5].find((factor) => factor * power >= width) ?? 10) * power;
};
