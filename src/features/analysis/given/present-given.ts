import type { Translator } from '../../../platform/i18n';
import type { Figure } from '../domain/figures';
import { batteriesOf, scaleEndsOf, type DisclosedBlock } from '../domain/tables';
import type { GivenTable } from '../frozen';
import { batterySub, presentBattery, type GatheredBattery } from './battery-figure';
import { wordsOfGiven, type GivenWords } from './given-words';
import { presentBatteryMeans, presentMeans } from './means-figure';
import { presentScore } from './score-figure';
import { presentShares } from './shares-figure';

export interface GivenOptions {
  /** Statements on one scale stand in figures of their own. */
  readonly apart?: boolean;
}

/**
 * The pictures of a given table with its numbers: one for each row variable, and one for each battery of statements on one scale,
 * in the order of the rows. With groups a battery has a second one, of means.
 */
export const presentGiven = (
  given: GivenTable,
  translator: Translator,
  { apart = false }: GivenOptions = {},
): readonly Figure[] => {
  const words = wordsOfGiven(given, translator);
  const batteries = apart ? [] : gatherBatteries(given);
  return given.table.blocks.flatMap((block) => {
    const battery = batteries.find(({ blocks }) => blocks.includes(block));
    if (battery === undefined) return presentAlone(block, words);
    return battery.blocks[0] === block ? presentGathered(battery, words) : [];
  });
};

/** Rows that are statements on one scale, of one question where they were asked. */
export const gatherBatteries = ({ table, names }: Pick<GivenTable, 'table' | 'names'>): readonly GatheredBattery[] => {
  const variables = new Map(names.map((named) => [named.name, named]));
  const isOpen = (name: string): boolean =>
    table.blocks.some(({ variable, sensitive }) => variable === name && !sensitive);
  return batteriesOf({ variables }, table.request.rows, isOpen).flatMap((battery) => {
    const items = new Set(battery.variables.map((name) => variables.get(name)?.item ?? null));
    return [...items].flatMap((item): readonly GatheredBattery[] => {
      const blocks = battery.variables
        .filter((name) => (variables.get(name)?.item ?? null) === item)
        .flatMap((name) => table.blocks.find(({ variable }) => variable === name) ?? []);
      const [first] = blocks;
      const named = first === undefined ? undefined : variables.get(first.variable);
      const ends = first === undefined || named === undefined ? null : scaleEndsOf(first, named);
      if (first === undefined || ends === null || blocks.length < 2) return [];
      return [{ id: `${item ?? first.variable}.rozklad`, blocks, ends }];
    });
  });
};

const presentGathered = (battery: GatheredBattery, words: GivenWords): readonly Figure[] => [
  presentBattery(battery, words),
  ...(words.given.table.columns.length > 1
    ? [
        presentBatteryMeans(
          { id: battery.id.replace(/\.rozklad$/, ''), blocks: battery.blocks, sub: batterySub(battery, words) },
          words,
        ),
      ]
    : []),
];

/** A scale in groups is compared by its means; everything else by its answers. */
const presentAlone = (block: DisclosedBlock, words: GivenWords): readonly Figure[] => {
  const has = (kind: string): boolean => block.summaries.some((row) => row.kind === kind);
  if (block.kind === 'number') return [presentMeans(block, words)];
  if (has('recommendation')) return [presentScore(block, words)];
  return words.given.table.columns.length > 1 && has('mean')
    ? [presentShares(block, words), presentMeans(block, words)]
    : [presentShares(block, words)];
};
