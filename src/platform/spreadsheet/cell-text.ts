import type { XmlListener } from '../xml';

/** A cell as it stands in the file. */
export interface RawCell {
  /** `s` shared text, `str` text of a formula, `inlineStr`, `b` true or false, `e` error, `d` day, `n` number. */
  readonly type: string;
  readonly style: number;
  value: string;
}

/** What is needed to read cells: texts by number, and which styles show a day. */
export interface CellKinds {
  readonly sharedTexts: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly since1904: boolean;
}

const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets; the false leap day of 1900 is counted in. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

export const cellText = (cell: RawCell, kinds: CellKinds): string => {
  switch (cell.type) {
    case 's':
      return kinds.sharedTexts[Number(cell.value)] ?? '';
    case 'b':
      return cell.value.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'n':
      return numberText(cell, kinds);
    default:
      return textOf(cell.value);
  }
};

/** Characters that XML cannot hold are written `_x0007_`; line ends are plain everywhere. */
export const textOf = (written: string): string =>
  written
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');

const numberText = ({ value, style }: RawCell, { dateStyles, since1904 }: CellKinds): string => {
  const number = value.trim() === '' ? NaN : Number(value);
  if (!Number.isFinite(number)) return textOf(value);
  if (!dateStyles.has(style) || number < 0 || number > LAST_DAY) return String(Number(number.toPrecision(15)));
  const at = new Date((since1904 ? DAY_ZERO_1904 : DAY_ZERO) + Math.round(number * DAY_MS)).toISOString();
  return at.endsWith('T00:00:00.000Z') ? at.slice(0, 10) : at.slice(0, 19);
};

const DAY_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Which cell styles show their number as a day or time. */
export const dateStylesReading = (): { readonly listener: XmlListener; readonly styles: Set<number> } => {
  const styles = new Set<number>();
  const ownFormats = new Set<number>();
  let isCellFormats = false;
  let next = 0;
  return {
    styles,
    listener: {
      open: (name, attributes) => {
        if (name === 'numFmt' && showsDay(attributes['formatCode'] ?? ''))
          ownFormats.add(Number(attributes['numFmtId']));
        if (name === 'cellXfs') isCellFormats = true;
        if (name !== 'xf' || !isCellFormats) return;
        const format = Number(attributes['numFmtId'] ?? 0);
        if (DAY_FORMATS.has(format) || ownFormats.has(format)) styles.add(next);
        next += 1;
      },
      close: (name) => {
        if (name === 'cellXfs') isCellFormats = false;
      },
    },
  };
};

/** A format with d, m, y, h or s outside quotes and brackets. */
const showsDay = (format: string): boolean =>
  format.length < 300 && /[dmyhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
