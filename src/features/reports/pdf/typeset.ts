import type { Sheet } from './sheet';
import type { TextStyle } from './paper';

/** Break a text into lines at ordinary spaces only: no-break spaces, hyphens and dashes hold together. */
export const linesOf = (
  { doc }: Pick<Sheet, 'doc'>,
  text: string,
  style: TextStyle,
  width: number,
): readonly string[] => {
  doc.font(style.font).fontSize(style.size);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || doc.widthOfString(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
};

export const widthOf = ({ doc }: Pick<Sheet, 'doc'>, text: string, style: TextStyle): number =>
  doc.font(style.font).fontSize(style.size).widthOfString(text);

interface Place {
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** Set lines one below another; returns the y below the last one. A space ends each line, so that tags do not glue words. */
export const setLines = (
  sheet: Pick<Sheet, 'doc'>,
  lines: readonly string[],
  style: TextStyle,
  place: Place,
): number => {
  lines.forEach((line, index) => {
    const x = place.align === 'right' ? place.x + place.width - widthOf(sheet, line, style) : place.x;
    setLine(sheet, line, style, { x, y: place.y + index * style.leading });
  });
  return place.y + lines.length * style.leading;
};

/** Break and set a text in one go. */
export const setText = (sheet: Pick<Sheet, 'doc'>, text: string, style: TextStyle, place: Place): number =>
  setLines(sheet, linesOf(sheet, text, style, place.width), style, place);

const setLine = (
  { doc }: Pick<Sheet, 'doc'>,
  line: string,
  style: TextStyle,
  { x, y }: { x: number; y: number },
): void => {
  doc.font(style.font).fontSize(style.size).fillColor(style.colour);
  doc.text(`${line} `, x, y + style.leading / 2 + style.size * BASELINE_BELOW_MIDDLE, {
    lineBreak: false,
    baseline: 'alphabetic',
  });
};

/** Half the cap height of IBM Plex Sans (698 of 1000): capitals stand in the middle of their line. */
const BASELINE_BELOW_MIDDLE = 0.349;
