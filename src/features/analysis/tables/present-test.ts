import type { Translator } from '../../../platform/i18n';
import type { BlockTest } from '../domain/tables';

export interface TestView {
  /** Whether the groups differ, as a sentence. */
  readonly finding: string;
  /** The test, its numbers and the strength in words. */
  readonly numbers: string;
}

const LEAST_P = 0.001;

/** The test in words: whether it says that the groups differ, what it is called and how strong the relation is. */
export const presentTest = (test: BlockTest, group: string, level: number, translator: Translator): TestView => {
  const { t } = translator;
  if (test.kind === 'none') return { finding: t(`tables:test.none.${test.reason}`, { group }), numbers: '' };
  const p = test.kind === 'by-option' ? test.smallestP : test.p;
  const isSignificant = p < level;
  return {
    finding: t(isSignificant ? 'tables:test.differs' : 'tables:test.same', { group }),
    numbers: numbersOf(test, isSignificant, translator),
  };
};

/** All in one line, for files. */
export const testLine = ({ finding, numbers }: TestView): string =>
  numbers === '' ? finding : `${finding} ${numbers}`;

const numbersOf = (
  test: Exclude<BlockTest, { readonly kind: 'none' }>,
  isSignificant: boolean,
  translator: Translator,
): string => {
  const { t, format } = translator;
  const p = (value: number): string =>
    value < LEAST_P ? t('tables:test.pBelow') : t('tables:test.p', { p: format.decimal(value, 3) });
  switch (test.kind) {
    case 'chi-square':
      return t('tables:test.chi-square', {
        statistic: format.decimal(test.statistic, 1),
        df: test.df,
        p: p(test.p),
        least: format.decimal(test.smallestExpected, 1),
        ...association(test, isSignificant, translator),
      });
    case 'exact':
      return t(test.simulated === null ? 'tables:test.exact' : 'tables:test.simulated', {
        p: p(test.p),
        least: format.decimal(test.smallestExpected, 1),
        ...association(test, isSignificant, translator),
      });
    case 'rao-scott':
      return t('tables:test.rao-scott', {
        f: format.decimal(test.f, 2),
        df1: format.decimal(test.df1, 1),
        df2: format.decimal(test.df2, 0),
        p: p(test.p),
        ...association(test, isSignificant, translator),
      });
    case 'welch':
      return t('tables:test.welch', {
        f: format.decimal(test.f, 2),
        df1: format.decimal(test.df1, 0),
        df2: format.decimal(test.df2, 1),
        p: p(test.p),
        effect: differenceOf(test.etaSquared, isSignificant, translator),
      });
    case 'by-option':
      return t('tables:test.by-option', { p: p(test.smallestP) });
  }
};

const association = (
  { cramersV, cohensW }: { readonly cramersV: number; readonly cohensW: number },
  isSignificant: boolean,
  { t, format }: Translator,
) => ({
  v: format.decimal(cramersV, 2),
  strength: t(`tables:strength.${isSignificant ? wordOf(cohensW, [0.1, 0.3, 0.5]) : 'chance'}`),
});

const differenceOf = (etaSquared: number | null, isSignificant: boolean, { t, format }: Translator): string =>
  etaSquared === null
    ? ''
    : t('tables:test.eta', {
        eta: format.decimal(etaSquared, 2),
        strength: t(
          isSignificant ? `tables:difference.${wordOf(etaSquared, [0.01, 0.06, 0.14])}` : 'tables:strength.chance',
        ),
      });

/** @source limits of Cohen (1988), Statistical Power Analysis, for w and η² */
const wordOf = (effect: number, limits: readonly number[]): string =>
  ['trivial', 'weak', 'moderate', 'strong'][limits.filter((limit) => effect >= limit).length] ?? 'strong';
