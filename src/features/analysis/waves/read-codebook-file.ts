import { detectText, readDelimited, readWorkbook } from '../../../platform/spreadsheet';
import type { Codebook } from '../domain/variables/codebook';
import { codebookOfRows, type CodebookRemark } from '../domain/waves';
import { parseCodebook } from './parse-codebook';
import { codebookWithoutNames } from './problems';
import { isWorkbook } from './read-data-file';

export interface CodebookFile {
  readonly kind: 'json' | 'xlsx' | 'csv';
  readonly codebook: Codebook;
  readonly remarks: readonly CodebookRemark[];
}

const MOST_ROWS = 50_000;

/**
 * What the columns mean: JSON as it is exchanged, or a table with the columns name, label, scale, code, label of code, missing.
 *
 * @param name of the file: what a table is called that has no title of its own
 * @throws Problem `waves.codebook-unreadable` · `waves.codebook-without-names` · `spreadsheet.*`
 */
export const readCodebookFile = async (bytes: Buffer, name: string): Promise<CodebookFile> => {
  if (!isWorkbook(bytes) && beginsLikeJson(bytes)) return { kind: 'json', codebook: parseCodebook(bytes), remarks: [] };
  const rows = isWorkbook(bytes) ? await firstSheet(bytes) : readDelimited(bytes, MOST_ROWS).rows;
  const found = codebookOfRows(rows, { dataset: name, title: name });
  if (found === null) throw codebookWithoutNames();
  return { kind: isWorkbook(bytes) ? 'xlsx' : 'csv', ...found };
};

const beginsLikeJson = (bytes: Buffer): boolean =>
  /^[{[]/.test(
    detectText(bytes)
      ?.text.replace(/^\uFEFF/, '')
      .trimStart() ?? '',
  );

const firstSheet = async (bytes: Buffer): Promise<readonly (readonly string[])[]> => {
  const { sheets } = await readWorkbook(bytes, { rows: MOST_ROWS });
  return sheets.find(({ rows }) => rows.some((row) => row.length > 0))?.rows ?? [];
};
