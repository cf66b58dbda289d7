import * as fc from 'fast-check';
import type { Item } from '../../../src/features/questionnaires/domain';
import { analyseAll, NO_FILTER, type QuestionResult, type Results } from '../../../src/features/analysis/domain';
import { datasetOf, GMINA, questionnaire, response, resultsOf, times } from './answers';

/* A click on an answer filters everything else by it (`wybor`), and nobody can be told apart by comparing pages. */

const K = 5;

const choice = (code: string, change: Partial<Item> = {}): Item =>
  ({
    kind: 'single',
    code,
    text: `Pytanie ${code}`,
    criterion: 'jakosc',
    choices: ['a', 'b', 'c', 'd'].map((answer) => ({ code: answer, label: answer })),
    ...change,
  }) as Item;

const U5: Item = {
  kind: 'multiple',
  code: 'U5',
  text: 'Z czego korzystano?',
  criterion: 'jakosc',
  choices: ['x', 'y'].map((code) => ({ code, label: code })),
};

const version = questionnaire(choice('U4'), U5, choice('Q'), choice('J9', { sensitive: true }));

const by = (question: string, answer: string) => ({ answer: { question: `owes-clients.${question}`, choice: answer } });

const questionIn = (results: Results, code: string): Extract<QuestionResult, { kind: 'choice' | 'multiple' }> => {
  const found = results.sections.flatMap(({ questions }) => questions).find(({ question }) => question.codes === code);
  if (found?.kind !== 'choice' && found?.kind !== 'multiple') throw new Error(`No ${code}`);
  return found;
};

const countsOf = (results: Results, code: string): readonly number[] | null => {
  const { total } = questionIn(results, code);
  return total.level === 'hidden' ? null : total.counts.choices;
};

/** 30 chose a, of whom 20 say Q = a; 25 chose b, of whom 5 do. */
const plenty = [
  ...times(30, (at) => response({ U4: 'a', U5: ['x'], Q: at < 20 ? 'a' : 'b' })),
  ...times(25, (at) => response({ U4: 'b', U5: ['x', 'y'], Q: at < 5 ? 'a' : 'b', K2: 'poludnie' })),
];

describe('a filter by an answer', () => {
  it('counts only those who gave it, in every other question', () => {
    expect(countsOf(resultsOf(version, plenty, by('U4', 'a')), 'Q')).toEqual([20, 10, 0, 0]);
  });

  it('leaves the question that filters with all its answers', () => {
    expect(countsOf(resultsOf(version, plenty, by('U4', 'a')), 'U4')).toEqual([30, 25, 0, 0]);
  });

  it('names its base: the people who gave the answer', () => {
    expect(resultsOf(version, plenty, by('U4', 'b')).size).toMatchObject({ n: 25 });
  });

  it('works by one mark of a multiple choice', () => {
    expect(countsOf(resultsOf(version, plenty, by('U5', 'y')), 'Q')).toEqual([5, 20, 0, 0]);
  });

  it('joins the other filters', () => {
    const results = resultsOf(version, plenty, { ...by('U5', 'x'), institution: 'poludnie' });
    expect(countsOf(results, 'Q')).toEqual([5, 20, 0, 0]);
  });

  it('keeps those who were not asked, skipped or did not know apart from those who answered', () => {
    const some = [...plenty, ...times(9, () => response({ U4: 'a' }))];
    const { total } = questionIn(resultsOf(version, some, by('U4', 'a')), 'Q');
    expect(total.level !== 'hidden' && total.counts).toMatchObject({ asked: 39, answered: 30, leftEmpty: 9 });
  });

  it('is refused where it leaves fewer than the limit', () => {
    const few = [...plenty, ...times(4, () => response({ U4: 'c', Q: 'a' }))];
    expect(resultsOf(version, few, by('U4', 'c'))).toMatchObject({ size: { level: 'hidden' }, isAnswerRefused: true });
  });

  it('is refused where it leaves out fewer than the limit', () => {
    const most = [
      ...times(40, () => response({ U5: ['x'], Q: 'a' })),
      ...times(4, () => response({ U5: ['y'], Q: 'b' })),
    ];
    expect(resultsOf(version, most, by('U5', 'x'))).toMatchObject({ size: { level: 'hidden' }, isAnswerRefused: true });
  });

  it('is refused where all other answers together would tell of a rare one', () => {
    // a, b and c are everyone but three people: whoever sees the three pages knows what d said.
    const rare = ['a', 'b', 'c'].flatMap((code) => times(20, () => response({ U4: code, Q: 'a' })));
    const all = [...rare, ...times(3, () => response({ U4: 'd', Q: 'b' }))];
    const shown = ['a', 'b', 'c', 'd'].filter(
      (code) => resultsOf(version, all, by('U4', code)).size.level !== 'hidden',
    );
    expect(shown).toHaveLength(2);
  });

  it('cannot be a sensitive question', () => {
    expect(() => resultsOf(version, plenty, by('J9', 'a'))).toThrow(RangeError);
  });

  it('hides sensitive questions', () => {
    const some = times(40, () => response({ U4: 'a', J9: 'a' }));
    const all = [...some, ...times(40, () => response({ U4: 'b', J9: 'b' }))];
    expect(countsOf(resultsOf(version, all, by('U4', 'a')), 'J9')).toBeNull();
  });
});

describe('whoever reads every page that one question can filter', () => {
  const person = fc.record({
    U4: fc.constantFrom('a', 'b', 'c', 'd'),
    Q: fc.constantFrom('a', 'b'),
    K1: fc.constantFrom('pes', 'ngo'),
    K2: fc.constantFrom('polnoc', 'poludnie', 'rops'),
    P4: fc.constantFrom(GMINA.kielecki, GMINA.sandomierski),
  });
  const parts = [
    {},
    ...['polnoc', 'poludnie'].map((institution) => ({ institution })),
    ...['pes', 'ngo', 'jst'].map((clientType) => ({ clientType })),
  ];

  it('sees no number of a few people, and finds none by taking the pages from the page without the filter', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 20, maxLength: 120 }), (people) => {
        const dataset = datasetOf(
          version,
          people.map((answers) => response(answers)),
        );
        for (const part of parts) {
          const page = (change: object) => analyseAll(dataset, [version], { ...NO_FILTER, ...part, ...change });
          const whole = page({});
          if (whole.size.level === 'hidden') continue;
          const { total } = questionIn(whole, 'Q');
          const all = total.level === 'hidden' ? null : total.counts.answered;
          const shown = ['a', 'b', 'c', 'd'].flatMap((code) => {
            const results = page(by('U4', code));
            if (results.size.level === 'hidden') return [];
            const { total: narrowed } = questionIn(results, 'Q');
            return narrowed.level === 'hidden' ? [] : [narrowed.counts.answered];
          });
          expect(shown.filter((n) => n > 0 && n < K)).toEqual([]);
          if (all === null) expect(shown.filter((n) => n > 0)).toEqual([]);
          else {
            const rest = all - shown.reduce((sum, n) => sum + n, 0);
            expect(rest > 0 && rest < K).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
