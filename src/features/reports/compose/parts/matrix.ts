import { wordRow, type JudgedRow, type WordedRow } from '../../../findings';
import type { DisclosedBlock } from '../../../analysis/domain';
import type { TableBlock } from '../../domain';
import type { Composing } from '../composing';
import { drawn, missing, type Drawn } from '../drawn';

type IndicatorNumber = Extract<JudgedRow['row']['indicator'], { readonly kind: 'number' }>['number'];
type Result = JudgedRow['result'];

const SUMMARIES: Readonly<Record<string, 'mean' | 'median' | 'top-two' | 'bottom-two' | 'recommendation'>> = {
  srednia: 'mean',
  mediana: 'median',
  'dwie-najwyzsze': 'top-two',
  'dwie-najnizsze': 'bottom-two',
  nps: 'recommendation',
};

/** The evaluation matrix with its answers, on a page that lies on its side; its numbers come from given tables. */
export const matrix = async (composing: Composing): Promise<Drawn> => {
  const { translator } = composing;
  const judged = await composing.material.judged();
  if (judged.rows.length === 0) return missing(translator.t('compose:missing.matrix'));
  const rows: WordedRow[] = [];
  for (const [at, row] of judged.rows.entries()) {
    const result = await givenResult(row, composing);
    rows.push(wordRow({ ...row, result }, at + 1, judged, translator));
  }
  return drawn({ kind: 'orientation', orientation: 'landscape' }, tableOf(rows, composing), {
    kind: 'orientation',
    orientation: 'portrait',
  });
};

const tableOf = (rows: readonly WordedRow[], { translator: { t } }: Composing): TableBlock => {
  const column = (name: string, weight: number) =>
    ({ label: t(`compose:matrix.${name}`), align: 'left', weight }) as const;
  return {
    kind: 'table',
    caption: t('compose:matrix.caption'),
    columns: [
      column('number', 0.5),
      column('criterion', 1.3),
      column('question', 3),
      column('indicator', 2.4),
      column('sources', 2),
      column('items', 1.2),
      column('result', 1.6),
      column('verdict', 1.7),
      column('answer', 2.6),
    ],
    rows: rows.map((row) => ({
      cells: [
        String(row.number),
        row.criterion,
        [row.question, ...row.subQuestions.map((text) => `– ${text}`)].join('\n'),
        row.threshold === null ? row.indicator : `${row.indicator}: ${row.threshold}`,
        [row.sources, row.methods].filter((text) => text !== '').join('; '),
        row.items,
        row.result === null ? '–' : [row.result, row.detail].filter((text) => text !== '').join('; '),
        row.reason === '' ? row.verdict.text : `${row.verdict.text} (${row.reason})`,
        row.answer === '' ? '–' : row.answer,
      ],
    })),
    note: t('compose:matrix.note'),
  };
};

/** Typed numbers stand as they were typed; counted ones are those of a given table, or hidden with it. */
const givenResult = async ({ row, result }: JudgedRow, { tables }: Composing): Promise<Result> => {
  const { indicator } = row;
  if (result === null || indicator.kind !== 'number') return result;
  const { dataset, row: wanted, column, weight } = indicator.number;
  const answer = await tables.ask({
    dataset,
    rows: [wanted.variable],
    columns: column === null ? [] : [plainName(column.variable)],
    weight,
    filter: [],
    ...(wanted.codes.length > 1 ? { merges: [{ variable: wanted.variable, codes: wanted.codes, label: null }] } : {}),
  });
  if (answer.kind === 'refused') return null;
  const { table } = answer.given;
  const at =
    column === null
      ? 0
      : table.columns.findIndex((one) => one.variable === column.variable && one.code === column.code);
  const [block] = table.blocks;
  return block === undefined || at < 0 ? null : resultIn(block, at, indicator.number);
};

const resultIn = (block: DisclosedBlock, at: number, { row, measure }: IndicatorNumber): Result => {
  const n = block.bases[at]?.n ?? null;
  const summary = SUMMARIES[measure];
  if (summary !== undefined) {
    const cell = block.summaries.find(({ kind }) => kind === summary)?.cells[at];
    return cell?.value == null ? null : { value: cell.value, ...endsOf(cell.interval), n: cell.n };
  }
  const code = row.codes.length > 1 ? block.rows.find((one) => sameCodes(one.code, row.codes))?.code : row.codes[0];
  const cell = block.rows.find((one) => one.code === code)?.cells[at];
  const share = measure === 'wiersz' ? cell?.rowShare : measure === 'ogolem' ? cell?.totalShare : cell?.share;
  return share == null ? null : { value: share, ...endsOf(measure === 'udzial' ? (cell?.interval ?? null) : null), n };
};

const endsOf = (interval: { readonly low: number; readonly high: number } | null) => ({
  low: interval?.low ?? null,
  high: interval?.high ?? null,
});

const sameCodes = (merged: string, codes: readonly string[]): boolean =>
  merged.split('+').toSorted().join('+') === codes.toSorted().join('+');

/** A nested banner `instytucja:polnoc>typ` is one of those that `instytucja>typ` makes. */
const plainName = (variable: string): string => {
  const [outer = '', inner] = variable.split('>');
  return inner === undefined ? outer : `${outer.slice(0, outer.lastIndexOf(':'))}>${inner}`;
};
