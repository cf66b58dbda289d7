import { join } from 'node:path';
import { presentFigures } from '../../../src/features/analysis';
import { loadTranslators } from '../../../src/platform/i18n';
import type { Item } from '../../../src/features/questionnaires/domain';
import { AGREE5, evaluation, onlyQuestion, questionnaire, response, resultsOf, times } from './answers';

const battery = (...codes: readonly string[]): Item => ({
  kind: 'battery',
  code: 'J',
  text: 'Zdania',
  criterion: 'jakosc',
  scale: 'AGREE5',
  choices: AGREE5,
  rows: codes.map((code) => ({ code, text: `Zdanie ${code}` })),
});
const { pl } = loadTranslators(join(__dirname, '../../../locales'));

/** Answers that alternate between two points: mean halfway, some spread. */
const alternate = (low: number) => (at: number) => String(low + (at % 2));

const people = (institution: string, n: number, answers: Readonly<Record<string, (at: number) => string>>) =>
  times(n, (at) =>
    response({
      K2: institution,
      ...Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, answer(at)])),
    }),
  );

describe('Comparing institutions', () => {
  const responses = [
    ...people('polnoc', 60, { J1: alternate(4), J2: alternate(3) }),
    ...people('poludnie', 60, { J1: alternate(2), J2: alternate(3) }),
  ];
  const results = resultsOf(questionnaire(battery('J1', 'J2')), responses);
  const question = onlyQuestion(results);
  const [figure] = presentFigures(results, evaluation, pl).flatMap(({ figures }) => figures);

  test('says which institution is lower, and that a pair without difference has none', () => {
    expect(question).toMatchObject({
      comparisons: [
        { row: 'owes-clients.J1', lower: 'poludnie' },
        { row: 'owes-clients.J2', lower: null },
      ],
    });
  });

  test('p values of one figure are adjusted together', () => {
    if (question.kind !== 'ratings') throw new Error('Expected ratings');
    const [first, second] = question.comparisons;
    expect(first!.adjustedP).toBeCloseTo(2 * first!.p, 12);
    expect(second!.adjustedP).toBe(1);
  });

  test('the title is the finding', () => {
    expect(figure?.title).toBe(
      'OWES Południe wypada istotnie słabiej niż OWES Północ w\u00a0jednym aspekcie: „Zdanie J1”',
    );
  });

  test('the mark names the higher institution by its letter, in chart and table', () => {
    expect(figure?.table.rows.flatMap(({ cells }) => cells.map(({ lowerThan }) => lowerThan))).toEqual([
      undefined,
      'A',
      undefined,
      undefined,
    ]);
    expect(figure?.legend.map(({ text }) => text)).toContain('▼\u00a0A istotnie niżej niż OWES Północ');
  });

  test('no difference is said as plainly', () => {
    const same = [...people('polnoc', 60, { J1: alternate(4) }), ...people('poludnie', 60, { J1: alternate(4) })];
    const two = resultsOf(
      questionnaire(battery('J1', 'J2')),
      same.map((one) => ({ ...one, answers: { ...one.answers, J2: '4' } })),
    );
    const [plain] = presentFigures(two, evaluation, pl).flatMap(({ figures }) => figures);
    expect(plain?.title).toBe(
      'OWES Północ i\u00a0OWES Południe nie różnią się istotnie w\u00a0żadnym z\u00a02 aspektów',
    );
    expect(plain?.notes.join(' ')).toContain('Różnice nie są istotne.');
  });

  test('every figure describes itself in words with a number', () => {
    for (const { alt } of presentFigures(results, evaluation, pl).flatMap(({ figures }) => figures))
      expect(alt).toMatch(/\d/);
  });
});
