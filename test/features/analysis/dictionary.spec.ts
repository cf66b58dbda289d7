import fc from 'fast-check';
import { countVariable } from '../../../src/features/analysis/domain/dictionary/count-variable';
import { discloseCounts, type DisclosedCounts } from '../../../src/features/analysis/domain/dictionary/disclose-counts';
import { asked, category, marks } from './derived-builders';

const SMALLEST = 5;

const counts = fc.record({
  categories: fc.array(fc.oneof(fc.nat(12), fc.nat(400)), { minLength: 1, maxLength: 8 }),
  states: fc.array(fc.oneof(fc.nat(9), fc.nat(200)), { minLength: 5, maxLength: 5 }),
});

const disclosed = ({ categories, states }: { categories: readonly number[]; states: readonly number[] }) => {
  const answered = categories.reduce((sum, count) => sum + count, 0);
  const all = answered + states.reduce((sum, count) => sum + count, 0);
  return { all, answered, shown: discloseCounts({ all, answered, states, categories }, SMALLEST, true) };
};

const isSmall = (count: number | null): boolean => count !== null && count > 0 && count < SMALLEST;

/** How many people the hidden parts of a shown whole are, by subtraction. */
const rest = (whole: number, parts: readonly (number | null)[]): number =>
  whole - parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);

describe('counts of the dictionary', () => {
  it('add up: everyone = answered + the five missing states, and a single answer’s categories = answered', () => {
    const place = fc.constantFrom(0, 1, 2, -95, -96, -97, -98, -99);
    fc.assert(
      fc.property(fc.array(place, { maxLength: 300 }), (places) => {
        const { all, answered, states, categories } = countVariable(
          asked(
            'J1',
            places,
            ['1', '2', '3'].map((code) => category(code)),
          ),
        );
        expect(answered + states.reduce((sum, count) => sum + count, 0)).toBe(all);
        expect(categories.reduce((sum, count) => sum + count, 0)).toBe(answered);
      }),
    );
  });

  it('of several answers are counted one by one, beyond 32 options too', () => {
    const wide = { ...marks('U1', ['a', 'b'], ['a b', 'b', '', -96]), ...widened() };
    expect(countVariable(wide).categories.slice(0, 2)).toEqual([1, 2]);
    expect(countVariable(wide).categories[39]).toBe(1);
  });

  it('never show one to four people', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const { shown } = disclosed(given);
        for (const count of [...shown.categories, ...shown.states, shown.answered, shown.asked, shown.all])
          expect(isSmall(count)).toBe(false);
      }),
    );
  });

  it('never let fewer than five people, or a part of a known whole, be had by subtraction', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const { all, answered, shown } = disclosed(given);
        if (shown.all === null) return;
        expect(safe(rest(all, [shown.answered, ...shown.states]), [shown.answered, ...shown.states])).toBe(true);
        if (shown.answered !== null) expect(safe(rest(answered, shown.categories), shown.categories)).toBe(true);
        else expect(shown.categories.every((count) => count !== null)).toBe(false);
        if (shown.asked !== null) expect(isSmall(all - shown.asked)).toBe(false);
      }),
    );
  });

  it('say between which numbers a hidden base lies, and the base does lie there', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const { answered, shown } = disclosed(given);
        const range: DisclosedCounts['answeredWithin'] = shown.answeredWithin;
        if (range === null) return;
        expect(answered).toBeGreaterThanOrEqual(range.least);
        expect(answered).toBeLessThanOrEqual(range.most);
        expect(range.most - range.least).toBeGreaterThanOrEqual(SMALLEST - 2);
      }),
    );
  });
});

/** Nothing is hidden, or at least two parts with five people or more together are. */
const safe = (hiddenPeople: number, parts: readonly (number | null)[]): boolean => {
  const hidden = parts.filter((part) => part === null).length;
  return hidden === 0 || (hidden >= 2 && hiddenPeople >= SMALLEST);
};

const widened = () => {
  const bits = new Uint32Array(8);
  bits.set([0b11, 1 << 7, 0b10, 0, 0, 0, 0, 0]);
  return {
    wordsEach: 2,
    bits,
    categories: Array.from({ length: 40 }, (_, at) => category(`o${at}`)),
  };
};
