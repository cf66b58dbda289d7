import { capitalised, type Translator } from '../../../platform/i18n';
import type { DisclosedBlock, DisclosedTable, TableColumn } from '../domain/tables';
import type { TableQuery } from './inputs';
import { presentCell, presentSummaryCell, type CellView } from './present-cell';
import { presentTest } from './present-test';
import type { ReadTable } from './read-table';

interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

export interface TablePageView {
  readonly action: string;
  readonly datasets: readonly Option[];
  readonly rows: readonly Option[];
  readonly columns: readonly Option[];
  readonly weights: readonly Option[];
  readonly values: readonly Option[];
  readonly tests: readonly Option[];
  readonly filters: readonly string[];
  /** The same table as files; none while no table is chosen. */
  readonly files: readonly { readonly text: string; readonly address: string }[];
  readonly table: TableView | null;
}

interface HeadView {
  readonly text: string;
  readonly letter: string | null;
  readonly isFirstOfGroup: boolean;
}

export interface TableView {
  readonly groups: readonly { readonly text: string; readonly span: number }[];
  readonly heads: readonly HeadView[];
  readonly blocks: readonly BlockView[];
  readonly filtered: string;
}

interface BlockView {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly rows: readonly { readonly label: string; readonly isTotal: boolean; readonly cells: readonly CellView[] }[];
  readonly tests: readonly string[];
  readonly hidden: string | null;
  /** Said where a column has few people. */
  readonly small: string | null;
}

export const presentTablePage = (read: ReadTable, query: TableQuery, translator: Translator): TablePageView => {
  const { t } = translator;
  const address = `/badania/${read.evaluation.id}/tabele`;
  const named = (kinds: readonly string[], chosen: readonly string[], none?: string): readonly Option[] => [
    ...(none === undefined ? [] : [{ value: '', text: none, isChosen: chosen.length === 0 }]),
    ...read.variables
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ name, label }) => ({
        value: name,
        text: name === label ? capitalised(label) : `${name}. ${label}`,
        isChosen: chosen.includes(name),
      })),
  ];
  const choices = (key: string, values: readonly string[], chosen: string): readonly Option[] =>
    values.map((value) => ({ value, text: t(`tables:${key}.${value.replace('.', '')}`), isChosen: value === chosen }));
  return {
    action: address,
    datasets: read.datasets.map(({ code, title }) => ({
      value: code,
      text: title,
      isChosen: code === read.dataset.code,
    })),
    rows: named(['category', 'set', 'number'], query.wiersze),
    columns: named(['category'], query.kolumny, t('tables:none')),
    weights: named(['number'], query.waga === '' ? [] : [query.waga], t('tables:unweighted')),
    values: choices('values', ['kolumna', 'wiersz', 'ogolem', 'liczebnosci'], query.wartosci),
    tests: choices('level', ['0.05', '0.01', 'bez'], query.test),
    filters: query.filtr.map(({ variable, codes }) => `${variable}:${codes.join(',')}`),
    files:
      read.table === null
        ? []
        : ['xlsx', 'csv', 'json'].map((format) => ({
            text: format.toUpperCase(),
            address: `${address}?${new URLSearchParams([...addressOf(query), ['format', format]]).toString()}`,
          })),
    table:
      read.table === null
        ? null
        : presentTable(read.table, query, translator, new Map(read.variables.map(({ name, label }) => [name, label]))),
  };
};

const addressOf = (query: TableQuery): string[][] =>
  [
    ['zbior', query.zbior],
    ['wiersze', query.wiersze.join(',')],
    ['kolumny', query.kolumny.join(',')],
    ['waga', query.waga],
    ...query.filtr.map(({ variable, codes }) => ['filtr', `${variable}:${codes.join(',')}`]),
    ['wartosci', query.wartosci],
    ['test', query.test],
  ].filter(([, value]) => value !== '');

