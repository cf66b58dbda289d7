import type { Choice, Item } from '../definition';
import { editDistance } from './edit-distance';

/**
 * Whether answers to an item of two versions say the same:
 * - `same`: nothing that respondents read or choose from has changed
 * - `typo`: a mended error of spelling; answers flow together without remark
 * - `wording`: asked in other words; answers flow together and every result says so
 * - `scale`: other answers to choose from, another unit or another limit of choices; answers stay apart
 * - `different`: another kind of question; answers stay apart
 */
export type Comparability = 'same' | 'typo' | 'wording' | 'scale' | 'different';

/** From the most alike to the least. */
const ORDER: readonly Comparability[] = ['same', 'typo', 'wording', 'scale', 'different'];

/** The least alike of several. */
export const leastAlike = (found: readonly Comparability[]): Comparability =>
  ORDER[Math.max(0, ...found.map((each) => ORDER.indexOf(each)))] ?? 'same';

/** True when the answers may stand in one column. */
export const mayFlowTogether = (comparability: Comparability): boolean =>
  comparability !== 'scale' && comparability !== 'different';

/**
 * The rule: another kind is `different`; another scale is `scale`. Else, another `wording` number is `wording`, because the
 * number counts changes of meaning. Where the numbers are equal and the text differs, the editor says that a spelling was
 * mended (`typo`); only a text of which more than half was written anew is `wording` all the same, because no mended error
 * explains it: such a text came from an imported file that carries no number. Hints, conditions, order and validation do
 * not change what an answer says. The number of a battery speaks for the rows whose texts differ, and for all where none do.
 *
 * @param row code of one row of a battery or of a sum; absent: the item with all the rows that both have
 */
export const comparabilityOf = (before: Item, after: Item, row?: string): Comparability => {
  if (before.kind !== after.kind) return 'different';
  if (!haveSameScale(before, after)) return 'scale';
  if (before.kind === 'repeat' && after.kind === 'repeat') return comparabilityOfBlocks(before.items, after.items);
  const texts = comparabilityOfTexts(textsOf(before, row), textsOf(after, row));
  if ((before.wording ?? 1) === (after.wording ?? 1)) return texts;
  const isOfAnotherRow = texts === 'same' && comparabilityOfTexts(textsOf(before), textsOf(after)) !== 'same';
  return isOfAnotherRow ? 'same' : 'wording';
};

/** Whether two items offer the same answers: kind, codes, values, missing kinds, unit and limit of choices. */
export const haveSameScale = (before: Item, after: Item): boolean =>
  before.kind === after.kind && answerSignature(before) === answerSignature(after);

/** What an item offers to answer, as a text: equal for a single choice and a battery with the same answers. */
export const answerSignature = (item: Item): string => JSON.stringify(scaleOf(item));

/** More than half of the letters are the same ones in the same order. */
const mayBeMended = (before: string, after: string): boolean =>
  editDistance(before, after) * 2 <= Math.max(before.length, after.length);

const comparabilityOfTexts = (before: Texts, after: Texts): Comparability =>
  leastAlike(
    [...after].map(([place, text]) => {
      const earlier = before.get(place) ?? text;
      if (earlier === text) return 'same';
      return mayBeMended(earlier, text) ? 'typo' : 'wording';
    }),
  );

const comparabilityOfBlocks = (before: readonly Item[], after: readonly Item[]): Comparability =>
  leastAlike(
    after.map((item) => {
      const earlier = before.find(({ code }) => code === item.code);
      return earlier === undefined ? 'same' : comparabilityOf(earlier, item);
    }),
  );

const scaleOf = (item: Item): unknown => {
  switch (item.kind) {
    case 'single':
    case 'battery':
      return answersOf(item.choices);
    case 'multiple':
      return [answersOf(item.choices), item.most ?? item.choices.length];
    case 'ranking':
      return [answersOf(item.choices), item.most];
    case 'number':
      return item.unit ?? '';
    case 'sum':
      return [item.total, item.unit ?? ''];
    case 'territory':
      return item.level;
    case 'calculated':
      return item.expression;
    case 'repeat':
      return item.over;
    case 'information':
    case 'scale0to10':
    case 'open':
    case 'date':
    case 'email':
    case 'consent':
      return null;
  }
};

/** What can be answered, whatever the order. */
const answersOf = (choices: readonly Choice[]): readonly unknown[] =>
  choices
    .map(({ code, value = null, missing = null, exclusive = false }) => [code, value, missing, exclusive])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

type Texts = ReadonlyMap<string, string>;

/** What a respondent reads before answering, by its place; of one row, or of all. */
const textsOf = (item: Item, row?: string): Texts => {
  const texts = new Map([['text', item.text]]);
  if ('choices' in item) for (const { code, label } of item.choices) texts.set(`choice/${code}`, label);
  if ('rows' in item)
    for (const { code, text } of item.rows) if (row === undefined || row === code) texts.set(`row/${code}`, text);
  if (item.kind === 'scale0to10') texts.set('low', item.lowLabel).set('high', item.highLabel);
  if (item.kind === 'consent') texts.set('agree', item.agreeLabel).set('decline', item.declineLabel);
  return texts;
};
