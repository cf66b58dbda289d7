import type { Translator } from '../../../platform/i18n';
import type { TotalsReading } from '../domain/weights';

export interface ImportView {
  readonly summary: string;
  readonly formulas: string | null;
  readonly lines: readonly {
    readonly row: string;
    readonly variable: string;
    readonly category: string;
    readonly total: string;
    readonly state: string;
    readonly isTaken: boolean;
  }[];
  /** Said where not all lines are shown. */
  readonly more: string | null;
}

const MOST_LINES = 200;
const LONGEST = 80;
const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** What became of every row of the file: those that were not taken come first. */
export const presentImport = ({ lines }: TotalsReading, formulas: readonly string[], { t }: Translator): ImportView => {
  const taken = lines.filter(({ kind }) => kind === 'taken').length;
  const ordered = lines.toSorted((a, b) => Number(a.kind === 'taken') - Number(b.kind === 'taken') || a.row - b.row);
  return {
    summary: t('weights:import.summary', { taken, count: lines.length }),
    formulas: formulas.length === 0 ? null : t('weights:import.formulas', { cells: formulas.slice(0, 10).join(', ') }),
    lines: ordered.slice(0, MOST_LINES).map(({ row, variable, category, total, kind }) => ({
      row: String(row),
      variable: shorten(variable),
      category: shorten(category),
      total: shorten(total),
      state: t(`weights:import.state.${kind}`),
      isTaken: kind === 'taken',
    })),
    more: lines.length > MOST_LINES ? t('weights:import.more', { shown: MOST_LINES }) : null,
  };
};
