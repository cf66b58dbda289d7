/** A workbook as texts. Nothing in it is worked out, followed or run. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** What is in the file and was not taken as it stands. */
  readonly remarks: readonly WorkbookRemark[];
}

export interface Sheet {
  readonly name: string;
  /** Row 1 first; a row ends with its last filled cell. Empty rows in between are empty lists. */
  readonly rows: readonly (readonly string[])[];
}

export interface WorkbookRemark {
  /**
   * `formula`: the value saved with it was taken as a plain text, the formula was left out; `error`: a cell that shows an
   * error of its formula was left empty; `not-a-table`: a sheet of charts or dialogs was left out.
   */
  readonly kind: 'formula' | 'error' | 'not-a-table';
  readonly sheet: string;
  /** `C4`; empty where it concerns the whole sheet. */
  readonly cell: string;
}

/** What a workbook may have at most; beyond that it is refused. */
export interface WorkbookLimits {
  readonly files: number;
  readonly inflatedBytes: number;
  /** Inflated bytes for one packed byte, for parts above one megabyte. */
  readonly ratio: number;
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
  /** Filled cells of the whole workbook. */
  readonly cells: number;
  readonly cellCharacters: number;
  /** Of all cells together. */
  readonly characters: number;
  readonly formulas: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  files: 300,
  inflatedBytes: 30_000_000,
  ratio: 250,
  sheets: 50,
  rows: 20_000,
  columns: 300,
  cells: 500_000,
  cellCharacters: 32_767,
  characters: 30_000_000,
  formulas: 2000,
};
