import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crossTable, type Block, type RawTable } from '../../../src/features/analysis/domain/tables';
import { readWave } from '../../../src/features/analysis/domain/variables/read-wave';
import type { SetVariable, VariableSet } from '../../../src/features/analysis/domain/variables/variable';
import { codebookFile } from '../../../src/features/analysis/waves/inputs';
import { readTextTable } from '../../../src/features/analysis/waves/read-text-table';

/* Tables of whole data sets against R; expected numbers come from ../shared/oracle/reference. */

const ORACLE = join(__dirname, '../../../../shared/oracle');

interface Entry {
  readonly id: string;
  readonly method: string;
  readonly dataset: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly filter: readonly { readonly var: string; readonly op: string; readonly value: unknown }[] | null;
  readonly weights: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly results: Readonly<Record<string, never>>;
}

const json = (path: string): unknown => JSON.parse(readFileSync(join(ORACLE, path), 'utf8'));

const isCategory = ({ dataset, variables }: Entry): boolean =>
  waveOf(dataset).variables.get(variables['var']!)?.kind === 'category';
const codesOf = ({ dataset, variables }: Entry): readonly string[] => {
  const variable = waveOf(dataset).variables.get(variables['var']!);
  return variable !== undefined && 'categories' in variable ? variable.categories.map(({ code }) => code) : [];
};

const entriesOf = (topic: string, method: string): readonly Entry[] =>
  (json(`reference/${topic}.json`) as { entries: readonly Entry[] }).entries.filter(
    (entry) => entry.method === method && isPlain(entry.filter),
  );

/** Filters of the tables are equalities; entries with other filters are compared through the kernel's own test. */
const isPlain = (filter: Entry['filter']): boolean =>
  (filter ?? []).every(({ op }) => op === '==' || op === 'in' || op === 'not_missing');

const sets = new Map<string, VariableSet>();
const waveOf = (dataset: string): VariableSet => {
  const known = sets.get(dataset);
  if (known !== undefined) return known;
  const codebook = codebookFile.parse(json(`codebooks/${dataset}.json`));
  const { header, rows } = readTextTable(readFileSync(join(ORACLE, `data/${dataset}.csv`)));
  const { set } = readWave(codebook, header, rows);
  sets.set(dataset, set);
  return set;
};

const tableOf = ({ dataset, filter, weights }: Entry, rows: string, columns: readonly string[]): RawTable =>
  crossTable(waveOf(dataset), {
    rows: [rows],
    columns,
    weight: weights,
    filter: conditionsOf({ filter }),
  });

const conditionsOf = ({ filter }: Pick<Entry, 'filter'>) =>
  (filter ?? [])
    .filter(({ op }) => op !== 'not_missing')
    .map((one) => ({ variable: one.var, codes: [one.value].flat().map(String) }));

const blockOf = (table: RawTable): Block => table.blocks[0]!;

const expectNear = (actual: number | null | undefined, expected: number | null, relative = 1e-9): void => {
  if (expected === null) {
    expect(actual ?? null).toBeNull();
    return;
  }
  expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(Math.max(1e-9, relative * Math.abs(expected)));
};

/** Our cells of the columns that R kept: unused categories are dropped there. */
const usedColumns = (table: RawTable, codes: readonly unknown[]): readonly number[] =>
  codes.map((code) => table.columns.findIndex((column) => column.code === String(code)));
const usedRows = (block: Block, codes: readonly unknown[]): Block['rows'] =>
  codes.map((code) => block.rows.find((row) => row.code === String(code))!);

if (!existsSync(ORACLE)) process.stdout.write(`No numerical reference in ${ORACLE}: tables are not compared with R\n`);
type Wanted = (entry: Entry) => boolean;
const cases = (topic: string, method: string, wanted: Wanted): readonly [string, Entry][] =>
  existsSync(ORACLE)
    ? entriesOf(topic, method)
        .filter(wanted)
        .map((entry) => [`${entry.id} ${entry.dataset}`, entry])
    : [];
const each = (topic: string, method: string, wanted: Wanted = () => true) => {
  const found = cases(topic, method, wanted);
  return found.length > 0 ? test.each(found) : test.skip.each([['nothing to compare', null as unknown as Entry]]);
};

