/** Expected numbers within a relative 1e-9 (absolute 1e-11 near zero), through lists and records. */
export const expectClose = (actual: unknown, expected: unknown, relative = 1e-9): void => {
  if (typeof expected === 'number' && Number.isFinite(expected)) {
    expect(typeof actual).toBe('number');
    expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(Math.max(1e-11, relative * Math.abs(expected)));
  } else if (typeof expected === 'object' && expected !== null) {
    expect(typeof actual).toBe('object');
    for (const [key, part] of Object.entries(expected))
      expectClose((actual as Readonly<Record<string, unknown>>)[key], part, relative);
  } else expect(actual).toEqual(expected);
};
