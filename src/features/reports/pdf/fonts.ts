import { createRequire } from 'node:module';
import { openSync, type Font, type GlyphRun } from 'fontkit';

export type FontName = 'regular' | 'semibold';
export type Fonts = Readonly<Record<FontName, Font>>;

const PACKAGE = '@expo-google-fonts/ibm-plex-sans';
const LAYOUTS_KEPT = 20_000;

/** IBM Plex Sans for paper. Opening and first layout cost more than drawing, so a process opens them once. */
export const openFonts = (): Fonts => {
  const { resolve } = createRequire(__filename);
  return {
    regular: rememberingLayouts(openSync(resolve(`${PACKAGE}/400Regular/IBMPlexSans_400Regular.ttf`))),
    semibold: rememberingLayouts(openSync(resolve(`${PACKAGE}/600SemiBold/IBMPlexSans_600SemiBold.ttf`))),
  };
};

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
