import type { Translator } from '../../../platform/i18n';
import type { BlockTest } from '../domain/tables';

const LEAST_P = 0.001;

/** The test in words: what it is called, its numbers, and whether it says that the groups differ. */
export const presentTest = (test: BlockTest, { t, format }: Translator): string => {
  const { variable, kind } = test;
  if (kind === 'none') return t(`tables:test.none.${test.reason}`, { variable });
  const pOf = (p: number): string =>
    p < LEAST_P ? t('tables:test.pBelow') : t('tables:test.p', { p: format.decimal(p, 3) });
  switch (kind) {
    case 'chi-square':
      return t('tables:test.chi-square', {
        variable,
        statistic: format.decimal(test.statistic, 1),
        df: test.df,
        p: pOf(test.p),
        v: format.decimal(test.cramersV, 2),
        least: format.decimal(test.smallestExpected, 1),
      });
    case 'exact':
      return t(test.simulated === null ? 'tables:test.exact' : 'tables:test.simulated', {
        variable,
        p: pOf(test.p),
        v: format.decimal(test.cramersV, 2),
        least: format.decimal(test.smallestExpected, 1),
      });
    case 'rao-scott':
      return t('tables:test.rao-scott', {
        variable,
        f: format.decimal(test.f, 2),
        df1: format.decimal(test.df1, 1),
        df2: format.decimal(test.df2, 0),
        p: pOf(test.p),
        v: format.decimal(test.cramersV, 2),
      });
    case 'welch':
      return t('tables:test.welch', {
        variable,
        f: format.decimal(test.f, 2),
        df1: format.decimal(test.df1, 0),
        df2: format.decimal(test.df2, 1),
        p: pOf(test.p),
      });
    case 'by-option':
      return t('tables:test.by-option', { variable, p: pOf(test.smallestP) });
  }
};
