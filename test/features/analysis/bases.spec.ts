import * as fc from 'fast-check';
import type { Answer, Item } from '../../../src/features/questionnaires/domain';
import { AGREE5, evaluation, onlyQuestion, questionnaire, response, resultsOf, times } from './answers';

const multiple: Item = {
  kind: 'multiple',
  code: 'B1',
  text: 'Bariery',
  criterion: 'trafnosc',
  choices: [
    ...['a', 'b', 'c', 'd'].map((code) => ({ code, label: code })),
    { code: 'brak', label: 'brak', exclusive: true },
  ],
};
const rating: Item = {
  kind: 'battery',
  code: 'J',
  text: 'Zdania',
  criterion: 'jakosc',
  scale: 'AGREE5',
  choices: AGREE5,
  rows: [{ code: 'J1', text: 'Zdanie' }],
};

const ticks = fc.oneof(
  { weight: 6, arbitrary: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }) },
  { weight: 1, arbitrary: fc.constant(['brak']) },
  { weight: 2, arbitrary: fc.constantFrom({ missing: 95 }, { missing: 96 }, { missing: 99 }) },
) as fc.Arbitrary<Answer>;
const sheets = fc.array(ticks, { minLength: 30, maxLength: 120 });

const multipleOf = (answers: readonly Answer[]) => {
  const question = onlyQuestion(
    resultsOf(
      questionnaire(multiple),
      answers.map((B1) => response({ B1 })),
    ),
  );
  if (question.kind !== 'multiple') throw new Error('Expected a multiple choice');
  return question.total;
};
const isTicked = (answer: Answer): answer is readonly string[] => Array.isArray(answer);

describe('Multiple choice has respondents as its base', () => {
  test('a share is the respondents who ticked it among those who answered', () => {
    fc.assert(
      fc.property(sheets, (answers) => {
        const total = multipleOf(answers);
        const answered = answers.filter(isTicked);
        if (total.level !== 'estimates') return;
        expect(total.n).toBe(answered.length);
        for (const [at, code] of ['a', 'b', 'c', 'd', 'brak'].entries()) {
          const count = answered.filter((codes) => codes.includes(code)).length;
          expect(total.estimates.choices[at]).toMatchObject({ count, share: count / answered.length });
        }
      }),
      { numRuns: 40 },
    );
  });

  test('no share exceeds 1, and together they may', () => {
    fc.assert(
      fc.property(sheets, (answers) => {
        const total = multipleOf(answers);
        if (total.level !== 'estimates') return;
        expect(Math.max(...total.estimates.choices.map(({ share }) => share!))).toBeLessThanOrEqual(1);
        const sum = total.estimates.choices.reduce((all, { share }) => all + share!, 0);
        expect(sum).toBeCloseTo(total.estimates.mentionsPerRespondent, 10);
      }),
      { numRuns: 40 },
    );
  });

  test('whoever was not asked, left before it or left it empty is in no base', () => {
    const total = multipleOf([
      ...times(12, () => response({})).map((): Answer => ['a']),
      ...[95, 95, 96, 96, 96, 99].map((missing) => ({ missing }) as Answer),
    ]);
    expect(total).toMatchObject({
      n: 12,
      counts: { answered: 12, asked: 13, leftEmpty: 1, notAsked: 3, notReached: 2, choices: [12, 0, 0, 0, 0] },
    });
  });
});

const states = fc.constantFrom<Answer>(
  '1',
  '2',
  '3',
  '4',
  '5',
  '98',
  { missing: 95 },
  { missing: 96 },
  { missing: 97 },
  { missing: 99 },
);

test('kinds of missing answers and answers add up to the respondents', () => {
  fc.assert(
    fc.property(fc.array(states, { minLength: 20, maxLength: 80 }), (answers) => {
      const question = onlyQuestion(
        resultsOf(
          questionnaire(rating),
          answers.map((J1) => response({ J1 })),
        ),
      );
      if (question.kind !== 'ratings') throw new Error('Expected ratings');
      const total = question.rows[0]!.total;
      if (total.level === 'hidden') return;
      const { asked, answered, valid, dontKnow, notApplicable, leftEmpty, notAsked, notReached, choices } =
        total.counts;
      expect(asked + notAsked + notReached).toBe(answers.length);
      expect(answered + leftEmpty).toBe(asked);
      expect(valid + dontKnow + notApplicable).toBe(answered);
      expect(choices.reduce((sum, count) => sum + count, 0)).toBe(valid);
    }),
    { numRuns: 60 },
  );
});

describe('Ratings of an institution', () => {
  const aboutOwes: Item = { ...rating, shownIf: "${K2} != 'zaden'" };

  test('leave out people who rate an institution that is not evaluated', () => {
    const responses = [
      ...times(20, () => response({ J1: '5' })),
      ...times(20, () => response({ J1: '1', K2: 'inny' })),
    ];
    const question = onlyQuestion(resultsOf(questionnaire(aboutOwes), responses));
    expect(question).toMatchObject({ rows: [{ total: { n: 20, estimates: { mean: { mean: 5 } } } }] });
  });

  test('questions about the region count everyone', () => {
    const responses = [
      ...times(20, () => response({ J1: '5' })),
      ...times(20, () => response({ J1: '1', K2: 'inny' })),
    ];
    expect(onlyQuestion(resultsOf(questionnaire(rating), responses))).toMatchObject({ rows: [{ total: { n: 40 } }] });
  });
});

test('the number of answers and the day of the last one are told', () => {
  const responses = [...times(9, () => response({ J1: '4' })), response({ J1: '4' }, { receivedOn: '2026-11-20' })];
  expect(resultsOf(questionnaire(rating), responses)).toMatchObject({ size: { n: 10 }, dataCut: '2026-11-20' });
  expect(evaluation.smallestGroup).toBe(5);
});
