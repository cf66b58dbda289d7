import fc from 'fast-check';
import {
  askedPlaces,
  coverageOf,
  judgeRow,
  nameItems,
  type Judgement,
  type Measured,
} from '../../../src/features/findings/domain';
import { assignItems, emptyMatrix, type MatrixRow, type MatrixRowId } from '../../../src/features/evaluations/domain';
import { materialise, OWES_CLIENTS, ROPS_PARTNERS } from '../../../src/features/questionnaires';
import type { EvaluationId } from '../../../src/platform/ids';

const number = fc.double({ min: -100, max: 100, noNaN: true });
const interval = fc.tuple(number, number).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const estimate = (ends: { low: number; high: number } | null): Measured => ({
  kind: 'estimate',
  value: ends === null ? 0 : (ends.low + ends.high) / 2,
  interval: ends,
  n: 100,
});
const comparison = fc.constantFrom('at-least' as const, 'at-most' as const);

const OPPOSITE = { met: 'not-met', 'not-met': 'met', undecided: 'undecided' } as const;

describe('a threshold judges an interval', () => {
  // Mockup 22, each with its threshold.
  it.each([
    ['63–73% under 75%', { low: 0.63, high: 0.73 }, 0.75, 'not-met', 'below'],
    ['72–81% over 70%', { low: 0.72, high: 0.81 }, 0.7, 'met', 'above'],
    ['72–88% around 75%', { low: 0.72, high: 0.88 }, 0.75, 'undecided', 'spans'],
  ] as const)('%s', (_name, ends, value, verdict, reason) => {
    expect(judgeRow(estimate(ends), { comparison: 'at-least', value })).toEqual({ verdict, reason });
  });

  it('only where the whole of it is on one side', () => {
    fc.assert(
      fc.property(interval, number, comparison, (ends, value, side) => {
        const { verdict } = judgeRow(estimate(ends), { comparison: side, value });
        const isGood = (x: number): boolean => (side === 'at-least' ? x >= value : x <= value);
        const ok = [isGood(ends.low), isGood(ends.high)];
        expect(verdict).toBe(ok.every(Boolean) ? 'met' : ok.some(Boolean) ? 'undecided' : 'not-met');
      }),
    );
  });

  it('the same in the mirror', () => {
    fc.assert(
      fc.property(interval, number, ({ low, high }, value) => {
        const up = judgeRow(estimate({ low, high }), { comparison: 'at-least', value });
        const down = judgeRow(estimate({ low: -high, high: -low }), { comparison: 'at-most', value: -value });
        expect(down.verdict).toBe(up.verdict);
      }),
    );
  });

  it('more certainty never turns a verdict round', () => {
    const wide = fc.tuple(interval, fc.nat(50), fc.nat(50));
    fc.assert(
      fc.property(wide, number, comparison, ([ends, below, above], value, side) => {
        const before = judgeRow(estimate({ low: ends.low - below, high: ends.high + above }), {
          comparison: side,
          value,
        });
        const after = judgeRow(estimate(ends), { comparison: side, value });
        if (before.verdict !== 'undecided') expect(after.verdict).toBe(before.verdict);
      }),
    );
  });

  it('a stricter threshold never makes a failure a success', () => {
    fc.assert(
      fc.property(interval, number, fc.nat(50), (ends, value, stricter) => {
        const before = judgeRow(estimate(ends), { comparison: 'at-least', value });
        const after = judgeRow(estimate(ends), { comparison: 'at-least', value: value + stricter });
        if (before.verdict === 'not-met') expect(after.verdict).toBe('not-met');
        if (after.verdict === 'met') expect(before.verdict).toBe('met');
      }),
    );
  });
});

describe('a number counted in full', () => {
  it('decides by itself, the threshold being a success', () => {
    fc.assert(
      fc.property(number, number, comparison, (value, limit, side) => {
        const judged = judgeRow({ kind: 'exact', value, isWhole: true }, { comparison: side, value: limit });
        const mirror = judgeRow(
          { kind: 'exact', value, isWhole: true },
          { comparison: side === 'at-least' ? 'at-most' : 'at-least', value: limit },
        );
        if (value === limit) expect([judged.verdict, mirror.verdict]).toEqual(['met', 'met']);
        else expect(mirror.verdict).toBe(OPPOSITE[judged.verdict]);
      }),
    );
  });

  it('decides nothing before its time is over', () => {
    expect(judgeRow({ kind: 'exact', value: 105, isWhole: false }, { comparison: 'at-least', value: 150 })).toEqual({
      verdict: 'undecided',
      reason: 'period-open',
    });
  });
});

it.each(['no-data', 'no-item', 'too-few', 'hidden', 'undefined', 'gone', 'words'] as const)(
  'without a number (%s) nothing is decided, with a threshold or without',
  (why) => {
    const expected: Judgement = { verdict: 'undecided', reason: why };
    expect(judgeRow({ kind: 'none', why }, null)).toEqual(expected);
    expect(judgeRow({ kind: 'none', why }, { comparison: 'at-least', value: 0 })).toEqual(expected);
  },
);

