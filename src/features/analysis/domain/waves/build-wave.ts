import type { Codebook, CodebookVariable } from '../variables/codebook';
import { readWave, type CellRemark } from '../variables/read-wave';
import type { Variable, VariableSet } from '../variables/variable';
import type { CellFix, ColumnChoice, WaveChoices } from './choices';
import type { DescribedColumn } from './describe-columns';
import { judge, type Judgement } from './judge';
import { recodeVariable, suggestRecoding, type Recoding } from './recode';
import { suggestTarget, type Suggestion } from './suggest-target';
import type { WaveTable } from './table-of-rows';
import { comparisonCodeOf, targetKey, type Target } from './target';

/** A column on its way to becoming a variable. */
export interface PlannedColumn extends DescribedColumn {
  readonly choice: ColumnChoice;
  readonly suggestion: Suggestion | null;
  readonly target: Target | null;
  /** As read, before answers are turned into ours. */
  readonly variable: Variable;
  readonly recoding: Recoding;
  /** By the rules; null without a target. */
  readonly judgement: Judgement | null;
  /** As decided; equal to the rules where nobody decided. */
  readonly comparability: Judgement['comparability'] | null;
  readonly reason: string | null;
}

export interface BuiltWave {
  readonly columns: readonly PlannedColumn[];
  /** Cells that cannot be read as they stand, fixed or not. */
  readonly remarks: readonly CellRemark[];
  /** What would be stored. */
  readonly set: VariableSet;
}

export interface WaveSources {
  readonly table: WaveTable;
  readonly columns: readonly DescribedColumn[];
  readonly frequencyVariable: string | null;
  readonly targets: readonly Target[];
  /** Words for answers that are no point of a scale. */
  readonly missingLabels: Readonly<Record<97 | 98, string>>;
}

/** Files and choices made into what would be stored, and everything that a person must see before. */
export const buildWave = (sources: WaveSources, choices: WaveChoices): BuiltWave => {
  const { table, columns, frequencyVariable } = sources;
  const asRead = readWave(codebookOf(columns, frequencyVariable), table.header, table.rows, table.rowNumbers);
  const fixed = withFixes(sources, choices.fixes);
  const read =
    fixed.rows === table.rows
      ? asRead
      : readWave(codebookOf(fixed.columns, frequencyVariable), table.header, fixed.rows, table.rowNumbers);
  const planned = columns.flatMap((column) => {
    const variable = read.set.variables.get(column.described.name);
    return variable === undefined ? [] : [plan(column, variable, sources, choices)];
  });
  const stored = planned.filter(({ choice }) => choice.use !== 'leave').map(toVariable);
  return {
    columns: planned,
    remarks: asRead.remarks,
    set: { n: read.set.n, variables: new Map(stored.map((variable) => [variable.name, variable])) },
  };
};

const codebookOf = (columns: readonly DescribedColumn[], frequencyVariable: string | null): Codebook => ({
  dataset: '',
  title: '',
  source: null,
  frequencyVariable,
  variables: columns.map(({ described }) => described),
});

const plan = (
  column: DescribedColumn,
  variable: Variable,
  { targets }: WaveSources,
  { columns, recodings, decisions }: WaveChoices,
): PlannedColumn => {
  const { name } = column.described;
  const suggestion = suggestTarget(column.described, targets);
  const choice = columns.find((one) => one.column === name) ?? suggested(name, suggestion);
  const target = targets.find((one) => choice.use === 'match' && targetKey(one) === choice.target) ?? null;
  const about = { ...column, choice, suggestion, variable };
  if (target === null)
    return { ...about, target, recoding: new Map(), judgement: null, comparability: null, reason: null };
  const recoding = recodingOf(
    variable,
    target,
    recodings.filter((one) => one.column === name),
  );
  const judgement = judge(variable, target.variable, recoding);
  const decision = decisions.find((one) => one.column === name);
  const comparability = decision?.comparability ?? judgement.comparability;
  const isDecided = comparability !== judgement.comparability;
  return {
    ...about,
    target,
    recoding,
    judgement,
    comparability,
    reason: isDecided ? (decision?.reason ?? null) : null,
  };
};

const suggested = (column: string, suggestion: Suggestion | null): ColumnChoice =>
  suggestion === null
    ? { column, use: 'keep', target: null }
    : { column, use: 'match', target: targetKey(suggestion.target) };

const recodingOf = (
  variable: Variable,
  { variable: ours }: Target,
  chosen: readonly { readonly from: string; readonly to: string | null }[],
): Recoding => {
  if (!('categories' in variable) || !('categories' in ours)) return new Map();
  const recoding = new Map(suggestRecoding(variable.categories, ours.categories));
  for (const { from, to } of chosen) recoding.set(from, to);
  return recoding;
};

/** Answers in our categories where they are comparable; sensitive where our question is. */
const toVariable = ({ variable, target, comparability, reason, recoding }: PlannedColumn): Variable => {
  if (target === null || comparability === null) return variable;
  const { variable: ours, questionnaire, field } = target;
  const match = { questionnaire, field, comparisonCode: comparisonCodeOf(ours), comparability, reason };
  const origin = { kind: 'wave', match } as const;
  const isTurned = comparability !== 'apart' && variable.kind === 'category' && ours.kind === 'category';
  const answers = isTurned ? recodeVariable(variable, recoding, ours) : variable;
  return { ...answers, origin, ...(ours.sensitive === true ? { sensitive: true } : {}) };
};

/** Rows with the cells that somebody settled, and columns that know the answers added for it. */
const withFixes = (
  { table, columns, missingLabels }: WaveSources,
  fixes: readonly CellFix[],
): Pick<WaveTable, 'rows'> & { readonly columns: readonly DescribedColumn[] } => {
  const byColumn = new Map<number, Map<string, string>>();
  const added = new Map<string, Set<97 | 98>>();
  for (const { column, text, becomes } of fixes) {
    const at = table.header.indexOf(column);
    if (at < 0) continue;
    const texts = byColumn.get(at) ?? new Map<string, string>();
    byColumn.set(at, texts.set(text, textAfter(becomes)));
    if (becomes.kind === 'missing') added.set(column, (added.get(column) ?? new Set()).add(becomes.state));
  }
  if (byColumn.size === 0) return { rows: table.rows, columns };
  return {
    rows: table.rows.map((row) => row.map((text, at) => byColumn.get(at)?.get(text) ?? text)),
    columns: columns.map((column) => {
      const states = added.get(column.described.name);
      return states === undefined
        ? column
        : { ...column, described: withStates(column.described, states, missingLabels) };
    }),
  };
};

/** No code of a codebook looks like this. */
const codeOfState = (state: 97 | 98): string => `~${state}`;

const textAfter = (becomes: CellFix['becomes']): string => {
  if (becomes.kind === 'empty') return '';
  return becomes.kind === 'value' ? becomes.value : codeOfState(becomes.state);
};

const withStates = (
  described: CodebookVariable,
  states: ReadonlySet<97 | 98>,
  labels: WaveSources['missingLabels'],
): CodebookVariable =>
  described.values.length === 0
    ? { ...described, missingCodes: [...described.missingCodes, ...[...states].map(codeOfState)] }
    : {
        ...described,
        values: [
          ...described.values,
          ...[...states].map((state) => ({ code: codeOfState(state), label: labels[state], missing: state })),
        ],
      };
