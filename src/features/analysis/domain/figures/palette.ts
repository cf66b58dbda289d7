/** Colours by token name and the font, as the pen has them: from CSS variables on screen, from the token list on paper. */
export interface Palette {
  /** `--s1` → `#1f4e8c`. */
  colour(token: string): string;
  readonly fontFamily: string;
}

/** Every token that figures use. */
export const FIGURE_TOKENS = [
  '--surface', '--sunken', '--line', '--line-strong', '--ink', '--ink-2', '--ink-3', '--brand', '--grid',
  '--s1', '--s2', '--s3', '--s4', '--s5',
  '--k1', '--k2', '--k3', '--k4', '--k5', '--k1-t', '--k2-t', '--k3-t', '--k4-t', '--k5-t',
] as const; // prettier-ignore

const isToken = (value: unknown): value is string => typeof value === 'string' && /^--[a-z][a-z0-9-]*$/.test(value);

/** The same plain value with every colour token replaced. */
export const withColours = <Value>(value: Value, palette: Palette): Value => {
  if (isToken(value)) return palette.colour(value) as Value;
  if (Array.isArray(value)) return value.map((part: unknown) => withColours(part, palette)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, withColours(part as unknown, palette)]),
  ) as Value;
};
