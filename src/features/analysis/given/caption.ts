import {
  countTogether,
  scaleEndsOf,
  type DisclosedBlock,
  type GatheredBattery,
  type SummaryCell,
} from '../domain/tables';
import { plainTitle } from './figure-notes';
import { isCompared } from './test-notes';
import { columnName, listed, nText, quotable, quoted, statementText, type GivenWords } from './given-words';

const EVERYONE = 0;
/** Of fewer people no finding stands in a title. */
const FEWEST = 30;
const MOST_NAMED = 2;

/** The finding in a sentence where a rule can say it; otherwise the question. */
export const captionOfBattery = ({ blocks, ends }: GatheredBattery, words: GivenWords): string => {
  const rated = blocks
    .flatMap((block) => {
      const counted = countTogether(block, ends.top, EVERYONE);
      return counted === null || (block.bases[EVERYONE]?.n ?? 0) < FEWEST
        ? []
        : [{ name: quotable(statementText(block, words), words), share: counted.share }];
    })
    .toSorted((a, b) => b.share - a.share);
  const [first, last] = [rated[0], rated.at(-1)];
  if (first === undefined || last === undefined || rated.length < 2) return titleOfQuestion(blocks, words);
  const percent = (share: number): string => words.format.percent(share);
  const most = namesAt(rated, first.share, words);
  const least = namesAt(rated, last.share, words);
  const values = { most, mostPercent: percent(first.share), least, leastPercent: percent(last.share) };
  const measure = words.t(`analysis:scale.${scaleNameOf(blocks, words)}.measure`);
  if (percent(first.share) === percent(last.share))
    return words.t('frozen:caption.batteryAlike', { measure, percent: values.mostPercent });
  return words.t('frozen:caption.battery', { measure, ...values });
};

/** Names of those that share a value, two at most. */
const namesAt = (
  rated: readonly { readonly name: string; readonly share: number }[],
  share: number,
  words: GivenWords,
): string => {
  const names = rated.filter((one) => one.share === share).map(({ name }) => quoted(name, words));
  const more = names.length - MOST_NAMED;
  return more > 0
    ? words.t('frozen:andMore', { texts: names.slice(0, MOST_NAMED).join(', '), count: more })
    : listed(names, words);
};

const titleOfQuestion = (blocks: readonly DisclosedBlock[], words: GivenWords): string => {
  const [first] = blocks;
  if (first === undefined) return words.t('frozen:nameless');
  const { item, question, statement } = words.wordingOf(first.variable);
  return statement === null ? plainTitle(first, words) : `${item}. ${quotable(question, words)}`;
};

/** Scales of the house have words of their own. */
const scaleNameOf = ([first]: readonly DisclosedBlock[], words: GivenWords): string => {
  const scale = first === undefined ? null : words.named(first.variable).scale;
  return scale !== null && words.translator.has(`analysis:scale.${scale}.measure`) ? scale : 'OWN';
};

export const captionOfShares = (block: DisclosedBlock, words: GivenWords): string => {
  const top = scaleTop(block, words);
  if (top !== null) return top;
  const shown = block.rows
    .flatMap(({ label, cells }) => {
      const share = cells[EVERYONE]?.share ?? null;
      return share === null ? [] : [{ label, share }];
    })
    .toSorted((a, b) => b.share - a.share);
  const [first, second] = shown;
  const isSaid = first !== undefined && first.share > 0 && first.share !== second?.share;
  if (!isSaid || (block.bases[EVERYONE]?.n ?? 0) < FEWEST) return plainTitle(block, words);
  const isRanking = words.named(block.variable).places !== null;
  const kind = isRanking ? 'ranking' : block.kind === 'set' ? block.percentsOf : 'choice';
  return words.t(`frozen:caption.${kind}`, {
    answer: quotable(first.label, words),
    percent: words.format.percent(first.share),
  });
};

/** How many stand at the upper end of a scale. */
const scaleTop = (block: DisclosedBlock, words: GivenWords): string | null => {
  const ends = scaleEndsOf(block, words.named(block.variable));
  const counted = ends === null ? null : countTogether(block, ends.top, EVERYONE);
  if (counted === null || (block.bases[EVERYONE]?.n ?? 0) < FEWEST) return null;
  const scale = scaleNameOf([block], words);
  return words.t(scale === 'OWN' ? 'frozen:caption.scale' : `analysis:scale.${scale}.one`, {
    percent: words.format.percent(counted.share),
    row: quotable(statementText(block, words), words),
  });
};

/** Who is higher, where the table's own test says so. */
export const captionOfMeans = (block: DisclosedBlock, words: GivenWords): string => {
  const means = block.summaries.find(({ kind }) => kind === 'mean')?.cells ?? [];
  const [total] = means;
  const pair = significantPair(means, words);
  if (pair !== null) {
    const of = ({ at, value }: Placed) => {
      const column = words.given.table.columns[at];
      return {
        name: column === undefined ? '' : quotable(columnName(column, words), words),
        value: words.format.decimal(value),
      };
    };
    const [high, low] = [of(pair.high), of(pair.low)];
    return words.t('frozen:caption.higher', {
      high: high.name,
      highValue: high.value,
      low: low.name,
      lowValue: low.value,
    });
  }
  if (total?.value == null || total.n < FEWEST) return plainTitle(block, words);
  return words.t('frozen:caption.mean', {
    question: quotable(statementText(block, words), words),
    mean: words.format.decimal(total.value),
    n: nText(total.n, words),
  });
};

/** At how many statements the table's own tests found groups that differ. */
export const captionOfBatteryMeans = (blocks: readonly DisclosedBlock[], words: GivenWords): string => {
  const meansOf = ({ summaries }: DisclosedBlock) => summaries.find(({ kind }) => kind === 'mean')?.cells ?? [];
  const different = blocks.filter((block) => meansOf(block).some((cell) => (cell?.higherThan.length ?? 0) > 0)).length;
  const values = { count: blocks.length, different: words.format.integer(different) };
  if (different > 0) return words.t('frozen:caption.differ', values);
  return words.t(isCompared(blocks, words) ? 'frozen:caption.noneDiffer' : 'frozen:caption.meansInGroups', values);
};

interface Placed {
  readonly at: number;
  readonly value: number;
}

/** The widest difference that the letters of the table confirm, between groups of one banner. */
const significantPair = (
  cells: readonly (SummaryCell | null)[],
  { given: { table } }: GivenWords,
): { readonly high: Placed; readonly low: Placed } | null => {
  const pairs = table.columns.flatMap((column, at) => {
    const high = cells[at];
    if (high?.value == null) return [];
    return table.columns.flatMap((other, place) => {
      const value = cells[place]?.value ?? null;
      const isLower = other.variable === column.variable && high.higherThan.includes(other.letter ?? '');
      return value === null || !isLower ? [] : [{ high: { at, value: high.value ?? 0 }, low: { at: place, value } }];
    });
  });
  return pairs.toSorted((a, b) => b.high.value - b.low.value - (a.high.value - a.low.value))[0] ?? null;
};

export const captionOfScore = (block: DisclosedBlock, words: GivenWords): string => {
  const total = block.summaries.find(({ kind }) => kind === 'recommendation')?.cells[EVERYONE] ?? null;
  if (total?.value == null || total.interval === null) return plainTitle(block, words);
  const { low, high } = total.interval;
  const kind = low > 0 ? 'more' : high < 0 ? 'fewer' : 'even';
  return words.t(`frozen:caption.score.${kind}`, { nps: words.format.signed(total.value) });
};
