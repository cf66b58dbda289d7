import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as statistics from '../../src/statistics';
import { zCritical } from '../../src/statistics/distributions/normal';
import { tCritical, tTwoSided } from '../../src/statistics/distributions/student-t';

/** Every `@example call // => result` in src/statistics is executed: the result holds to the digits written. */
const FOLDER = join(__dirname, '../../src/statistics');

const examples = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) =>
    [...readFileSync(join(FOLDER, name), 'utf8').matchAll(/@example (.+?) \/\/ => (.+)$/gm)].map(
      ([, call, result]) => [call!, result!] as const,
    ),
  );

const known = { ...statistics, zCritical, tCritical, tTwoSided };
const evaluate = (code: string): unknown =>
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- runs our own docstrings
  new Function(...Object.keys(known), `return (${code});`)(...Object.values(known));

const digitsOf = (expected: number, source: string): number => {
  const written = source.match(/\.(\d+)/g)?.map((digits) => digits.length - 1) ?? [0];
  return Number.isInteger(expected) ? 12 : Math.max(...written);
};

const expectSame = (actual: unknown, expected: unknown, source: string): void => {
  if (typeof expected === 'number') expect(actual).toBeCloseTo(expected, digitsOf(expected, source));
  else if (typeof expected === 'object' && expected !== null)
    for (const [key, part] of Object.entries(expected))
      expectSame((actual as Record<string, unknown>)[key], part, source);
  else expect(actual).toEqual(expected);
};

test.each(examples)('%s is %s', (call, result) => {
  expectSame(evaluate(call), evaluate(result), result);
});

test('every exported statistic shows an example', () => {
  const functions = Object.keys(statistics).filter((name) => name !== 'recommendationSummary');
  const shown = examples.map(([call]) => /^\w+/.exec(call)?.[0]);
  expect(functions.filter((name) => !shown.includes(name))).toEqual([]);
});
