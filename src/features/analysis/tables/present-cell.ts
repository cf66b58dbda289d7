import type { Translator } from '../../../platform/i18n';
import type { Cell, SummaryCell, SummaryKind } from '../domain/tables';
import type { TableQuery } from './inputs';

export interface CellView {
  readonly text: string;
  readonly isHidden: boolean;
  /** Letters of the columns that are significantly lower. */
  readonly higherThan: readonly string[];
  /** Ground by size of the percentage: `heat1` to `heat3`. */
  readonly tone: string;
}

/** Lower limits of the grounds, as the ramp below the table says. */
const TONES = [
  [0.28, 'heat3'],
  [0.2, 'heat2'],
  [0.1, 'heat1'],
] as const;

export const presentCell = (cell: Cell, values: TableQuery['wartosci'], { format }: Translator): CellView => {
  const share = { kolumna: cell.share, wiersz: cell.rowShare, ogolem: cell.totalShare, liczebnosci: null }[values];
  return {
    text: values === 'liczebnosci' ? format.integer(cell.n) : share === null ? '–' : format.percent(share),
    isHidden: false,
    higherThan: values === 'kolumna' ? cell.higherThan : [],
    tone: share === null ? '' : (TONES.find(([least]) => share >= least)?.[1] ?? ''),
  };
};

export const presentSummaryCell = (kind: SummaryKind, cell: SummaryCell, { format }: Translator): CellView => ({
  text: cell.value === null ? '–' : worded(kind, cell.value, format),
  isHidden: false,
  higherThan: cell.higherThan,
  tone: '',
});

const worded = (kind: SummaryKind, value: number, format: Translator['format']): string => {
  switch (kind) {
    case 'top-two':
    case 'bottom-two':
      return format.percent(value);
    case 'recommendation':
      return format.integer(Math.round(value));
    case 'mean':
    case 'median':
      return format.decimal(value, 2);
  }
};
