import fc from 'fast-check';
import { crossTable, discloseTable, type TableRequest } from '../../../src/features/analysis/domain/tables';
import { separatesFew } from '../../../src/features/analysis/domain/tables/separates-few';
import type { Category, Variable, VariableSet } from '../../../src/features/analysis/domain/variables/variable';

const category = (code: string): Category => ({ code, label: code, value: null, missing: null });

/** What one respondent did with a question of several answers: marks, or the state that says why there are none. */
type Marks = readonly number[] | -95 | -96 | -99;

interface Person {
  readonly group: number;
  readonly marks: Marks;
}

const OPTIONS = 4;

const setOf = (people: readonly Person[]): VariableSet => {
  const groups: Variable = {
    kind: 'category',
    name: 'grupa',
    label: 'grupa',
    level: 'nominal',
    categories: ['a', 'b', 'c'].map(category),
    places: Int16Array.from(people, ({ group }) => group),
  };
  const answers: Variable = {
    kind: 'set',
    name: 'uslugi',
    label: 'usługi',
    level: 'nominal',
    categories: Array.from({ length: OPTIONS }, (_, option) => category(`u${option}`)),
    wordsEach: 1,
    bits: Uint32Array.from(people, ({ marks }) =>
      Array.isArray(marks) ? (marks as number[]).reduce((bits, option) => bits | (1 << option), 0) : 0,
    ),
    states: Int8Array.from(people, ({ marks }) => (Array.isArray(marks) ? 0 : (marks as number))),
  };
  return { n: people.length, variables: new Map([groups, answers].map((variable) => [variable.name, variable])) };
};

const person: fc.Arbitrary<Person> = fc.record({
  group: fc.integer({ min: 0, max: 2 }),
  marks: fc.oneof<fc.Arbitrary<Marks>[]>(
    fc.uniqueArray(fc.integer({ min: 0, max: OPTIONS - 1 }), { minLength: 1, maxLength: OPTIONS }),
    fc.constantFrom<Marks>(-95, -96, -99),
  ),
});

const request = (changes: Partial<TableRequest> = {}): TableRequest => ({
  rows: ['uslugi'],
  columns: ['grupa'],
  weight: null,
  filter: [],
  ...changes,
});

const isAnswered = ({ marks }: Person): boolean => Array.isArray(marks);

describe('bases of several answers', () => {
  it('are the respondents who were asked and answered, never the marks', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 60 }), (people) => {
        const [block] = crossTable(setOf(people), request()).blocks;
        const answered = people.filter(isAnswered);
        expect(block!.bases[0]!.n).toBe(answered.length);
        block!.rows.forEach(({ cells }, option) => {
          const chosen = answered.filter(({ marks }) => (marks as number[]).includes(option)).length;
          expect(cells[0]!.n).toBe(chosen);
          expect(cells[0]!.share).toBe(answered.length === 0 ? null : chosen / answered.length);
        });
      }),
      { seed: 20261121 },
    );
  });

  it('keep not asked, not reached and left empty apart', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), (people) => {
        const [block] = crossTable(setOf(people), request()).blocks;
        const count = (state: Marks): number => people.filter(({ marks }) => marks === state).length;
        expect(block!.asked).toMatchObject({
          answered: people.filter(isAnswered).length,
          notReached: count(-95),
          notAsked: count(-96),
          leftEmpty: count(-99),
        });
      }),
      { seed: 20261121 },
    );
  });
});

describe('tables that may be seen', () => {
  const people = (...sizes: readonly number[]): readonly Person[] =>
    sizes.flatMap((size, group) => Array.from({ length: size }, (): Person => ({ group, marks: [0] })));
  const hiddenIn = (...sizes: readonly number[]) =>
    discloseTable(crossTable(setOf(people(...sizes)), request()), 5).blocks[0]!.hidden;

  it('show columns of five people and more', () => {
    expect(hiddenIn(5, 20, 30)).toEqual([null, null, null, null]);
  });

  it('hide a column of four, and the next smallest, from which it could be worked out', () => {
    expect(hiddenIn(4, 20, 30)).toEqual([null, 'too-few', 'protects-another', null]);
  });

  it('hide everything of four people in all', () => {
    expect(hiddenIn(2, 1, 1)).toEqual(['too-few', 'too-few', 'too-few', 'too-few']);
  });

  it('leave nothing to be worked out by subtraction: whoever is hidden together is at least five people or nobody', () => {
    const size = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(size, size, size, (a, b, c) => {
        const table = crossTable(setOf(people(a, b, c)), request());
        const [block] = discloseTable(table, 5).blocks;
        const total = block!.bases[0]?.n;
        if (total === undefined) return;
        const shown = block!.bases.slice(1).reduce((sum, base) => sum + (base?.n ?? 0), 0);
        expect(total - shown === 0 || total - shown >= 5).toBe(true);
      }),
      { seed: 20261121 },
    );
  });

  it('refuse a filter that leaves out a few, because two tables would tell of them', () => {
    const set = setOf(people(3, 20, 30));
    expect(separatesFew(set, [{ variable: 'grupa', codes: ['b', 'c'] }], 5)).toBe(true);
  });

  it('refuse a filter down to a group that columns hide to protect another, and take the others', () => {
    const set = setOf(people(3, 20, 30));
    expect(separatesFew(set, [{ variable: 'grupa', codes: ['b'] }], 5)).toBe(true);
    expect(separatesFew(set, [{ variable: 'grupa', codes: ['c'] }], 5)).toBe(false);
    expect(separatesFew(set, [{ variable: 'grupa', codes: ['a', 'b'] }], 5)).toBe(false);
  });
});
