import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as statistics from '../../src/statistics';

/** Every `@example call // => result` in src/statistics is executed: the result holds to the digits written. */
const FOLDER = join(__dirname, '../../src/statistics');

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

const examples = files.flatMap((name) =>
  [...readFileSync(join(FOLDER, name), 'utf8').matchAll(/@example (.+?) \/\/ => (.+)$/gm)].map(
    ([, call, result]) => [call!, result!] as const,
  ),
);

/** What a docstring may call: everything that any file exports. */
const known: Readonly<Record<string, unknown>> = Object.assign(
  {},
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- all files, whatever they are called
  ...files.map((name) => require(join(FOLDER, name)) as Readonly<Record<string, unknown>>),
);

const evaluate = (code: string): unknown =>
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- runs our own docstrings
  new Function(...Object.keys(known), `return (${code});`)(...Object.values(known));

/** Half a unit of the last digit written; whole numbers are exact. */
const roundingOf = (expected: number): number => {
  const [digits = '', exponent = '0'] = expected.toExponential().split('e');
  const decimals = (digits.split('.')[1]?.length ?? 0) - Number(exponent);
  return decimals <= 0 ? 1e-9 * Math.max(1, Math.abs(expected)) : 0.5000001 * 10 ** -decimals;
};

const expectSame = (actual: unknown, expected: unknown): void => {
  if (typeof expected === 'number' && Number.isFinite(expected)) {
    expect(typeof actual).toBe('number');
    expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(roundingOf(expected));
  } else if (typeof expected === 'object' && expected !== null) {
    expect(typeof actual).toBe('object');
    for (const [key, part] of Object.entries(expected))
      expectSame((actual as Readonly<Record<string, unknown>>)[key], part);
  } else expect(actual).toEqual(expected);
};

test.each(examples)('%s is %s', (call, result) => {
  expectSame(evaluate(call), evaluate(result));
});

test('every exported statistic shows an example', () => {
  const functions = Object.entries(statistics).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  const shown = examples.map(([call]) => call).join('\n');
  expect(functions.filter((name) => !new RegExp(`\\b${name}\\(`).test(shown))).toEqual([]);
});
