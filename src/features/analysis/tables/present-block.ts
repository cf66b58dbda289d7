import { capitalised, type Translator } from '../../../platform/i18n';
import type { ColumnBase, DisclosedBlock } from '../domain/tables';
import { groupNameOf, titleOf, type BlockContext } from './block-context';
import type { ShownValue } from './inputs';
import { HIDDEN, PLAIN, presentCell, presentSummaryCell, type CellView } from './present-cell';
import { presentHidden, type HiddenView } from './present-hidden';
import { presentTest, type TestView } from './present-test';
import { measureOfCell, measureOfSummary, proofAddress } from './proof-address';

export interface RowView {
  readonly label: string;
  readonly isTotal: boolean;
  readonly cells: readonly CellView[];
}

export interface BlockView {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly rows: readonly RowView[];
  readonly tests: readonly TestView[];
  /** The five ways in which there is no answer. */
  readonly states: string;
  readonly hidden: HiddenView | null;
  /** Said where a column has few people. */
  readonly small: string | null;
  /** Said where there is nothing to be counted. */
  readonly nothing: string | null;
}

export const presentBlock = (block: DisclosedBlock, context: BlockContext, translator: Translator): BlockView => {
  const { t } = translator;
  const { table, query, level } = context;
  return {
    id: block.variable,
    title: titleOf(block),
    note: noteOf(block, query.wartosci, translator),
    rows: [
      ...answerRows(block, context, translator),
      ...summaryRows(block, context, translator),
      ...baseRows(block, table.request.weight !== null, translator),
    ],
    tests:
      query.test === 'bez'
        ? []
        : block.tests.map((test) => presentTest(test, groupNameOf(test.variable, context), level, translator)),
    states: statesOf(block, translator),
    hidden: presentHidden(block, context, translator),
    small: smallOf(block, translator),
    nothing: block.bases.every((base) => base !== null && base.n === 0) ? t('tables:nothing') : null,
  };
};

/** What of its people the percentages are. */
const noteOf = (block: DisclosedBlock, values: readonly ShownValue[], { t }: Translator): string => {
  const kind = block.kind === 'set' && block.percentsOf === 'mentions' ? 'mentions' : block.kind;
  const shares = values.filter((value) => value !== 'reszta').map((value) => t(`tables:values.${value}`));
  return block.kind === 'number'
    ? t('tables:base.number')
    : `${capitalised(shares.join(', '))}. ${t(`tables:base.${kind}`)}`;
};

const answerRows = (block: DisclosedBlock, context: BlockContext, translator: Translator): readonly RowView[] =>
  block.rows.map(({ code, label, cells }) => ({
    label: capitalised(label),
    isTotal: false,
    cells: cells.map((cell, at): CellView => {
      const column = context.table.columns[at];
      if (cell === null || column === undefined) return HIDDEN;
      const view = presentCell(cell, context.query.wartosci, translator);
      const measure = measureOfCell(context.query.wartosci);
      const proof = proofAddress(context.provable, { variable: block.variable, code, measure, column });
      return { ...view, proof };
    }),
  }));

const summaryRows = (block: DisclosedBlock, context: BlockContext, translator: Translator): readonly RowView[] =>
  block.summaries.map(({ kind, cells }) => ({
    label: translator.t(`tables:summary.${kind}`),
    isTotal: true,
    cells: cells.map((cell, at): CellView => {
      const column = context.table.columns[at];
      if (cell === null || column === undefined) return HIDDEN;
      const number = { variable: block.variable, code: null, measure: measureOfSummary(kind), column };
      const view = presentSummaryCell(kind, cell, context.query.wartosci, translator);
      return { ...view, proof: cell.value === null ? null : proofAddress(context.provable, number) };
    }),
  }));

/** Both n of a weighted table, and how many answers would be as precise. */
const baseRows = (block: DisclosedBlock, isWeighted: boolean, { t, format }: Translator): readonly RowView[] => {
  const row = (label: string, text: (base: ColumnBase) => string): RowView => ({
    label,
    isTotal: true,
    cells: block.bases.map((base) => (base === null ? HIDDEN : { ...PLAIN, text: text(base) })),
  });
  return [
    row(t('tables:n'), ({ n }) => format.integer(n)),
    ...(isWeighted
      ? [
          row(t('tables:weightedN'), ({ weighted }) => format.decimal(weighted, 1)),
          row(t('tables:effectiveN'), ({ effectiveN }) => format.decimal(effectiveN, 1)),
        ]
      : []),
    ...(block.percentsOf === 'mentions'
      ? [row(t('tables:mentions'), ({ mentions }) => format.decimal(mentions ?? 0, isWeighted ? 1 : 0))]
      : []),
  ];
};

const STATES = ['notReached', 'notAsked', 'notApplicable', 'dontKnow', 'leftEmpty', 'withoutWeight'] as const;

const statesOf = ({ asked }: DisclosedBlock, { t, format }: Translator): string => {
  if (asked === null) return '';
  const found = STATES.filter((state) => asked[state] > 0 || (state !== 'withoutWeight' && state !== 'notApplicable'));
  return [
    t('tables:states.answered', { n: format.integer(asked.answered) }),
    ...found.map((state) => t(`tables:states.${state}`, { n: format.integer(asked[state]) })),
  ].join(' · ');
};

/** Of so few people a percentage says too much (domain 3.6, rule 6). */
const FEWEST_FOR_PERCENT = 10;
const FEWEST_WITHOUT_REMARK = 30;

const smallOf = (block: DisclosedBlock, { t }: Translator): string | null => {
  const sizes = block.bases.flatMap((base) => (base === null ? [] : [base.n]));
  if (sizes.some((n) => n < FEWEST_FOR_PERCENT)) return t('tables:fewCounts');
  return sizes.some((n) => n < FEWEST_WITHOUT_REMARK) ? t('tables:small') : null;
};