const presentTable = (
  table: DisclosedTable,
  query: TableQuery,
  translator: Translator,
  labels: ReadonlyMap<string, string>,
): TableView => {
  const { t, format } = translator;
  return {
    groups: groupsOf(table.columns).map(({ text, span }) => ({ text: capitalised(labels.get(text) ?? text), span })),
    heads: table.columns.map(({ label, letter, variable }, at) => ({
      text: variable === null ? t('tables:total') : label,
      letter,
      isFirstOfGroup: variable !== null && table.columns[at - 1]?.variable !== variable,
    })),
    blocks: table.blocks.map((block) => presentBlock(block, table, query, translator)),
    filtered:
      table.filtered > 0 && table.filtered < table.smallestGroup
        ? t('tables:few', { smallest: table.smallestGroup })
        : t('tables:respondents', { n: format.integer(table.filtered), all: format.integer(table.all) }),
  };
};

const groupsOf = (columns: readonly TableColumn[]): TableView['groups'] => {
  const groups: { text: string; span: number }[] = [];
  for (const [at, { variable }] of columns.entries()) {
    if (variable === null) continue;
    if (columns[at - 1]?.variable !== variable) groups.push({ text: variable, span: 0 });
    const last = groups.at(-1);
    if (last) last.span += 1;
  }
  return groups;
};

const presentBlock = (
  block: DisclosedBlock,
  table: DisclosedTable,
  query: TableQuery,
  translator: Translator,
): BlockView => {
  const { t, format } = translator;
  const isWeighted = table.request.weight !== null;
  const counts = (text: (base: NonNullable<DisclosedBlock['bases'][number]>) => string): readonly CellView[] =>
    block.bases.map((base) => (base === null ? HIDDEN : { ...PLAIN, text: text(base) }));
  return {
    id: block.variable,
    title: block.variable === block.label ? capitalised(block.label) : `${block.variable}. ${block.label}`,
    note: t(`tables:base.${block.kind}`, { left: format.integer(block.asked?.leftEmpty ?? 0) }),
    rows: [
      ...block.rows.map(({ label, cells }) => ({
        label: capitalised(label),
        isTotal: false,
        cells: cells.map((cell, at) =>
          cell === null ? HIDDEN : presentCell(cell, valuesFor(block.bases[at]?.n ?? 0, query.wartosci), translator),
        ),
      })),
      ...block.summaries.map(({ kind, cells }) => ({
        label: t(`tables:summary.${kind}`),
        isTotal: true,
        cells: cells.map((cell) => (cell === null ? HIDDEN : presentSummaryCell(kind, cell, translator))),
      })),
      { label: t('tables:n'), isTotal: true, cells: counts(({ n }) => format.integer(n)) },
      ...(isWeighted
        ? [
            {
              label: t('tables:weightedN'),
              isTotal: true,
              cells: counts(({ weighted }) => format.decimal(weighted, 1)),
            },
            {
              label: t('tables:effectiveN'),
              isTotal: true,
              cells: counts(({ effectiveN }) => format.decimal(effectiveN, 1)),
            },
          ]
        : []),
    ],
    tests: query.test === 'bez' ? [] : block.tests.map((test) => presentTest(test, translator)),
    hidden: hiddenNote(block, table, translator),
    small: block.bases.some((base) => base !== null && base.n < FEWEST_WITHOUT_REMARK) ? t('tables:small') : null,
  };
};

/** Of so few people a percentage says too much (domain 3.6, rule 6). */
const FEWEST_FOR_PERCENT = 10;

const FEWEST_WITHOUT_REMARK = 30;

const valuesFor = (n: number, wanted: TableQuery['wartosci']): TableQuery['wartosci'] =>
  n < FEWEST_FOR_PERCENT ? 'liczebnosci' : wanted;

const hiddenNote = (block: DisclosedBlock, { smallestGroup }: DisclosedTable, { t }: Translator): string | null => {
  if (block.hidden.every((reason) => reason === null)) return null;
  return block.sensitive ? t('tables:sensitive') : t('tables:hidden', { smallest: smallestGroup });
};

const PLAIN: CellView = { text: '', isHidden: false, higherThan: [], tone: '' };
const HIDDEN: CellView = { ...PLAIN, isHidden: true };
