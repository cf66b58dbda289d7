import type { FontName } from './fonts';
import { LIGHT_TOKENS } from './palette';

/** A page in points and its margins. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Points of paper for each point of the drawing. */
  readonly userUnit: number;
}

const LONG_SIDE = 841.89;
const SHORT_SIDE = 595.28;
const MARGINS = { left: 62, right: 62, top: 76, bottom: 70, userUnit: 1 } as const;
export const PORTRAIT: Geometry = { width: SHORT_SIDE, height: LONG_SIDE, ...MARGINS };
export const LANDSCAPE: Geometry = { width: LONG_SIDE, height: SHORT_SIDE, ...MARGINS };
/** 16:9. Small units make the same letters large on the wall: body text of 10 is 18 on a slide of 33.9 x 19 cm. */
export const SLIDE: Geometry = {
  width: 540,
  height: 303.75,
  left: 36,
  right: 36,
  top: 52,
  bottom: 40,
  userUnit: 16 / 9,
};

/** About 75 letters of body text. */
export const MEASURE = 396;
/** Charts are laid out in CSS pixels; on paper their 13 px text is 8.25 pt. */
export const POINTS_PER_PIXEL = 0.635;

export const INK = LIGHT_TOKENS['--ink'];
export const INK_2 = LIGHT_TOKENS['--ink-2'];
export const INK_3 = LIGHT_TOKENS['--ink-3'];
export const BRAND = LIGHT_TOKENS['--brand'];
export const OCHRE = LIGHT_TOKENS['--s2'];
export const SUNKEN = LIGHT_TOKENS['--sunken'];
export const LINE = LIGHT_TOKENS['--line'];
export const LINE_STRONG = LIGHT_TOKENS['--line-strong'];
export const BRAND_SOFT = '#e4f0ec';
/** --warn on --warn-soft, 6.7 : 1. */
export const WARN = '#7a4b00';
export const WARN_SOFT = '#fff3d6';

export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  readonly leading: number;
  readonly colour: string;
}

const style = (font: FontName, size: number, leading: number, colour: string): TextStyle => ({
  font,
  size,
  leading,
  colour,
});

export const STYLES = {
  mastheadTitle: style('semibold', 19, 23, INK),
  mastheadSubtitle: style('regular', 11, 15.5, INK_2),
  masthead: style('semibold', 9.5, 13, INK),
  mastheadRegion: style('regular', 8.5, 12, INK_3),
  coverTitle: style('semibold', 31, 35.5, INK),
  coverTitleLong: style('semibold', 23, 27.5, INK),
  coverSubtitle: style('regular', 13, 18.5, INK_2),
  coverState: style('semibold', 11, 15, BRAND),
  coverLine: style('regular', 10, 14.5, INK_2),
  h1: style('semibold', 21, 25, INK),
  h2: style('semibold', 14, 18, INK),
  h3: style('semibold', 11, 15, INK),
  lead: style('regular', 13, 18.5, INK),
  text: style('regular', 10, 17, INK),
  quote: style('italic', 11.5, 17.5, INK),
  callout: style('semibold', 10.5, 16, INK),
  footnote: style('regular', 8, 11.5, INK_2),
  contents: style('regular', 10, 15, INK),
  contentsChapter: style('semibold', 10, 15, INK),
  note: style('regular', 8, 11.5, INK_3),
  keyValue: style('semibold', 27, 31, INK),
  keyLabel: style('semibold', 8.5, 11.5, INK_2),
  keyContext: style('regular', 8, 11, INK_3),
  findingNumber: style('semibold', 15, 16, BRAND),
  findingTitle: style('semibold', 10.5, 14.5, INK),
  findingText: style('regular', 10, 14.5, INK_2),
  caption: style('semibold', 9.5, 13, INK),
  captionNumber: style('semibold', 9.5, 13, BRAND),
  subtitle: style('regular', 8.5, 12, INK_3),
  tableHead: style('semibold', 8.25, 11, INK),
  tableCell: style('regular', 8.75, 12, INK),
  tableTotal: style('semibold', 8.75, 12, INK),
  legend: style('regular', 8.25, 12, INK),
  questionCode: style('semibold', 8, 15, BRAND),
  question: style('semibold', 10.5, 15, INK),
  choice: style('regular', 9.5, 13.5, INK),
  choiceCode: style('regular', 7.5, 13.5, INK_3),
  columnHead: style('regular', 7, 9, INK_2),
  markCode: style('regular', 6.5, 9, INK_2),
  running: style('regular', 8, 11, INK_3),
  runningStrong: style('semibold', 8, 11, INK_2),
  mark: style('semibold', 8, 11, WARN),
} as const;
