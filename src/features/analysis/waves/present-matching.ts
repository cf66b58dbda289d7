import type { Translator } from '../../../platform/i18n';
import { targetKey, wordingsOf, type CellProblem, type PlannedColumn, type Target } from '../domain/waves';
import { presentComparability, valuesOf, type ComparabilityView } from './present-draft';
import { shortened } from './present-files';
import type { OpenDraft } from './open-draft';

export interface OptionView {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

interface ColumnRow {
  /** Of the form field: `k12`. */
  readonly field: string;
  readonly name: string;
  readonly label: string;
  readonly values: string;
  readonly options: readonly OptionView[];
  readonly comparability: ComparabilityView;
}

interface ProblemRow {
  readonly field: string;
  readonly title: string;
  readonly rows: string;
  readonly column: string;
  readonly text: string;
  readonly options: readonly OptionView[];
}

export interface MatchingView {
  readonly columns: readonly ColumnRow[];
  readonly all: string;
  readonly toCheck: string;
  readonly isAll: boolean;
  readonly pages: readonly { readonly number: number; readonly isCurrent: boolean }[];
  readonly problems: readonly ProblemRow[];
  readonly problemsNote: string;
  readonly problemsLeft: string | null;
  readonly questionnaires: readonly OptionView[];
  readonly comparable: readonly { readonly label: string; readonly figure: number; readonly context: string }[];
}

/** Fields of one form are limited; a wave of more columns has pages. */
const COLUMNS_OF_PAGE = 100;
const MOST_PROBLEMS = 300;

export const presentMatching = (
  translator: Translator,
  open: OpenDraft,
  { isAll: wanted, page }: { readonly isAll: boolean; readonly page: number },
): MatchingView => {
  const { t } = translator;
  const { built, table, problems, targets } = open;
  const toCheck = built.columns.filter((column) => needsEyes(column, problems));
  const isAll = wanted || toCheck.length === 0;
  const listed = isAll ? built.columns : toCheck;
  const pages = Math.ceil(listed.length / COLUMNS_OF_PAGE);
  const from = (Math.min(page, Math.max(1, pages)) - 1) * COLUMNS_OF_PAGE;
  const count = (comparability: PlannedColumn['comparability']): number =>
    built.columns.filter((column) => column.comparability === comparability).length;
  return {
    columns: listed.slice(from, from + COLUMNS_OF_PAGE).map((column) => ({
      field: `k${table.header.indexOf(column.described.name)}`,
      name: column.described.name,
      label: column.described.label === column.described.name ? '' : column.described.label,
      values: valuesOf(translator, column),
      options: optionsOf(translator, column, targets),
      comparability: presentComparability(translator, column),
    })),
    all: t('waves:matching.all', { count: built.columns.length }),
    toCheck: t('waves:matching.to-check', { count: toCheck.length }),
    isAll,
    pages: Array.from({ length: pages > 1 ? pages : 0 }, (_, at) => ({
      number: at + 1,
      isCurrent: at + 1 === Math.floor(from / COLUMNS_OF_PAGE) + 1,
    })),
    problems: problems.slice(0, MOST_PROBLEMS).map((problem, at) => presentProblem(translator, open, problem, at)),
    problemsNote: t('waves:cells.note', {
      count: new Set(problems.flatMap(({ rows }) => rows)).size,
      all: t('waves:count.of-rows', { count: table.rows.length }),
    }),
    problemsLeft:
      problems.length > MOST_PROBLEMS ? t('waves:cells.left', { count: problems.length - MOST_PROBLEMS }) : null,
    questionnaires: open.questionnaires.map(({ code, title }) => ({
      value: code,
      text: title,
      isChosen: code === open.questionnaire,
    })),
    comparable: (['same', 'recoded', 'apart'] as const).map((kind) => ({
      label: t(`waves:tile.${kind}`),
      figure: count(kind),
      context: t(`waves:tile.${kind}-note`),
    })),
  };
};

const needsEyes = (
  { isInCodebook, target, suggestion, comparability, described }: PlannedColumn,
  problems: readonly CellProblem[],
): boolean =>
  !isInCodebook ||
  (target !== null && (comparability !== 'same' || suggestion?.reason === 'similar-wording')) ||
  problems.some(({ column }) => column === described.name);

const optionsOf = ({ t }: Translator, { choice }: PlannedColumn, targets: readonly Target[]): readonly OptionView[] => [
  ...targets.map((target) => ({
    value: targetKey(target),
    text: shortened([...new Set([target.field, wordingsOf(target.variable).at(-1) ?? ''])].join(' ')),
    isChosen: choice.use === 'match' && choice.target === targetKey(target),
  })),
  { value: 'keep', text: t('waves:matching.keep'), isChosen: choice.use === 'keep' },
  { value: 'leave', text: t('waves:matching.leave'), isChosen: choice.use === 'leave' },
];

const presentProblem = (translator: Translator, open: OpenDraft, problem: CellProblem, at: number): ProblemRow => {
  const { t } = translator;
  const { kind, column, text, rows } = problem;
  return {
    field: `p${at}`,
    title: t(`waves:problem.${kind}`),
    rows: rowList(translator, rows),
    column,
    text: text === '' ? t('waves:cells.empty-cell') : t('waves:place.text', { text: shortened(text) }),
    options: kind === 'bad-frequency' ? [] : fixesOf(translator, open, problem),
  };
};

const fixesOf = (
  { t }: Translator,
  { draft, built }: OpenDraft,
  { column, text }: CellProblem,
): readonly OptionView[] => {
  const variable = built.columns.find(({ described }) => described.name === column)?.variable;
  const fix = draft.choices.fixes.find((one) => one.column === column && one.text === text)?.becomes;
  const chosen =
    fix === undefined || fix.kind === 'empty' ? '' : fix.kind === 'missing' ? `b:${fix.state}` : `?:${fix.value}`;
  const categories = variable !== undefined && 'categories' in variable ? variable.categories : [];
  const number = variable?.kind === 'number' ? /-?\d+(?:[.,]\d+)?/.exec(text.replace('−', '-'))?.[0] : undefined;
  const options = [
    { value: '', text: t('waves:fix.empty') },
    ...categories
      .filter(({ code }) => !code.startsWith('~'))
      .map(({ code, label }) => ({ value: `k:${code}`, text: code === label ? code : shortened(`${code} ${label}`) })),
    ...(number === undefined ? [] : [{ value: `l:${number}`, text: t('waves:fix.number', { number }) }]),
    { value: 'b:97', text: t('waves:fix.does-not-apply') },
    { value: 'b:98', text: t('waves:fix.dont-know') },
  ];
  return options.map((option) => ({
    ...option,
    isChosen: option.value === chosen || (chosen.startsWith('?:') && option.value.slice(1) === chosen.slice(1)),
  }));
};

const MOST_ROWS = 12;

/** `14, 88, 140–144`; many rows are counted. */
export const rowList = ({ t }: Pick<Translator, 't'>, rows: readonly number[]): string => {
  const stretches: [number, number][] = [];
  for (const row of rows) {
    const last = stretches.at(-1);
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else stretches.push([row, row]);
  }
  const shown = stretches.slice(0, MOST_ROWS).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  const left = stretches.slice(MOST_ROWS).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return [...shown, ...(left === 0 ? [] : [t('waves:cells.more-rows', { count: left })])].join(', ');
};
