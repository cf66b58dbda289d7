import { capitalised, type Translator } from '../../platform/i18n';
import { wordsOfGiven, type GivenTable, type GivenWords } from '../analysis';
import { gatherBatteries, type DisclosedBlock } from '../analysis/domain';
import { readAnswers, readFocus, readStatements } from './domain/claims';
import { wordLevel } from './word-level';
import { entryBullets } from './word-order';

const MOST = 40;

/** What stands in bullets under a table: the upper ends of a battery from the highest, the answers to a question from the most frequent. */
export const bulletsOf = (given: GivenTable, translator: Translator): readonly string[] => {
  const words = wordsOfGiven(given, translator);
  const batteries = gatherBatteries(given);
  return given.table.blocks
    .flatMap((block): readonly string[] => {
      const battery = batteries.find(({ blocks }) => blocks.includes(block));
      if (battery === undefined) return ofBlock(block, words);
      const ordered = battery.blocks[0] === block ? readStatements(given, battery.item ?? '') : null;
      return ordered === null ? [] : entryBullets(ordered, words);
    })
    .slice(0, MOST);
};

const ofBlock = (block: DisclosedBlock, words: GivenWords): readonly string[] => {
  const kinds = new Set(block.summaries.map(({ kind }) => kind));
  const measure = kinds.has('recommendation') ? 'nps' : block.kind === 'number' ? 'srednia' : null;
  if (measure === null) {
    const ordered = block.percentsOf === 'respondents' ? readAnswers(words.given, block) : null;
    return ordered === null ? [] : entryBullets(ordered, words);
  }
  const focus = { variable: block.variable, measure, codes: [], column: null, against: null };
  const reading = readFocus(words.given, focus);
  return reading?.kind === 'level' ? [`${capitalised(wordLevel(reading, words).title)}.`] : [];
};
