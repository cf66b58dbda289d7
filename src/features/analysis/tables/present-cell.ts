import type { Translator } from '../../../platform/i18n';
import type { Cell, SummaryCell, SummaryKind } from '../domain/tables';
import type { ShownValue } from './inputs';

export interface CellView {
  readonly text: string;
  /** Further values of the same cell, in smaller letters. */
  readonly more: readonly string[];
  readonly isHidden: boolean;
  /** Letters of the columns that are significantly lower. */
  readonly higherThan: readonly string[];
  /** Whether the cell holds more or fewer than the margins would say; null where it does not, or nobody asked. */
  readonly residual: { readonly mark: string; readonly text: string } | null;
  /** Ground by size of the percentage: `heat1` to `heat3`. */
  readonly tone: string;
  /** Address of the proof of the number. */
  readonly proof: string | null;
}

/** Lower limits of the grounds, as the ramp below the table says. */
const TONES = [
  [0.28, 'heat3'],
  [0.2, 'heat2'],
  [0.1, 'heat1'],
] as const;

export const PLAIN: CellView = {
  text: '',
  more: [],
  isHidden: false,
  higherThan: [],
  residual: null,
  tone: '',
  proof: null,
};
export const HIDDEN: CellView = { ...PLAIN, isHidden: true };

/** What of a cell is a share, of whom it is. */
const SHARES = { kolumna: 'share', wiersz: 'rowShare', ogolem: 'totalShare' } as const;

type ShareValue = keyof typeof SHARES;
const isShare = (value: ShownValue): value is ShareValue => value in SHARES;

export const presentCell = (cell: Cell, values: readonly ShownValue[], translator: Translator): CellView => {
  const shown = values.filter((value) => value !== 'reszta' && value !== 'przedzial');
  const [main = 'kolumna', ...others] = shown;
  const share = isShare(main) ? cell[SHARES[main]] : null;
  return {
    ...PLAIN,
    text: valueText(cell, main, translator),
    more: [
      ...others.map((value) => valueText(cell, value, translator)),
      ...(values.includes('przedzial') && cell.interval !== null ? [intervalText(cell.interval, translator)] : []),
      ...rankingTexts(cell, translator),
    ],
    higherThan: values.includes('kolumna') ? cell.higherThan : [],
    residual: values.includes('reszta') ? residualOf(cell.residual, translator) : null,
    tone: share === null ? '' : (TONES.find(([least]) => share >= least)?.[1] ?? ''),
  };
};

/** Of few people there are counts only. */
const valueText = (cell: Cell, value: ShownValue, { t, format }: Translator): string => {
  if (!isShare(value)) return format.integer(cell.n);
  const share = cell[SHARES[value]];
  if (share !== null) return format.percent(share);
  return value === 'kolumna' ? t('tables:cell.count', { n: format.integer(cell.n) }) : '–';
};

const intervalText = (
  { low, high }: { readonly low: number; readonly high: number },
  { t, format }: Translator,
): string => t('tables:cell.interval', { low: format.integer(low * 100), high: format.percent(high) });

const rankingTexts = ({ ranking }: Cell, { t, format }: Translator): readonly string[] =>
  ranking === undefined || ranking.first === null || ranking.points === null
    ? []
    : [
        t('tables:cell.first', { share: format.percent(ranking.first) }),
        t('tables:cell.points', { points: format.decimal(ranking.points, 2) }),
      ];

/** Two-sided limits of the normal distribution at 0.05, 0.01 and 0.001. */
const LIMITS = [1.96, 2.576, 3.291];

const residualOf = (residual: number | null, { t, format }: Translator): CellView['residual'] => {
  if (residual === null) return null;
  const marks = LIMITS.filter((limit) => Math.abs(residual) >= limit).length;
  if (marks === 0) return null;
  const [mark, words] = residual > 0 ? ['▲', 'more'] : ['▼', 'fewer'];
  return {
    mark: mark.repeat(marks),
    text: t(`tables:cell.residual.${words}`, { residual: format.decimal(residual, 1) }),
  };
};

export const presentSummaryCell = (
  kind: SummaryKind,
  cell: SummaryCell,
  values: readonly ShownValue[],
  translator: Translator,
): CellView => ({
  ...PLAIN,
  text: cell.value === null ? '–' : worded(kind, cell.value, translator.format),
  more:
    values.includes('przedzial') && cell.interval !== null && cell.value !== null
      ? [summaryInterval(kind, cell.interval, translator)]
      : [],
  higherThan: cell.higherThan,
});

const summaryInterval = (
  kind: SummaryKind,
  { low, high }: { readonly low: number; readonly high: number },
  { t, format }: Translator,
): string => {
  const text = (value: number): string => worded(kind, value, format);
  return low < 0 || (kind === 'recommendation' && high < 0)
    ? t('tables:cell.fromTo', { low: text(low), high: text(high) })
    : t('tables:cell.interval', { low: text(low).replace('%', ''), high: text(high) });
};

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
