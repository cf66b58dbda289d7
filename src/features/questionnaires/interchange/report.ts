import type { QuestionnaireDefinition } from '../domain';
import { plainText } from '../domain/plain-text';

/** `changed`: taken, but not as it stood; `refused`: not taken. */
export type RemarkLevel = 'changed' | 'refused';

/** Where something stands in the file; empty parts are unknown. */
export interface Place {
  /** `survey`, or a part of a file without sheets: `questions`. */
  readonly sheet: string;
  /** As the spreadsheet counts, from 1; 0 where there are no rows. */
  readonly row: number;
  readonly column: string;
  /** Name of the question or choice in the file. */
  readonly code: string;
}

export const NOWHERE: Place = { sheet: '', row: 0, column: '', code: '' };

/** One thing in the file that is not taken as it stood, and why: `interchange:remark.<kind>`. */
export interface ImportRemark {
  readonly level: RemarkLevel;
  readonly kind: string;
  readonly place: Place;
  readonly details: Readonly<Record<string, string | number>>;
}

export type ImportFormat = 'xlsform' | 'json' | 'limesurvey' | 'surveyjs';

/** A file made into a questionnaire, as far as it goes. */
export interface ImportReading {
  readonly format: ImportFormat;
  /** Null when the file as a whole is refused; the remarks say why. */
  readonly definition: QuestionnaireDefinition | null;
  readonly remarks: readonly ImportRemark[];
}

/** Collects remarks; whatever they quote is made plain and short first. */
export interface RemarkBook {
  readonly changed: (kind: string, place: Place, details?: ImportRemark['details']) => void;
  readonly refused: (kind: string, place: Place, details?: ImportRemark['details']) => void;
  readonly all: () => readonly ImportRemark[];
}

const LONGEST_QUOTE = 300;
const LONGEST_NAME = 100;

export const createRemarkBook = (): RemarkBook => {
  const remarks: ImportRemark[] = [];
  const add =
    (level: RemarkLevel) =>
    (kind: string, place: Place, details: ImportRemark['details'] = {}): void => {
      remarks.push({ level, kind, place: quotedPlace(place), details: quotedDetails(details) });
    };
  return { changed: add('changed'), refused: add('refused'), all: () => remarks };
};

/** What is quoted from a file; a quote that is nothing but markup shows it with brackets that mean nothing. */
export const quoted = (text: string, longest = LONGEST_QUOTE): string => {
  const short = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  const plain = plainText(short, longest).text;
  const shown = plain === '' ? plainText(short.replace(/</g, '‹').replace(/>/g, '›'), longest).text : plain;
  return shown.replace(/\n/g, ' ');
};

const quotedPlace = ({ sheet, row, column, code }: Place): Place => ({
  sheet: quoted(sheet, LONGEST_NAME),
  row,
  column: quoted(column, LONGEST_NAME),
  code: quoted(code, LONGEST_NAME),
});

const quotedDetails = (details: ImportRemark['details']): ImportRemark['details'] =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? quoted(value) : value]),
  );
