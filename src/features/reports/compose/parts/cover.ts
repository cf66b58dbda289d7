import type { ReportKind } from '../../domain';
import { stateText } from '../compose-about';
import type { Composing } from '../composing';
import { drawn, type Drawn } from '../drawn';

/** Reports of a few pages begin with a head on their first page. */
const SHORT: ReadonlySet<ReportKind> = new Set(['summary', 'scorecard', 'recommendations', 'public', 'own']);

/** What the report is, of which state, of which day and by whom. */
export const cover = (composing: Composing): Drawn => {
  const { wanted, evaluation, translator, overview } = composing;
  const { t, format } = translator;
  const { report, erratum } = wanted;
  const { commissioner, regionName: region, title: study } = evaluation;
  const day = format.day(overview.dataCut);
  const state = stateText(composing);
  const title = report.title === '' ? study : report.title;
  if (SHORT.has(report.kind)) {
    const subtitle = t('compose:cover.short', { study, state, day });
    const head = { kind: 'masthead', commissioner, region, title, subtitle } as const;
    return erratum === null
      ? drawn(head)
      : drawn(head, { kind: 'callout', runs: [{ text: t('compose:cover.erratum', { erratum }) }] });
  }
  return drawn({
    kind: 'cover',
    commissioner,
    region,
    title: study,
    subtitle: title,
    state,
    lines: [
      t('compose:cover.cut', { day }),
      t('compose:cover.n', { n: format.integer(overview.n) }),
      t('compose:cover.author', { author: commissioner }),
      ...(evaluation.demonstration && report.kind !== 'slides' ? [t('compose:cover.demonstration')] : []),
    ],
    ...(erratum === null ? {} : { erratum: t('compose:cover.erratum', { erratum }) }),
  });
};

export const contents = ({ translator: { t } }: Composing): Drawn =>
  drawn({ kind: 'contents', title: t('compose:contents'), depth: 2 });
