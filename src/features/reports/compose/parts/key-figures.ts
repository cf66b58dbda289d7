import type { SummaryKind } from '../../../analysis/domain';
import type { KeyFigure } from '../../domain';
import type { Composing } from '../composing';
import { intervalText, valueText } from '../words/cell-text';
import type { OpenDataset } from '../datasets';
import { drawn, missing, type Drawn } from '../drawn';
import { findMeaning, ownDatasets, summaryCell } from './questions';

const MOST = 4;

/** Each figure by the meaning of its question, and the summary that tells it. */
const FIGURES: readonly (readonly [meaning: string, summary: SummaryKind])[] = [
  ['overall-rating', 'top-two'],
  ['recommendation', 'recommendation'],
  ['coordination-division-of-tasks', 'top-two'],
];

/** The few numbers that stand first, each with its interval and n. */
export const keyFigures = async (composing: Composing): Promise<Drawn> => {
  const { t, format } = composing.translator;
  const { n } = composing.overview;
  if (n === 0) return missing(t('compose:missing.answers'));
  const items: KeyFigure[] = [];
  for (const dataset of await ownDatasets(composing))
    for (const [meaning, summary] of FIGURES) {
      const figure = await figureOf(dataset, meaning, summary, composing);
      if (figure !== null) items.push(figure);
    }
  const answers = {
    label: t('compose:keyFigures.answers'),
    value: format.integer(n),
    context: t('compose:keyFigures.until', { day: format.day(composing.overview.dataCut) }),
  };
  return drawn({ kind: 'key-figures', items: [...items.slice(0, MOST - 1), answers] });
};

const figureOf = async (
  dataset: OpenDataset,
  meaning: string,
  summary: SummaryKind,
  composing: Composing,
): Promise<KeyFigure | null> => {
  const { translator } = composing;
  const { t, format } = translator;
  const found = await findMeaning(dataset, meaning, composing);
  const cell = found && summaryCell(found.block, summary);
  if (!found || !cell || cell.value === null) return null;
  const n = t('compose:keyFigures.n', { n: format.integer(found.block.bases[0]?.n ?? cell.n) });
  const interval = cell.interval === null ? [] : [intervalText(summary, cell.interval, translator)];
  const rated = composing.overview.samples.find((one) => one.dataset.code === dataset.code)?.institutions ?? [];
  return {
    label: t(`compose:keyFigures.${meaning}`),
    value: valueText(summary, cell.value, translator),
    context: [...interval, n, ...(rated.length === 0 ? [] : [rated.join(', ')])].join('; '),
  };
};
