import type { Translator } from '../../platform/i18n';
import { presentFigureCard, type FigureCard } from '../analysis';
import type { EvaluatedInstitution } from '../evaluations';
import type { SummaryMaterial } from './compose-summary';
import { readOwnResults, type KeyFigure, type OwnComparison, type Verdict } from './domain';
import type { BadgeView } from './present-findings';
import type { FileView } from './present-home-files';
import type { AskedView } from './present-home-work';
import type { OverdueView } from './present-overdue';
import { overallFigure } from './summary-figures';

/** A coordinator's page: own numbers beside those of all others together. */
export interface OwnResultsView {
  readonly heading: string;
  readonly standing: string;
  readonly institution: string;
  readonly smallestGroup: number;
  readonly keyFigures: readonly KeyFigure[];
  readonly figure: FigureCard | null;
  readonly aspects: readonly OwnAspectView[];
  /** What the own institution was asked. */
  readonly asked: readonly AskedView[];
  /** Null where nothing is late. */
  readonly overdue: OverdueView | null;
  readonly recommendationsPath: string;
  readonly files: readonly FileView[];
  /** The newest own scorecard; null: none published. */
  readonly scorecard: FileView | null;
  /** Spheres in which grants prefer jobs; null: nothing is told of them. */
  readonly preferred: PreferredView | null;
}

export interface PreferredView {
  readonly title: string;
  readonly about: string;
  readonly spheres: readonly { readonly label: string; readonly where: string }[];
  readonly link: { readonly text: string; readonly href: string } | null;
}

/** What stands beside the own results. */
export type OwnWork = Pick<OwnResultsView, 'asked' | 'overdue' | 'files' | 'scorecard' | 'preferred'>;

export interface OwnAspectView {
  readonly statement: string;
  readonly own: string;
  readonly interval: string;
  readonly others: string;
  readonly badge: BadgeView;
}

type Write = (value: number) => string;

export const presentOwnResults = (
  { evaluation, results, figures, dataCut }: SummaryMaterial,
  institution: EvaluatedInstitution,
  { work, translator }: { readonly work: OwnWork; readonly translator: Translator },
): OwnResultsView => {
  const own = readOwnResults(results, institution.code);
  const { format } = translator;
  const decimal: Write = (value) => format.decimal(value);
  const signed: Write = (value) => format.signed(value);
  const percent: Write = (value) => format.percent(value);
  const tiles = [
    tileOf('rating', own.rating, decimal, translator),
    tileOf('recommendation', own.recommendation, signed, translator),
    tileOf('jobs', own.jobs, percent, translator),
  ];
  const figure =
    figures.find(({ id, kind, chart }) => kind === 'intervals' && chart !== null && id.startsWith(QUALITY)) ??
    overallFigure({ results, figures });
  return {
    heading: translator.t('reports:own.heading', { institution: institution.shortName }),
    standing: translator.t(`reports:own.standing.${evaluation.resultState}`, { day: format.day(dataCut) }),
    institution: institution.shortName,
    smallestGroup: evaluation.smallestGroup,
    keyFigures: tiles.filter((tile) => tile !== null),
    figure: figure ? presentFigureCard(evaluation, results, figure) : null,
    aspects: own.aspects.map((aspect) => aspectOf(aspect, decimal, translator)),
    ...work,
    recommendationsPath: `/badania/${evaluation.id}/rekomendacje`,
  };
};

const QUALITY = 'owes-clients.J.';

const tileOf = (
  name: string,
  comparison: OwnComparison | null,
  write: Write,
  translator: Translator,
): KeyFigure | null => {
  if (comparison === null) return null;
  const { own, others, verdict } = comparison;
  const label = translator.t(`reports:own.tiles.${name}`);
  if (own === null) return { label, value: '–', context: translator.t('reports:own.tooFew') };
  const context = [
    others === null
      ? translator.t('reports:own.othersHidden')
      : translator.t('reports:own.others', { value: write(others.value) }),
    ...(verdict === 'untested' ? [] : [translator.t(`reports:own.difference.${verdict}`)]),
    translator.t('reports:own.n', { n: translator.format.integer(own.n) }),
  ];
  return { label, value: write(own.value), context: context.join(', ') };
};

const aspectOf = (
  { text, own, others, verdict }: OwnComparison,
  write: Write,
  translator: Translator,
): OwnAspectView => {
  const hidden = translator.t('reports:own.tooFew');
  return {
    statement: text,
    own: own === null ? hidden : write(own.value),
    interval: own?.low == null || own.high === null ? '–' : `${write(own.low)}–${write(own.high)}`,
    others: others === null ? hidden : write(others.value),
    badge: { ...LOOKS[verdict], text: translator.t(`reports:own.verdict.${verdict}`) },
  };
};

const LOOKS: Readonly<Record<Verdict, { readonly tone: string; readonly icon: string }>> = {
  lower: { tone: 'badge-err', icon: 'arrow-down' },
  higher: { tone: 'badge-ok', icon: 'arrow-up' },
  'no-difference': { tone: '', icon: 'minus' },
  untested: { tone: '', icon: 'circle-question-mark' },
};
