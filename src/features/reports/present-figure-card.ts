import type { Figure } from '../analysis';
import type { SummaryMaterial } from './compose-summary';

/** A figure as `views/analysis/parts/figure-card` shows it. */
export interface FigureCardView extends Omit<Figure, 'legend'> {
  readonly legend: readonly (Figure['legend'][number] & { readonly className: string })[];
  readonly anchor: string;
  readonly jsonPath: string;
  readonly chartJson: string | null;
}

export const presentFigureCard = (
  { evaluation }: Pick<SummaryMaterial, 'evaluation'>,
  figure: Figure,
): FigureCardView => ({
  ...figure,
  legend: figure.legend.map((entry) => ({
    ...entry,
    className: entry.colour?.replace(/^--s/, 'f').replace(/^--/, '') ?? '',
  })),
  anchor: `f-${figure.id.replaceAll(/[^A-Za-z0-9]+/g, '-')}`,
  jsonPath: `/badania/${encodeURIComponent(evaluation.id)}/wyniki?${new URLSearchParams({ figura: figure.id, format: 'json' }).toString()}`,
  chartJson: figure.chart === null ? null : JSON.stringify(figure.chart),
});