it('without a threshold or an interval nothing is decided', () => {
  expect(judgeRow(estimate({ low: 0, high: 1 }), null).reason).toBe('no-threshold');
  expect(judgeRow(estimate(null), { comparison: 'at-least', value: 0 }).reason).toBe('no-interval');
});

const definitions = [OWES_CLIENTS, ROPS_PARTNERS].map((template) => materialise(template, { owes: [] }));
const places = definitions.flatMap(askedPlaces);

const aRow = (id: string, items: MatrixRow['items'], part: Partial<MatrixRow> = {}): MatrixRow => ({
  id: id as MatrixRowId,
  objective: null,
  criterion: { kind: 'listed', code: 'relevance' },
  question: `Pytanie ${id}?`,
  subQuestions: [],
  indicator: { kind: 'words', label: 'opis' },
  threshold: null,
  sources: '',
  methods: '',
  items,
  analysis: '',
  answer: '',
  revision: 1,
  ...part,
});

const someItems = fc.subarray(places.map(({ questionnaire, code }) => ({ questionnaire, item: code })));

describe('gaps', () => {
  it('an item is used or unused, never both, and profile questions are neither', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const { unused } = coverageOf([aRow('1', items)], places);
        const named = new Set(items.map(({ questionnaire, item }) => `${questionnaire}|${item}`));
        for (const place of places) {
          const isNamed = named.has(`${place.questionnaire}|${place.code}`);
          expect(unused.includes(place)).toBe(!place.isProfile && !isNamed);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('giving the unused items to a question leaves none', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const row = aRow('1', items);
        const { unused } = coverageOf([row], places);
        const given = unused.map(({ questionnaire, code }) => ({ row: row.id, item: { questionnaire, item: code } }));
        const after = assignItems({ ...emptyMatrix('e' as EvaluationId), rows: [row] }, given);
        if (typeof after === 'string') throw new Error(after);
        expect(coverageOf(after.rows, places).unused).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('a battery named as a whole names its rows, and a number names what it is counted from', () => {
    const codes = (row: MatrixRow) => coverageOf([row], places).unused.map(({ code }) => code);
    expect(codes(aRow('1', [{ questionnaire: 'owes-clients', item: 'J' }]))).not.toContain('J3');
    const byNumber = aRow('1', [], {
      indicator: {
        kind: 'number',
        label: 'x',
        number: {
          dataset: 'owes-clients',
          row: { variable: 'Z3', codes: [] },
          column: null,
          measure: 'srednia',
          weight: null,
        },
      },
    });
    expect(codes(byNumber)).not.toContain('Z3');
  });

  it.each([
    ['nothing at all', aRow('1', []), true],
    ['items that nobody asks', aRow('1', [{ questionnaire: 'owes-clients', item: 'J9' }]), true],
    ['interviews, where it is judged in words', aRow('1', [], { sources: 'wywiady' }), false],
    ['a typed number that is not there yet', aRow('1', [], { sources: 'wywiady', indicator: typed(null) }), true],
    ['a typed number', aRow('1', [], { indicator: typed(7) }), false],
    ['an item', aRow('1', [{ questionnaire: 'owes-clients', item: 'J3' }]), false],
  ])('a question with %s', (_name, row, isGap) => {
    expect(coverageOf([row], places).withoutData).toEqual(isGap ? ['1'] : []);
  });

  function typed(value: number | null): MatrixRow['indicator'] {
    return { kind: 'typed', label: 'x', value, planned: null, unit: '', source: 'monitoring', until: null };
  }
});

describe('names of items', () => {
  // Mockup 22 writes `J1–J8`, `R12–R16`, `O2, I1, I2, B2`.
  it.each([
    [
      ['Z3', 'J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7', 'J8'],
      ['Z3', 'J1–J8'],
    ],
    [
      ['C1', 'R12', 'R13', 'R14', 'R15', 'R16'],
      ['C1', 'R12–R16'],
    ],
    [
      ['O2', 'I1', 'I2', 'B2'],
      ['O2', 'I1', 'I2', 'B2'],
    ],
    [
      ['C1a', 'C1b', 'C1c', 'C1e'],
      ['C1a–C1c', 'C1e'],
    ],
    [['G3', 'G4', 'G5'], ['G3–G5']],
    [
      ['O1_U1a', 'K4_inne'],
      ['O1_U1a', 'K4_inne'],
    ],
  ])('%j are %j', (codes, names) => {
    expect(nameItems(codes)).toEqual(names);
  });

  it('say no more and no less than the codes', () => {
    fc.assert(
      fc.property(fc.subarray(places.map(({ code }) => code)), (codes) => {
        const spelled = nameItems(codes).flatMap((name) => {
          const [first = '', last] = name.split('–');
          return last === undefined ? [first] : codes.slice(codes.indexOf(first), codes.indexOf(last) + 1);
        });
        expect(spelled).toEqual(codes);
      }),
    );
  });
});
