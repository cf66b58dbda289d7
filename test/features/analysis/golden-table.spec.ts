import { join } from 'node:path';
import { presentFigures } from '../../../src/features/analysis';
import type { Figure } from '../../../src/features/analysis';
import type { Response } from '../../../src/features/responses/domain';
import { loadTranslators } from '../../../src/platform/i18n';
import { AGREE5, evaluation, questionnaire, response, resultsOf } from './answers';

/**
 * Table 28 of the report of Lokalne Badania Społeczne for RCPS Łódź (2019), N = 200; counts reconstructed in
 * ../shared/domain.md 3.6, in the order 5, 4, 3, 2, 1, don't know.
 */
const TABLE = [
  {
    text: 'samorząd promuje PES',
    counts: [35, 76, 45, 13, 15, 16],
    percents: [18, 38, 23, 7, 8, 8],
    top: 56,
    bottom: 14,
    mean: '3,56',
  },
  {
    text: 'samorząd aktywnie wspiera',
    counts: [45, 59, 47, 20, 14, 15],
    percents: [23, 30, 24, 10, 7, 8],
    top: 52,
    bottom: 17,
    mean: '3,55',
  },
  {
    text: 'wzajemnie się informujemy',
    counts: [57, 54, 35, 15, 30, 9],
    percents: [29, 27, 18, 8, 15, 5],
    top: 56,
    bottom: 23,
    mean: '3,49',
  },
  {
    text: 'wspólne przedsięwzięcia',
    counts: [50, 52, 36, 20, 30, 12],
    percents: [25, 26, 18, 10, 15, 6],
    top: 51,
    bottom: 25,
    mean: '3,38',
  },
] as const;

const CODES = ['5', '4', '3', '2', '1', '98'];

/** The answer of the respondent at this place, filling the counts from the first code to the last. */
const answerAt = (counts: readonly number[], at: number): string => {
  let before = 0;
  for (const [index, count] of counts.entries()) {
    before += count;
    if (at < before) return CODES[index]!;
  }
  throw new RangeError(`${at} is beyond the table`);
};

const version = questionnaire({
  kind: 'battery',
  code: 'J',
  text: 'Na ile zgadzają się Państwo?',
  criterion: 'spojnosc',
  scale: 'AGREE5',
  choices: AGREE5,
  rows: TABLE.map(({ text }, at) => ({ code: `J${at + 1}`, text })),
});

const responses: readonly Response[] = Array.from({ length: 200 }, (_, at) =>
  response(Object.fromEntries(TABLE.map(({ counts }, row) => [`J${row + 1}`, answerAt(counts, at)]))),
);

const { pl } = loadTranslators(join(__dirname, '../../../locales'));
const figure = presentFigures(resultsOf(version, responses), evaluation, pl)
  .flatMap(({ figures }) => figures)
  .find(({ kind }) => kind === 'agreement') as Figure;

const textsOf = (statement: string): readonly string[] =>
  figure.table.rows.find(({ label }) => label === statement)!.cells.map(({ text }) => text);

describe('An agreement battery is printed as the sector prints it', () => {
  test.each(TABLE)('$text: every printed percentage', ({ text, percents }) => {
    const [one, two, three, four, five, dontKnow] = textsOf(text);
    expect([five, four, three, two, one, dontKnow]).toEqual(percents.map((percent) => `${percent}%`));
  });

  test.each(TABLE)(
    '$text: top-2 and bottom-2 come from counts, not from rounded percentages',
    ({ text, top, bottom }) => {
      expect(textsOf(text).slice(6, 8)).toEqual([`${top}%`, `${bottom}%`]);
    },
  );

  test.each(TABLE)('$text: the mean leaves "don\'t know" out', ({ text, mean }) => {
    expect(textsOf(text)[8]).toBe(mean);
  });

  test('the base is everyone asked, "don\'t know" included', () => {
    expect(figure.table.rows.map(({ cells }) => cells.at(-1)?.value)).toEqual([200, 200, 200, 200]);
  });

  test('statements stand from most to least agreement', () => {
    const tops = figure.table.rows.map(({ cells }) => cells[6]?.value ?? 0);
    expect(tops).toEqual([...tops].sort((a, b) => b - a));
  });
});