describe('tables of whole data sets agree with R', () => {
  each('crosstabs', 'crosstab')('counts and percentages: %s', (_, entry) => {
    const { row, col } = entry.variables as { row: string; col: string };
    const table = tableOf(entry, row, [col]);
    const results = entry.results as unknown as Record<string, unknown[] & number[][]>;
    const columns = usedColumns(table, results['cols']!);
    usedRows(blockOf(table), results['rows']!).forEach(({ cells }, at) => {
      columns.forEach((place, column) => {
        const cell = cells[place]!;
        expectNear(cell.weighted, results['counts']![at]![column]!);
        expectNear((cell.share ?? NaN) * 100, results['col_pct']![at]![column]!);
        expectNear((cell.rowShare ?? NaN) * 100, results['row_pct']![at]![column]!);
        expectNear((cell.totalShare ?? NaN) * 100, results['total_pct']![at]![column]!);
      });
    });
  });

  each('crosstabs', 'residuals')('adjusted residuals: %s', (_, entry) => {
    const { row, col } = entry.variables as { row: string; col: string };
    const table = tableOf(entry, row, [col]);
    const results = entry.results as unknown as Record<string, unknown[] & number[][]>;
    const columns = usedColumns(table, results['cols']!);
    usedRows(blockOf(table), results['rows']!).forEach(({ cells }, at) => {
      columns.forEach((place, column) => {
        expectNear(cells[place]!.residual, results['adjusted']![at]![column]!, 1e-7);
      });
    });
  });

  each('crosstabs', 'chisq_independence')('chi-square, or the exact test where it is doubtful: %s', (_, entry) => {
    const { row, col } = entry.variables as { row: string; col: string };
    const [test] = blockOf(tableOf(entry, row, [col])).tests;
    const { chi2, p, df, min_expected: least } = entry.results as Record<string, number | null>;
    if (test?.kind === 'chi-square') {
      expectNear(test.statistic, chi2!);
      expectNear(test.p, p!, 1e-7);
      expect(test.df).toBe(df);
    } else if (test?.kind === 'exact') expectNear(test.smallestExpected, least!);
    else expect([test?.kind, p]).toEqual(['none', null]);
  });

  const isExactHere = (entry: Entry): boolean => {
    const { row, col } = entry.variables as { row: string; col: string };
    return blockOf(tableOf(entry, row, [col])).tests[0]?.kind === 'exact';
  };
  each(
    'crosstabs',
    'fisher_exact',
    isExactHere,
  )("Fisher's p, by visiting or by drawing tables: %s", (_, entry) => {
    const { row, col } = entry.variables as { row: string; col: string };
    const [test] = blockOf(tableOf(entry, row, [col])).tests;
    const { p_two_sided: expected } = entry.results as unknown as Record<string, number>;
    const { p, simulated } = test as Extract<typeof test, { kind: 'exact' }>;
    if (simulated === null) expectNear(p, expected!, 1e-6);
    else expect(Math.abs(p - expected!)).toBeLessThan(4 * simulated.standardError + 2 / simulated.tables);
  });

  each('column_tests', 'column_proportions')('letters by Holm within a row: %s', (_, entry) => {
    const { row, col } = entry.variables as { row: string; col: string };
    const table = tableOf(entry, row, [col]);
    const results = entry.results as unknown as Record<string, unknown[] & (number | null)[][]>;
    const columns = usedColumns(table, results['cols']!);
    const letters = columns.map((place) => table.columns[place]!.letter!);
    usedRows(blockOf(table), results['rows']!).forEach(({ cells }, at) => {
      const expected: string[][] = columns.map(() => []);
      (results['pairs'] as unknown as [number, number][]).forEach(([first, second], pair) => {
        const p = results['p_holm']![at]![pair];
        if (p == null || p >= 0.05) return;
        const isFirst = (results['z']![at]![pair] ?? 0) > 0;
        expected[isFirst ? first - 1 : second - 1]!.push(letters[isFirst ? second - 1 : first - 1]!);
      });
      expect(columns.map((place) => [...cells[place]!.higherThan].sort())).toEqual(
        expected.map((letter) => letter.sort()),
      );
    });
  });

  each(
    'descriptives',
    'frequencies',
    isCategory,
  )('frequencies: %s', (_, entry) => {
    const variable = entry.variables['var']!;
    const block = blockOf(tableOf(entry, variable, []));
    const results = entry.results as unknown as Record<string, number[]>;
    expect(block.bases[0]!.n).toBe(results['n_valid']);
    usedRows(block, results['categories']!).forEach(({ cells }, at) => {
      expect(cells[0]!.n).toBe(results['counts']![at]);
      expectNear((cells[0]!.share ?? NaN) * 100, results['pct_of_valid']![at]!);
    });
  });

  each('descriptives', 'frequencies_weighted')('weighted frequencies: %s', (_, entry) => {
    const block = blockOf(tableOf(entry, entry.variables['var']!, []));
    const results = entry.results as unknown as Record<string, number[] & number>;
    expectNear(block.bases[0]!.weighted, results['sum_weights_valid']!);
    usedRows(block, results['categories']!).forEach(({ cells }, at) => {
      // A row of a frequency table is one case to R and as many respondents as it says to us.
      if (entry.weights !== 'Freq') expect(cells[0]!.n).toBe(results['unweighted_counts']![at]);
      expectNear(cells[0]!.weighted, results['weighted_counts']![at]!);
      expectNear((cells[0]!.share ?? NaN) * 100, results['weighted_pct_of_valid']![at]!);
    });
  });

  each('descriptives', 'mean_by_group')('means by group: %s', (_, entry) => {
    const { var: variable, group } = entry.variables as { var: string; group: string };
    const table = tableOf(entry, variable, [group]);
    const results = entry.results as unknown as Record<string, (number | null)[]>;
    const columns = usedColumns(table, results['groups']!);
    const mean = blockOf(table).summaries.find(({ kind }) => kind === 'mean')!;
    columns.forEach((place, at) => {
      const cell = mean.cells[place]!;
      expect(cell.n).toBe(results['n']![at]);
      expectNear(cell.value, results['mean']![at]!);
      expectNear(cell.sd, results['sd']![at]!);
      expectNear(cell.se, results['se']![at]!);
    });
  });

  each('descriptives', 'mean_weighted')('weighted means with linearised errors: %s', (_, entry) => {
    const block = blockOf(tableOf(entry, entry.variables['var']!, []));
    const mean = block.summaries.find(({ kind }) => kind === 'mean')!.cells[0]!;
    const results = entry.results as unknown as Record<string, number | null>;
    expectNear(mean.value, results['mean']!);
    expectNear(mean.weighted, results['sum_weights']!);
    // A row of a frequency table is one case to R and as many respondents as it says to us.
    if (entry.weights === 'Freq') return;
    // The entry leaves people without an answer out of the design; we keep them in it, as svymean(na.rm = TRUE) does.
    const factor = (n: number): number => n / (n - 1);
    const weights = waveOf(entry.dataset).variables.get(entry.weights!) as { readonly values: Float64Array };
    const sampleSize = weights.values.filter((weight) => weight >= 0).length;
    const ofAll = Math.sqrt(factor(sampleSize) / factor(results['n_unweighted']!));
    expectNear(mean.se, results['se_linearized']! * ofAll);
  });

  // The score belongs to the scale 0 to 10; the reference also applies its formula to other scales.
  each(
    'proportions',
    'nps',
    (entry) => codesOf(entry).join() === '0,1,2,3,4,5,6,7,8,9,10',
  )('net promoter score: %s', (_, entry) => {
    const block = blockOf(tableOf(entry, entry.variables['var']!, []));
    const score = block.summaries.find(({ kind }) => kind === 'recommendation')?.cells[0];
    expectNear(score?.value, (entry.results as unknown as Record<string, number>)['nps']!);
  });

  each(
    'proportions',
    'top_box',
    (entry) => entry.params['k'] === 2 && codesOf(entry).length > 2,
  )('top-2 and bottom-2: %s', (_, entry) => {
    const block = blockOf(tableOf(entry, entry.variables['var']!, []));
    const results = entry.results as unknown as Record<string, number>;
    const value = (kind: string) => (block.summaries.find((row) => row.kind === kind)?.cells[0]?.value ?? NaN) * 100;
    expectNear(value('top-two'), results['top_pct']!);
    expectNear(value('bottom-two'), results['bottom_pct']!);
  });

  each('descriptives', 'multiple_response')('several answers on both bases: %s', (_, entry) => {
    const items = entry.variables['items'] as unknown as readonly string[];
    const codes = entry.params['selected_codes'] as readonly unknown[];
    const wave = waveOf(entry.dataset);
    const answers = severalOf(wave, items, codes.map(String));
    const set: VariableSet = { n: wave.n, variables: new Map([...wave.variables, ['kilka', answers]]) };
    const tableWith = (base: 'respondents' | 'mentions'): Block =>
      crossTable(set, { rows: ['kilka'], columns: [], weight: null, filter: conditionsOf(entry), base }).blocks[0]!;
    const results = entry.results as unknown as Record<string, number & number[]>;
    const [respondents, mentions] = [tableWith('respondents'), tableWith('mentions')];
    expect(respondents.bases[0]!.n).toBe(results['n_with_any']);
    expect(mentions.bases[0]!.mentions).toBe(results['total_responses']);
    items.forEach((__, at) => {
      expect(respondents.rows[at]!.cells[0]!.n).toBe(results['counts']![at]);
      expectNear((respondents.rows[at]!.cells[0]!.share ?? NaN) * 100, results['pct_of_cases_with_any']![at]!);
      expectNear((mentions.rows[at]!.cells[0]!.share ?? NaN) * 100, results['pct_of_responses']![at]!);
    });
  });
});

/** Yes-no columns as one question of several answers; whoever marked nothing did not answer it. */
const severalOf = (wave: VariableSet, items: readonly string[], chosen: readonly string[]): SetVariable => {
  const bits = new Uint32Array(wave.n);
  items.forEach((name, option) => {
    const variable = wave.variables.get(name);
    if (variable?.kind !== 'category') throw new Error(`${name} has no categories`);
    const place = variable.categories.findIndex(({ code }) => code === (chosen[option] ?? chosen[0]));
    variable.places.forEach((own, at) => {
      if (own === place) bits[at] = bits[at]! | (1 << option);
    });
  });
  return {
    kind: 'set',
    name: 'kilka',
    label: 'kilka',
    level: 'nominal',
    categories: items.map((code) => ({ code, label: code, value: null, missing: null })),
    wordsEach: 1,
    bits,
    states: Int8Array.from(bits, (marks) => (marks === 0 ? -99 : 0)),
  };
};
