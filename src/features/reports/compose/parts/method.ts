import { INSTITUTION } from '../datasets';
import type { Composing } from '../composing';
import { drawn, missing, type Drawn } from '../drawn';
import type { ReportKind, Run } from '../../domain';
import type { Sample } from '../overview';

/** Where there is room for a few lines only. */
const SHORT: ReadonlySet<ReportKind> = new Set(['summary', 'slides', 'public', 'scorecard']);

/** How the results were made and what they cannot say. */
export const method = (composing: Composing): Drawn => {
  const { translator, evaluation, overview } = composing;
  const { t, format } = translator;
  if (overview.n === 0) return missing(t('compose:missing.answers'));
  const values = {
    n: format.integer(overview.n),
    opens: format.day(evaluation.opensOn),
    day: format.day(overview.dataCut),
    smallest: evaluation.smallestGroup,
  };
  const isShort = SHORT.has(composing.wanted.report.kind);
  if (isShort) return drawn({ kind: 'note', text: t('compose:method.brief', values) });
  const paragraph = (key: string) =>
    ({ kind: 'paragraph', runs: [{ text: t(`compose:method.${key}`, values) }] }) as const;
  return drawn(
    paragraph('survey'),
    { kind: 'list', ordered: false, items: overview.samples.flatMap((sample) => sampleItem(sample, composing)) },
    paragraph('bases'),
    paragraph('certainty'),
    paragraph('differences'),
    paragraph('protection'),
    paragraph('limits'),
    ...(evaluation.resultState === 'preliminary' ? [paragraph('preliminary')] : []),
  );
};

/** One questionnaire, and who is rated by how many. */
const sampleItem = (sample: Sample, { translator, evaluation }: Composing): readonly (readonly Run[])[] => {
  const { t, format } = translator;
  const { dataset, given } = sample;
  const [block] = given?.table.blocks ?? [];
  if (given === null || block === undefined) return [[{ text: t('compose:method.none', { title: dataset.title }) }]];
  const groups = given.table.columns.flatMap(({ variable, label }, at) => {
    if (variable !== INSTITUTION) return [];
    const base = block.bases[at];
    return base === null || base === undefined
      ? [t('compose:method.hidden', { name: label, smallest: evaluation.smallestGroup })]
      : [t('compose:method.group', { name: label, n: format.integer(base.n) })];
  });
  const n = t('compose:method.n', { n: format.integer(given.respondents) });
  return [[{ text: `${dataset.title}: ` }, { text: [n, ...groups].join('; '), bold: true }]];
};
