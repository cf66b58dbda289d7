import { readXml, XmlError } from '../../../../platform/xml';
import { notLimeSurvey, tooManyRows, unsafeXml } from '../problems';

/** A row of one of LimeSurvey's tables, by the names of its fields. */
export type LimeRow = ReadonlyMap<string, string>;
export type LimeTables = ReadonlyMap<string, readonly LimeRow[]>;

const DEEPEST = 30;
const MOST_ROWS = 40_000;
const ROW_DEPTH = 4;

/** Reads a structure file: `document / table / rows / row / field`. */
export const readLimeTables = async (bytes: Uint8Array): Promise<LimeTables> => {
  const tables = new Map<string, Map<string, string>[]>();
  const path: string[] = [];
  let type = '';
  let row: Map<string, string> | null = null;
  let count = 0;
  const open = (name: string): void => {
    path.push(name);
    if (path.length !== ROW_DEPTH || name !== 'row' || path[2] !== 'rows') return;
    if ((count += 1) > MOST_ROWS) throw tooManyRows({ sheet: path[1] ?? '', most: MOST_ROWS });
    row = new Map();
    const rows = tables.get(path[1] ?? '') ?? [];
    rows.push(row);
    tables.set(path[1] ?? '', rows);
  };
  const text = (piece: string): void => {
    const field = path[ROW_DEPTH];
    if (row !== null && field !== undefined && path.length === ROW_DEPTH + 1)
      row.set(field, (row.get(field) ?? '') + piece);
    if (path.length === 2 && path[1] === 'LimeSurveyDocType') type += piece;
  };
  const close = (): void => {
    if (path.length === ROW_DEPTH) row = null;
    path.pop();
  };
  try {
    await readXml(bytes, { open, text, close }, DEEPEST);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw error.fault === 'declarations' ? unsafeXml() : notLimeSurvey();
  }
  if (type.trim() !== 'Survey' || !tables.has('questions')) throw notLimeSurvey();
  return tables;
};

export const field = (row: LimeRow | undefined, name: string): string => row?.get(name)?.trim() ?? '';

export const rowsOf = (tables: LimeTables, name: string): readonly LimeRow[] => tables.get(name) ?? [];
