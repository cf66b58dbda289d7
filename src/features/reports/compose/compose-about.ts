import type { ReportAbout } from '../domain';
import type { Composing } from './composing';

/** What the report says about itself, and what stands in the margins of each page. */
export const composeAbout = ({ wanted, evaluation, translator, overview }: Composing): ReportAbout => {
  const { t, format, locale } = translator;
  const { report, state } = wanted;
  const { n, dataCut } = overview;
  const values = {
    day: format.day(dataCut),
    n: format.integer(n),
    opens: format.shortDay(evaluation.opensOn),
    closes: format.shortDay(dataCut),
    smallest: evaluation.smallestGroup,
  };
  return {
    title: report.title === '' ? evaluation.title : `${report.title}. ${evaluation.title}`,
    subject: t(`compose:about.subject.${state}`, values),
    author: evaluation.commissioner,
    language: locale,
    state,
    dataCut,
    n,
    demonstration: evaluation.demonstration,
    running: {
      study: evaluation.shortTitle,
      document: report.title,
      status: t(`compose:about.status.${state}`, values),
      method: t('compose:about.method', values),
      ...(evaluation.demonstration ? { demonstrationMark: t('compose:about.demonstration') } : {}),
    },
    ...(report.kind === 'slides' ? { format: 'slides' as const } : {}),
  };
};

/** `Wyniki wstępne`, `Wyniki końcowe, wersja 2`. */
export const stateText = ({ wanted: { state, version }, translator: { t } }: Composing): string =>
  version === null || version < 2
    ? t(`compose:state.${state}`)
    : t('compose:state.version', { state: t(`compose:state.${state}`), version });
