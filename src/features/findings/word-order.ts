import { capitalised } from '../../platform/i18n';
import { listed, quotable, statementText, type GivenWords } from '../analysis';
import { SHARE, type Measured, type Ordered, type OrderedEntry } from './domain/claims';
import { noteSentences, smallMark } from './word-notes';
import { countsText, percentText, saysText, whereText } from './word-parts';
import type { Sentences } from './word-claim';

const MOST_NAMED = 3;
const MOST_LISTED = 8;

/** Which answer or statement is first, and which last; those that share a place are named together. */
export const wordOrder = (ordered: Ordered, words: GivenWords): Sentences => {
  const { entries, block } = ordered;
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return { title: '', text: '' };
  const measured = { block, measure: SHARE, codes: [] };
  const values = {
    measure: capitalised(subjectOf(ordered, words)),
    most: placeText(ordered, first, words),
    least: placeText(ordered, last, words),
  };
  const isAlike = first.value === last.value;
  const sentence = isAlike
    ? words.t('claims:order.alike', { ...values, percent: percentText(first.value, words) })
    : words.t(`claims:order.${ordered.of}`, values);
  return {
    title: `${sentence}${smallMark(entries, words)}`,
    text: [
      ...entryBullets(ordered, words).slice(0, MOST_LISTED),
      words.t(`claims:order.untested.${ordered.of}`),
      ...noteSentences(measured, [first], words),
    ].join(' '),
  };
};

/** `Zgoda ze stwierdzeniami`, `W pytaniu „…”`. */
const subjectOf = ({ of, block }: Ordered, words: GivenWords): string => {
  if (of === 'answers') return whereText(block, words);
  const { scale } = words.named(block.variable);
  const key = `analysis:scale.${scale ?? 'OWN'}.measure`;
  return words.t(words.translator.has(key) ? key : 'analysis:scale.OWN.measure');
};

/** `„A” (56%)`, `„A” i „B” (po 56%)`. */
const placeText = (ordered: Ordered, { value }: OrderedEntry, words: GivenWords): string => {
  const names = ordered.entries
    .filter((entry) => entry.value === value)
    .map((entry) => words.t('claims:quoted', { text: entryName(ordered, entry, words) }));
  const more = names.length - MOST_NAMED;
  const text =
    more > 0 ? words.t('claims:andMore', { texts: names.slice(0, MOST_NAMED).join(', ') }) : listed(names, words);
  return words.t(names.length > 1 ? 'claims:order.each' : 'claims:order.one', {
    names: text,
    percent: percentText(value, words),
  });
};

const entryName = ({ of, battery }: Ordered, { key, label }: OrderedEntry, words: GivenWords): string => {
  const block = of === 'statements' ? battery?.blocks.find(({ variable }) => variable === key) : undefined;
  return quotable(block === undefined ? label : statementText(block, words), words);
};

/** `56% osób (n = 111 z 200) zgadza się ze stwierdzeniem „…”.`, from the highest. */
export const entryBullets = ({ entries, battery, block, of }: Ordered, words: GivenWords): readonly string[] =>
  entries.map((entry) => {
    const measured: Measured =
      of === 'statements'
        ? {
            block: battery?.blocks.find(({ variable }) => variable === entry.key) ?? block,
            measure: SHARE,
            codes: battery?.ends.top ?? [],
          }
        : { block, measure: SHARE, codes: [entry.key] };
    const values = { percent: percentText(entry.value, words), group: '', counts: countsText(entry, words) };
    return `${capitalised(words.t('claims:counted', { ...values, says: saysText(measured, words) }))}.`;
  });
