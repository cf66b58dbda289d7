import { capitalised } from '../../../../platform/i18n';
import type { DisclosedBlock } from '../../../analysis/domain';
import type { GivenTable } from '../../../analysis';
import type { TableBlock } from '../../domain';
import type { Composing } from '../composing';
import { HIDDEN } from '../words/cell-text';
import { clip, LONGEST } from '../words/clip';
import { remarksOn } from '../words/tables-of-unit';
import { drawn, missing, type Drawn } from '../drawn';
import { INSTITUTION } from '../datasets';
import type { Sample } from '../overview';

/** Who answered: by type of client or partner, and by institution, as they came. */
export const sample = (composing: Composing): Drawn => {
  const tables = composing.overview.samples.flatMap((one) => tablesOf(one, composing));
  return tables.length === 0 ? missing(composing.translator.t('compose:missing.answers')) : drawn(...tables);
};

const tablesOf = ({ dataset, given }: Sample, composing: Composing): readonly TableBlock[] =>
  (given?.table.blocks ?? [])
    .filter(({ bases: [base] }) => base !== null && base !== undefined && base.n > 0)
    .map((block) => ({
      kind: 'table',
      caption: clip(composing.translator.t('compose:sample.caption', { title: dataset.title }), LONGEST.caption),
      ...countedIn(block, given, composing),
    }));

const countedIn = (
  block: DisclosedBlock,
  given: GivenTable | null,
  { translator, overview }: Composing,
): Pick<TableBlock, 'columns' | 'rows' | 'note'> => {
  const { t, format } = translator;
  const count = (n: number | undefined): string => (n === undefined ? HIDDEN : format.integer(n));
  const isInstitution = block.variable === INSTITUTION;
  return {
    columns: [
      { label: t(isInstitution ? 'compose:sample.institution' : 'compose:sample.type'), align: 'left', weight: 1 },
      { label: t('compose:sample.realised'), align: 'right' },
    ],
    rows: [
      ...block.rows.map(({ label, cells: [cell] }) => ({
        cells: [clip(capitalised(label), LONGEST.label), count(cell?.n)],
      })),
      { cells: [t('compose:sample.total'), count(block.bases[0]?.n)], total: true as const },
    ],
    note: [
      ...remarksOn([block], given?.table.smallestGroup ?? 0, translator),
      t('compose:sample.note', { day: format.day(given?.dataCut ?? overview.dataCut) }),
    ].join(' '),
  };
};
