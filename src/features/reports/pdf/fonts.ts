import { createRequire } from 'node:module';
import { openSync, type Font, type GlyphRun } from 'fontkit';

export type FontName = 'regular' | 'semibold' | 'italic' | 'semiboldItalic';
export type Fonts = Readonly<Record<FontName, Font>>;

const PACKAGE = '@expo-google-fonts/ibm-plex-sans';
const LAYOUTS_KEPT = 20_000;

/** IBM Plex Sans for paper. Opening and first layout cost more than drawing, so a process opens them once. */
export const openFonts = (): Fonts => {
  const { resolve } = createRequire(__filename);
  const open = (cut: string): Font =>
    rememberingLayouts(openNamed(resolve(`${PACKAGE}/${cut}/IBMPlexSans_${cut}.ttf`)));
  return {
    regular: open('400Regular'),
    semibold: open('600SemiBold'),
    italic: open('400Regular_Italic'),
    semiboldItalic: open('600SemiBold_Italic'),
  };
};

/**
 * A font whose glyphs know their characters. fontkit keeps a glyph as it first met it: met as a part of another one (the
 * sign ’ within ”), it would have no text in every later file.
 */
const openNamed = (path: string): Font => {
  const font = openSync(path);
  for (const codePoint of font.characterSet) if (!isLigature(codePoint)) font.glyphForCodePoint(codePoint);
  return font;
};

/** The sign ﬁ stands for the two letters from which a layout makes it. */
const isLigature = (codePoint: number): boolean => codePoint >= 0xfb00 && codePoint <= 0xfb06;

/** The same words come back in every report; pdfkit scales positions in place, so it gets copies of them. */
const rememberingLayouts = (font: Font): Font => {
  const layout = font.layout.bind(font);
  const known = new Map<string, GlyphRun>();
  const remember = (text: string): GlyphRun => {
    if (known.size >= LAYOUTS_KEPT) known.clear();
    const run = layout(text);
    known.set(text, run);
    return run;
  };
  font.layout = (text, features) =>
    features === undefined ? copyOf(known.get(text) ?? remember(text)) : layout(text, features);
  return font;
};

const copyOf = (run: GlyphRun): GlyphRun => {
  const positions = run.positions.map((position) => ({ ...position }));
  return {
    glyphs: run.glyphs,
    positions,
    get advanceWidth() {
      return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    },
  };
};
