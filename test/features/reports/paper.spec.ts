import { readFileSync } from 'node:fs';
import { LIGHT_TOKENS } from '../../../src/features/reports/pdf/palette';
import { STYLES, SUNKEN, WARN, WARN_SOFT } from '../../../src/features/reports/pdf/paper';

const light = /:root, \.paper \{([\s\S]*?)\n\}/.exec(readFileSync('public/css/tokens.css', 'utf8'))?.[1] ?? '';
const onScreen = (token: string): string | undefined => new RegExp(`${token}: (#[0-9a-f]{6})`).exec(light)?.[1];

/** Relative luminance and contrast as WCAG 2.1 defines them. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};

describe('colours on paper', () => {
  it.each(Object.entries(LIGHT_TOKENS))('%s is the light token of the screen', (token, hex) => {
    expect(onScreen(token)).toBe(hex);
  });

  it.each(Object.entries(STYLES))('text in style %s has a contrast of 4.5 or more on white', (_, { colour }) => {
    expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  it.each<readonly [string, string, string]>([
    ['table head', STYLES.tableHead.colour, SUNKEN],
    ['demonstration mark', WARN, WARN_SOFT],
    ...([1, 2, 3, 4, 5] as const).map(
      (step) => [`agreement ${step}`, LIGHT_TOKENS[`--k${step}-t`], LIGHT_TOKENS[`--k${step}`]] as const,
    ),
  ])('text on its ground has a contrast of 4.5 or more: %s', (_, text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['--s1', '--s2', '--s3', '--s4', '--s5', '--brand'] as const)(
    'mark %s has a contrast of 3 or more on white',
    (token) => {
      expect(contrast(LIGHT_TOKENS[token], '#ffffff')).toBeGreaterThanOrEqual(3);
    },
  );
});
