import type { FontName } from '../fonts';

export interface CssFont {
  readonly name: FontName;
  readonly sizePx: number;
}

const known = new Map<string, CssFont>();

/** The font of a Canvas context, `normal 600 11px "IBM Plex Sans"`; paper has two weights. */
export const cssFontOf = (css: string): CssFont => {
  const font = known.get(css) ?? parse(css);
  known.set(css, font);
  return font;
};

const parse = (css: string): CssFont => {
  const sizePx = Number(/([\d.]+)px/.exec(css)?.[1] ?? 10);
  const weight = Number(/\b([1-9]00|[1-9]\d\d)\b(?!px)/.exec(css)?.[1] ?? (/\bbold\b/.test(css) ? 700 : 400));
  return { name: weight >= 550 ? 'semibold' : 'regular', sizePx };
};
