import type { Translator } from '../../../platform/i18n';
import type { Figure } from '../domain/figures';
import { gatherBatteries, type DisclosedBlock, type GatheredBattery } from '../domain/tables';
import type { GivenTable } from '../frozen';
import { batteryName, batterySub, presentBattery } from './battery-figure';
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

const presentGathered = (battery: GatheredBattery, words: GivenWords): readonly Figure[] => [
  presentBattery(battery, words),
  ...(words.given.table.columns.length > 1
    ? [
        presentBatteryMeans(
          { id: batteryName(battery), blocks: battery.blocks, sub: batterySub(battery, 'means', words) },
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
