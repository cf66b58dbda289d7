import { capitalised } from '../../../../platform/i18n';
import type { TableBlock } from '../../domain';
import type { Composing } from '../composing';
import { HIDDEN } from '../words/cell-text';
import { clip, LONGEST } from '../words/clip';
import { inParts, shownColumns } from '../words/shown-columns';
import { remarksOn } from '../words/tables-of-unit';
import { drawn, missing, type Drawn } from '../drawn';
import type { Sample } from '../overview';

const MOST_COLUMNS = 6;

/** Who answered: types of clients and partners by institution, as they came. */
export const sample = (composing: Composing): Drawn => {
  const tables = composing.overview.samples.flatMap((one) => tablesOf(one, composing));
  return tables.length === 0 ? missing(composing.translator.t('compose:missing.answers')) : drawn(...tables);
};

const tablesOf = ({ dataset, given }: Sample, { translator, overview }: Composing): readonly TableBlock[] => {
  const { t, format } = translator;
  const [block] = given?.table.blocks ?? [];
  if (given === null || block === undefined || block.bases.every((base) => base === null || base.n === 0)) return [];
  const count = (n: number | undefined): string => (n === undefined ? HIDDEN : format.integer(n));
  const note = [
    ...remarksOn([block], given.table.smallestGroup, translator),
    t('compose:sample.note', { day: format.day(given.dataCut ?? overview.dataCut) }),
  ].join(' ');
  return inParts(shownColumns(given.table, [block], translator), MOST_COLUMNS).map((columns) => ({
    kind: 'table',
    caption: clip(t('compose:sample.caption', { title: dataset.title }), LONGEST.caption),
    columns: [
      { label: t('compose:sample.type'), align: 'left', weight: 1 },
      ...columns.map(({ label }) => ({ label, align: 'right' as const })),
    ],
    rows: [
      ...block.rows.map(({ label, cells }) => ({
        cells: [clip(capitalised(label), LONGEST.label), ...columns.map(({ at }) => count(cells[at]?.n))],
      })),
      {
        cells: [t('compose:sample.total'), ...columns.map(({ at }) => count(block.bases[at]?.n))],
        total: true as const,
      },
    ],
    note,
  }));
};
