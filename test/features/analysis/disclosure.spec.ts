import * as fc from 'fast-check';
import type { Disclosed, Distribution } from '../../../src/features/analysis/domain';
import {
  ALL,
  cellAt,
  countLattice,
  latticeShape,
  valueOf,
} from '../../../src/features/analysis/domain/disclosure/lattice';
import { protect, protectWithin } from '../../../src/features/analysis/domain/disclosure/protect';
import type { Item } from '../../../src/features/questionnaires/domain';
import { AGREE5, GMINA, onlyQuestion, questionnaire, response, resultsOf, times } from './answers';

const K = 5;
const shape = latticeShape([3, 3, 2]);
const rule = {
  smallestGroup: K,
  isUnpublished: (cell: number) => valueOf(shape, cell, 0) === 2,
  isUnrecognisable: () => false,
};
const finest = fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(1)), { minLength: 5, maxLength: 90 });
const cellsOf = (people: readonly (readonly (number | boolean)[])[]) =>
  Uint32Array.from(people, (values) => cellAt(shape, values.slice(0, 3).map(Number)));
const everyone = () => true;

/** Every total with its parts, worked out anew: the test does not trust the code's own list. */
const lines = [0, 1, 2].flatMap((dimension) => {
  const size = shape.sizes[dimension]!;
  const others = [0, 1, 2].filter((other) => other !== dimension);
  const fixed = others.reduce<number[][]>(
    (sets, other) =>
      sets.flatMap((set) =>
        [ALL, ...Array.from({ length: shape.sizes[other]! }, (_, value) => value)].map((value) => [...set, value]),
      ),
    [[]],
  );
  return fixed.map((values) => {
    const at = (value: number) => {
      const cell: number[] = [];
      cell[dimension] = value;
      others.forEach((other, index) => (cell[other] = values[index]!));
      return cellAt(shape, cell);
    };
    return { total: at(ALL), parts: Array.from({ length: size }, (_, value) => at(value)) };
  });
});

/** What a reader learns about hidden people on one line by subtraction: the number of those hidden, when it can be had. */
const remainders = (counts: Uint32Array, hidden: Uint8Array): number[] =>
  lines.flatMap(({ total, parts }) => {
    const unseen = parts.filter((cell) => hidden[cell] === 1 && counts[cell]! > 0);
    if (hidden[total] === 1) return unseen.length === 0 && counts[total]! > 0 ? [counts[total]!] : [];
    return unseen.length === 0 ? [] : [unseen.length === 1 ? 0 : unseen.reduce((sum, cell) => sum + counts[cell]!, 0)];
  });

