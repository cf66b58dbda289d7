import type { Translator } from '../../platform/i18n';
import { presentFigureCard, type FigureCard } from '../analysis';
import type { SummaryMaterial } from './compose-summary';
import { keyFindings, readFacts, type KeyFigure } from './domain';
import type { DrawnReport } from './draw-report';
import { presentFinding, presentHeadline, type FindingView } from './present-findings';
import { sizeOf, type FileView } from './present-home-files';
import type { AskedView } from './present-home-work';
import type { OverdueView } from './present-overdue';
import { overallFigure } from './summary-figures';

export interface DirectorHomeView {
  readonly headline: string;
  readonly standing: string;
  readonly keyFigures: readonly KeyFigure[];
  readonly findings: readonly FindingView[];
  /** The summary, which is drawn anew, and what was published. */
  readonly summary: FileView;
  readonly files: readonly FileView[];
  /** Recommendations that wait for the director's word. */
  readonly waiting: readonly AskedView[];
  /** Null where nothing is late. */
  readonly overdue: OverdueView | null;
  /** Where all that was concluded stands; the results where nothing was yet. */
  readonly more: { readonly href: string; readonly text: string };
  readonly figure: FigureCard | null;
}

export interface DirectorMaterial {
  readonly material: SummaryMaterial;
  readonly file: Pick<DrawnReport, 'bytes' | 'pages'>;
  /** Of the evaluator; null where nothing is ready, then rules speak. */
  readonly concluded: readonly FindingView[] | null;
  readonly published: readonly FileView[];
  readonly waiting: readonly AskedView[];
  readonly overdue: OverdueView | null;
}

/** The director's page: what was concluded, what to download with its real size, what waits for a decision. */
export const presentDirectorHome = (
  { material, file, concluded, published, waiting, overdue }: DirectorMaterial,
  translator: Translator,
): DirectorHomeView => {
  const { evaluation, results, keyFigures, dataCut, n } = material;
  const { format } = translator;
  const facts = readFacts(results);
  const findings = keyFindings(facts);
  const figure = overallFigure(material);
  const summary = summaryFile(material, file, translator);
  return {
    headline: presentHeadline(facts, findings, translator),
    standing: translator.t(`reports:home.standing.${evaluation.resultState}`, {
      study: evaluation.title,
      day: format.day(dataCut),
      n: format.integer(n),
    }),
    keyFigures,
    findings: concluded ?? findings.map((finding) => presentFinding(finding, translator)),
    summary,
    files: [summary, ...published],
    waiting,
    overdue,
    more:
      concluded === null
        ? { href: `/badania/${evaluation.id}/wyniki`, text: translator.t('reports:home.all-results') }
        : { href: `/badania/${evaluation.id}/wnioski`, text: translator.t('reports:home.all-conclusions') },
    figure: figure ? presentFigureCard(evaluation, results, figure) : null,
  };
};

const summaryFile = (
  { evaluation, dataCut }: SummaryMaterial,
  { bytes, pages }: DirectorMaterial['file'],
  translator: Translator,
): FileView => ({
  name: translator.t('reports:summary.name'),
  path: `/badania/${evaluation.id}/raporty/streszczenie.pdf`,
  page: null,
  ...sizeOf({ pages, bytes: bytes.byteLength, day: dataCut }, translator),
});
