import { drawFigures } from '../figures/parts/draw-figures';
import type { FigureChart } from '../../../src/features/analysis/domain/figures';
import { figureAsPng, figureAsSvg, type SavedFigure } from './parts/save-figure';
import { searchPickers } from './parts/search-pickers';

/** Crosstabs: search in the lists of variables, figures below the tables, and their pictures. Without scripts tables stand alone. */
searchPickers(document);

const figures = [...document.querySelectorAll<HTMLElement>('[data-table-figure]')];
for (const figure of figures) {
  figure.hidden = false;
  for (const button of figure.querySelectorAll<HTMLButtonElement>('[data-download]'))
    button.addEventListener('click', () => {
      void save(figure, button);
    });
}
drawFigures(document);

const save = async (figure: HTMLElement, button: HTMLButtonElement): Promise<void> => {
  const kind = button.dataset['download'] === 'svg' ? 'svg' : 'png';
  const described = describedBy(figure);
  if (described === null) return;
  const blob = await (kind === 'svg' ? figureAsSvg(described) : figureAsPng(described));
  if (blob === null) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${button.dataset['file'] ?? 'wykres'}.${kind}`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
};

const describedBy = (figure: HTMLElement): SavedFigure | null => {
  const chart = figure.querySelector('canvas')?.dataset['chart'];
  if (chart === undefined) return null;
  const configuration = JSON.parse(chart) as FigureChart;
  return {
    chart: configuration,
    title: textOf(figure, '.chart-title'),
    note: textOf(figure, '.chart-sub'),
    legend: [...figure.querySelectorAll('.legend li')].map((entry, at) => ({
      colour: configuration.data.datasets[at]?.backgroundColor ?? '--s1',
      text: entry.textContent.replace(/\s+/g, ' ').trim(),
    })),
  };
};

const textOf = (figure: HTMLElement, selector: string): string => figure.querySelector(selector)?.textContent ?? '';