describe('Protection of a lattice of groups', () => {
  test('no small group is visible', () => {
    fc.assert(
      fc.property(finest, (people) => {
        const counts = countLattice(shape, cellsOf(people), everyone);
        const hidden = protect(shape, counts, rule);
        expect([...counts].filter((count, cell) => count > 0 && count < K && hidden[cell] === 0)).toEqual([]);
      }),
    );
  });

  test('along no line does a total minus its visible parts give one hidden group, or a rest below the limit', () => {
    fc.assert(
      fc.property(finest, (people) => {
        const counts = countLattice(shape, cellsOf(people), everyone);
        const hidden = protect(shape, counts, rule);
        expect(remainders(counts, hidden).filter((rest) => rest < K)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('where every group is large, nothing is hidden', () => {
    const people = [0, 1, 2].flatMap((a) =>
      [0, 1, 2].flatMap((b) => [0, 1].flatMap((c) => Array.from({ length: K }, () => [a, b, c]))),
    );
    expect(protect(shape, countLattice(shape, cellsOf(people), everyone), rule)).not.toContain(1);
  });

  test('two views side by side (all, completed only) do not give away the few between them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(1), fc.boolean()), { minLength: 20, maxLength: 90 }),
        (people) => {
          const cells = cellsOf(people);
          const counts = countLattice(shape, cells, everyone);
          const complete = countLattice(shape, cells, (at) => people[at]![3]);
          const hidden = protect(shape, counts, rule);
          const hiddenOfComplete = protectWithin(shape, { counts, hidden }, complete, rule);
          const told = [...counts].filter((count, cell) => {
            const leftOut = count - complete[cell]!;
            return hidden[cell] === 0 && hiddenOfComplete[cell] === 0 && leftOut > 0 && leftOut < K;
          });
          expect(told).toEqual([]);
          expect(remainders(complete, hiddenOfComplete).filter((rest) => rest < K)).toEqual([]);
        },
      ),
    );
  });
});

const rating: Item = {
  kind: 'battery',
  code: 'J',
  text: 'Zdania',
  criterion: 'jakosc',
  scale: 'AGREE5',
  choices: AGREE5,
  rows: [{ code: 'J1', text: 'Zdanie' }],
};
const version = questionnaire(rating);
const north = (count: number, change = {}) => times(count, () => response({ J1: '5', ...change }));
const south = (count: number, change = {}) => times(count, () => response({ J1: '4', K2: 'poludnie', ...change }));

const rowOf = (...args: Parameters<typeof resultsOf>) => {
  const question = onlyQuestion(resultsOf(...args));
  if (question.kind !== 'ratings') throw new Error('Expected ratings');
  return question.rows[0]!;
};
const levels = ({ groups }: { groups: readonly { group: string; result: Distribution }[] }) =>
  Object.fromEntries(groups.map(({ group, result }) => [group, result.level]));

describe('Small groups on the results page', () => {
  test('a group of four is hidden, and the other one too, because the total would tell', () => {
    expect(levels(rowOf(version, [...north(40), ...south(4)]))).toEqual({ polnoc: 'hidden', poludnie: 'hidden' });
  });

  test('a group of seven shows numbers of answers and no percentages', () => {
    const row = rowOf(version, [...north(40), ...south(7)]);
    expect(levels(row)).toEqual({ polnoc: 'estimates', poludnie: 'counts' });
    expect(row.groups[1]!.result).not.toHaveProperty('estimates');
  });

  test('a group below thirty carries a warning', () => {
    const row = rowOf(version, [...north(40), ...south(29)]);
    expect(row.groups.map(({ result }) => result)).toMatchObject([{ hasSmallBase: false }, { hasSmallBase: true }]);
  });

  test('a filter down to fewer than five people shows nothing at all', () => {
    const results = resultsOf(version, [...north(40), ...south(4)], { institution: 'poludnie' });
    expect(results).toMatchObject({ size: { level: 'hidden' }, sections: [], keyFigures: null });
  });

  test('nor does a filter to all but four of them', () => {
    expect(resultsOf(version, [...north(40), ...south(4)], { institution: 'polnoc' }).size.level).toBe('hidden');
  });

  test('a subregion of four hides the other subregion, in the filter as in the total', () => {
    const responses = [...north(40), ...north(4, { P4: GMINA.sandomierski })];
    expect(resultsOf(version, responses, { subregion: 'kielecki' }).size.level).toBe('hidden');
    expect(resultsOf(version, responses, { subregion: 'sandomiersko-jedrzejowski' }).size.level).toBe('hidden');
    expect(resultsOf(version, responses).size).toMatchObject({ n: 44 });
  });

  test('people who gave no territory hide nobody: no one can recognise them', () => {
    const responses = [...north(40), ...north(2, { P4: { missing: 99 } })];
    expect(resultsOf(version, responses, { subregion: 'kielecki' }).size).toMatchObject({ n: 40 });
  });

  test('"completed only" hides what would tell three broken-off answers', () => {
    const responses = [...north(40), ...north(3).map((partial) => ({ ...partial, status: 'partial' as const }))];
    expect(rowOf(version, responses).total).toMatchObject({ n: 43 });
    expect(resultsOf(version, responses, { completeOnly: true }).size.level).toBe('hidden');
  });

  test('a coordinator compares the own institution with all others together', () => {
    const row = rowOf(version, [...north(40), ...south(40)], {}, { kind: 'own', institution: 'poludnie' });
    expect(levels(row)).toEqual({ poludnie: 'estimates', pozostale: 'estimates' });
  });
});

test('results that did not pass disclosure control do not compile', () => {
  // @ts-expect-error -- only disclose() can make a disclosed result
  const forged: Disclosed<null, null> = {
    level: 'estimates',
    n: 3,
    hasSmallBase: false,
    counts: null,
    estimates: null,
  };
  expect(forged).toBeDefined();
});
