import type { Translator } from '../../platform/i18n';
import type { Figure } from '../analysis';
import type { TableBlock, TableColumn } from './domain';

const SPHERES_SHOWN = 5;
/** The last columns of an agreement table: agree, disagree, mean, n. */
const SUMMARY_COLUMNS = ['agree', 'disagree', 'mean', 'n'] as const;

const right = (label: string): TableColumn => ({ label, align: 'right' });

/** The battery without its distribution, which the results page shows: agreement, disagreement, mean and n. */
export const presentQualityTable = ({ table, notes }: Figure, translator: Translator): TableBlock => ({
  kind: 'table',
  caption: translator.t('reports:summary.quality.caption'),
  columns: [
    { label: translator.t('reports:summary.quality.statement'), align: 'left' },
    ...SUMMARY_COLUMNS.map((column) => right(translator.t(`reports:summary.quality.${column}`))),
  ],
  rows: table.rows.map(({ label, cells }) => ({
    cells: [label, ...cells.slice(-SUMMARY_COLUMNS.length).map(({ text }) => text)],
  })),
  ...(notes[0] === undefined ? {} : { note: notes[0] }),
});

/** The first rows of the ranking's own table: name and the share that it is ordered by. */
export const presentSpheresTable = ({ table }: Figure, translator: Translator): TableBlock => ({
  kind: 'table',
  columns: [
    { label: translator.t('reports:summary.spheres.sphere'), align: 'left' },
    right(translator.t('reports:summary.spheres.share')),
  ],
  rows: table.rows.slice(0, SPHERES_SHOWN).map(({ label, cells }) => ({ cells: [label, cells[0]?.text ?? ''] })),
  note: translator.t('reports:summary.spheres.note'),
});
