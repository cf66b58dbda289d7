import type { Translator } from '../../platform/i18n';
import type { Figure, Results } from '../analysis';
import type { Evaluation } from '../evaluations';
import { keyFindings, readFacts, type Block, type KeyFigure, type ReportAbout, type ReportTree } from './domain';
import { presentMethod } from './present-method';
import { presentFinding, presentHeadline } from './present-findings';
import { presentQualityTable, presentSpheresTable } from './present-summary-tables';
import { overallFigure, qualityFigure, spheresFigure } from './summary-figures';

/** What the analysis says of one evaluation, already worded for one locale. */
export interface SummaryMaterial {
  readonly evaluation: Evaluation;
  readonly results: Results;
  readonly figures: readonly Figure[];
  readonly keyFigures: readonly KeyFigure[];
  /** Calendar day up to which answers are counted. */
  readonly dataCut: string;
  /** Answers counted. */
  readonly n: number;
}

/**
 * The director's two pages: on the first who asks and what we found, on the second how institutions are rated, which
 * spheres come first and how the results were made. The numbers are those of the results page; none is worked out here.
 */
export const composeSummary = (material: SummaryMaterial, translator: Translator): ReportTree => ({
  about: aboutOf(material, translator),
  blocks: [...firstPage(material, translator), { kind: 'page-break' }, ...secondPage(material, translator)],
});

const aboutOf = ({ evaluation, dataCut, n }: SummaryMaterial, { t, format, locale }: Translator): ReportAbout => {
  const { title, shortTitle, commissioner, resultState, demonstration } = evaluation;
  const values = {
    day: format.day(dataCut),
    n: format.integer(n),
    opens: format.shortDay(evaluation.opensOn),
    closes: format.shortDay(evaluation.closesOn),
    smallest: evaluation.smallestGroup,
  };
  return {
    title,
    subject: t(`reports:summary.subject.${resultState}`, values),
    author: commissioner,
    language: locale,
    state: resultState,
    dataCut,
    n,
    demonstration,
    running: {
      study: shortTitle,
      document: t('reports:summary.document'),
      status: t(`reports:summary.status.${resultState}`, values),
      method: t('reports:summary.method', values),
      ...(demonstration ? { demonstrationMark: t('reports:summary.demonstration') } : {}),
    },
  };
};

const firstPage = (
  { evaluation, results, keyFigures, dataCut }: SummaryMaterial,
  translator: Translator,
): readonly Block[] => {
  const { t, format } = translator;
  const facts = readFacts(results);
  const findings = keyFindings(facts);
  const items = findings.map((finding) => presentFinding(finding, translator));
  return [
    {
      kind: 'masthead',
      commissioner: evaluation.commissioner,
      region: evaluation.regionName,
      title: evaluation.title,
      subtitle: t(`reports:summary.subtitle.${evaluation.resultState}`, { day: format.day(dataCut) }),
    },
    { kind: 'lead', text: presentHeadline(facts, findings, translator) },
    ...(keyFigures.length > 0 ? [{ kind: 'key-figures', items: keyFigures } as const] : []),
    { kind: 'heading', level: 2, text: t('reports:findings.title') },
    items.length > 0
      ? { kind: 'numbered-findings', items: items.map(({ title, text }) => ({ title, text })) }
      : { kind: 'text', text: t('reports:findings.none') },
  ];
};

const secondPage = (material: SummaryMaterial, translator: Translator): readonly Block[] => {
  const { t } = translator;
  const [overall, quality, spheres] = [overallFigure(material), qualityFigure(material), spheresFigure(material)];
  const method: readonly Block[] = [
    { kind: 'heading', level: 3, text: t('reports:summary.methodTitle') },
    ...presentMethod(material, translator).map((text) => ({ kind: 'note', text }) as const),
  ];
  const spheresColumn: readonly Block[] = spheres
    ? [
        { kind: 'heading', level: 3, text: t('reports:summary.spheres.title') },
        presentSpheresTable(spheres, translator),
        ...flagNotes(spheres),
      ]
    : [];
  return [
    { kind: 'heading', level: 2, text: t('reports:summary.institutions') },
    ...(overall ? [figureBlock(overall)] : []),
    ...(quality ? [presentQualityTable(quality, translator), ...flagNotes(quality)] : []),
    ...(spheres ? [{ kind: 'columns', columns: [spheresColumn, method] } as const] : method),
  ];
};

/** What a figure is flagged with, below a table made of it. */
const flagNotes = ({ flags = [] }: Figure): readonly Block[] => flags.map((text) => ({ kind: 'note', text }));

/** Without the legend's remark on intervals, which the line under the title makes already. */
const figureBlock = (figure: Figure): Block => ({
  kind: 'figure',
  figure: { ...figure, legend: figure.legend.filter(({ mark }) => mark !== undefined) },
  notes: [...(figure.flags ?? []), ...figure.notes.slice(0, 2)],
});
