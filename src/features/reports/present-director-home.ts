import type { Translator } from '../../platform/i18n';
import { presentFigureCard, type FigureCard } from '../analysis';
import type { SummaryMaterial } from './compose-summary';
import { keyFindings, readFacts, type KeyFigure } from './domain';
import type { DrawnReport } from './draw-report';
import { presentFinding, presentHeadline, type FindingView } from './present-findings';
import { overallFigure } from './summary-figures';

export interface DirectorHomeView {
  readonly headline: string;
  readonly standing: string;
  readonly keyFigures: readonly KeyFigure[];
  readonly findings: readonly FindingView[];
  readonly download: { readonly path: string; readonly size: string; readonly megabytes: string };
  readonly resultsPath: string;
  readonly figure: FigureCard | null;
}

/** The director's page says what the two pages of the file say, with the file's real size beside the button. */
export const presentDirectorHome = (
  material: SummaryMaterial,
  file: Pick<DrawnReport, 'bytes' | 'pages'>,
  translator: Translator,
): DirectorHomeView => {
  const { evaluation, results, keyFigures, dataCut, n } = material;
  const { format } = translator;
  const facts = readFacts(results);
  const findings = keyFindings(facts);
  const figure = overallFigure(material);
  return {
    headline: presentHeadline(facts, findings, translator),
    standing: translator.t(`reports:home.standing.${evaluation.resultState}`, {
      study: evaluation.title,
      day: format.day(dataCut),
      n: format.integer(n),
    }),
    keyFigures,
    findings: findings.map((finding) => presentFinding(finding, translator)),
    download: downloadOf(material, file, translator),
    resultsPath: `/badania/${evaluation.id}/wyniki`,
    figure: figure ? presentFigureCard(evaluation, results, figure) : null,
  };
};

const BYTES_PER_MEGABYTE = 1_000_000;

const downloadOf = (
  { evaluation, dataCut }: SummaryMaterial,
  { bytes, pages }: Pick<DrawnReport, 'bytes' | 'pages'>,
  translator: Translator,
): DirectorHomeView['download'] => {
  const megabytes = translator.t('reports:home.megabytes', {
    size: translator.format.decimal(bytes.byteLength / BYTES_PER_MEGABYTE),
  });
  const day = translator.format.dayOfMonth(dataCut);
  return {
    path: `/badania/${evaluation.id}/raporty/streszczenie.pdf`,
    size: translator.t('reports:home.size', { count: pages, pages, megabytes, day }),
    megabytes,
  };
};
