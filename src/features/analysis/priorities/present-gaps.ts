import type { Translator } from '../../../platform/i18n';
import type { DisclosedPairs, ShownAspect } from '../domain/priorities';
import { intervalText, pText, twoDecimals } from './words';

export interface GapsView {
  readonly hasWeights: boolean;
  readonly rows: readonly GapRow[];
  readonly notes: readonly string[];
}

interface GapRow {
  readonly label: string;
  /** Why there are no numbers; null: there are. */
  readonly hidden: string | null;
  readonly cells: GapCells | null;
}

interface GapCells {
  readonly n: string;
  readonly weighted: string;
  readonly isSmall: boolean;
  readonly importance: string;
  readonly importanceRange: string;
  readonly performance: string;
  readonly performanceRange: string;
  readonly gap: string;
  readonly range: string;
  readonly verdict: string;
}

/** Below this the test after Holm's correction calls a gap certain. */
export const LEVEL = 0.05;

export const presentGaps = (pairs: DisclosedPairs, translator: Translator): GapsView => {
  const { t } = translator;
  const shown = pairs.aspects.filter((aspect) => aspect.kind === 'shown');
  return {
    hasWeights: pairs.isWeighted,
    rows: pairs.aspects.map((aspect) => rowOf(aspect, pairs.smallestGroup, translator)),
    notes: [
      t('priorities:gaps.base'),
      t(pairs.isWeighted ? 'priorities:gaps.weightedTest' : 'priorities:gaps.test', { count: shown.length }),
      ...(shown.some(({ hasSmallBase }) => hasSmallBase) ? [t('priorities:gaps.small')] : []),
      ...(shown.length < pairs.aspects.length ? [t('priorities:gaps.hidden', { smallest: pairs.smallestGroup })] : []),
    ],
  };
};

const rowOf = (aspect: ShownAspect, smallest: number, translator: Translator): GapRow => {
  const { t, format } = translator;
  const { label } = aspect;
  if (aspect.kind === 'hidden')
    return { label, hidden: t(`priorities:hidden.${aspect.because}`, { smallest }), cells: null };
  if (aspect.kind === 'few')
    return { label, hidden: t('priorities:hidden.few', { n: format.integer(aspect.n) }), cells: null };
  const two = (value: number): string => twoDecimals(value, translator);
  const { n, weighted, importance, performance, gap, adjustedP } = aspect;
  return {
    label,
    hidden: null,
    cells: {
      n: format.integer(n),
      weighted: format.decimal(weighted, 1),
      isSmall: aspect.hasSmallBase,
      importance: two(importance.mean),
      importanceRange: intervalText(importance.interval, translator, two),
      performance: two(performance.mean),
      performanceRange: intervalText(performance.interval, translator, two),
      gap: two(gap.mean),
      range: intervalText(gap.interval, translator, two),
      verdict: verdictOf(adjustedP, translator),
    },
  };
};

export const verdictOf = (p: number | null, translator: Translator): string => {
  const { t } = translator;
  if (p === null) return t('priorities:verdict.none');
  return t(p < LEVEL ? 'priorities:verdict.certain' : 'priorities:verdict.uncertain', { p: pText(p, translator) });
};
