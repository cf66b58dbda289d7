import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareVariables, type TestedDifference } from '../../../src/features/analysis/domain/changes';
import { readWave } from '../../../src/features/analysis/domain/variables/read-wave';
import type { VariableSet } from '../../../src/features/analysis/domain/variables/variable';
import { parseCodebook, readTextTable } from '../../../src/features/analysis';

/** Expected numbers were computed with R 4.2.2; each group of a data set stands for a wave. See ../shared/oracle/README.md. */
const ORACLE = join(__dirname, '../../../../shared/oracle');
const describeWithOracle = existsSync(ORACLE) ? describe : describe.skip;

interface Entry {
  readonly id: string;
  readonly method: string;
  readonly dataset: string;
  readonly filter: null;
  readonly variables: { readonly var: string; readonly group: string };
  readonly params: {
    readonly groups: readonly (string | number)[];
    readonly success?: readonly (string | number)[];
    readonly level?: number;
  };
  readonly results: Readonly<Record<string, number | readonly number[]>>;
}

const entriesOf = (topic: string, method: string): readonly Entry[] =>
  existsSync(ORACLE)
    ? (
        JSON.parse(readFileSync(join(ORACLE, 'reference', `${topic}.json`), 'utf8')) as { entries: readonly Entry[] }
      ).entries.filter((entry) => entry.method === method)
    : [];

/** The respondents of one group as a wave of their own. */
const waveOf = ({ dataset, variables }: Entry, group: string | number): VariableSet => {
  const table = readTextTable(readFileSync(join(ORACLE, 'data', `${dataset}.csv`)));
  const codebook = parseCodebook(readFileSync(join(ORACLE, 'codebooks', `${dataset}.json`)));
  const column = table.header.indexOf(variables.group);
  return readWave(
    codebook,
    table.header,
    table.rows.filter((row) => row[column] === String(group)),
  ).set;
};

const differenceOf = (entry: Entry, place: number): { tested: TestedDifference; n: readonly number[] } => {
  const [first = '', second = ''] = entry.params.groups;
  const side = (group: string | number) => ({ set: waveOf(entry, group), variable: entry.variables.var, weight: null });
  const change = compareVariables(side(second), side(first), { smallestGroup: 5 });
  if (change.kind !== 'compared') throw new Error(`${entry.id}: ${change.kind}`);
  const measure =
    entry.params.success === undefined
      ? change.measures[0]
      : change.measures.find(({ category }) => category?.code === String(entry.params.success?.[place]));
  if (measure?.tested == null || measure.earlier.level === 'hidden' || measure.later.level === 'hidden')
    throw new Error(`${entry.id}: not tested`);
  return { tested: measure.tested, n: [measure.later.n, measure.earlier.n] };
};

const expectClose = (found: number | null | undefined, expected: unknown, tolerance = 1e-9): void => {
  if (typeof found !== 'number' || typeof expected !== 'number')
    throw new Error(`${String(found)} and ${String(expected)}`);
  const distance = Math.abs(found - expected);
  expect(distance).toBeLessThanOrEqual(Math.max(1e-11, Math.abs(expected) * tolerance));
};

const at = (value: number | readonly number[] | undefined, place: number): number | undefined =>
  typeof value === 'number' ? value : value?.[place];

describeWithOracle('changes between waves against R', () => {
  test.each(entriesOf('means', 't_independent').map((entry) => [entry.id, entry] as const))(
    'means of two waves: t.test, %s',
    (_id, entry) => {
      const { tested, n } = differenceOf(entry, 0);
      expect(n).toEqual([entry.results['n1'], entry.results['n2']]);
      expectClose(tested.difference, entry.results['difference']);
      expectClose(tested.test?.p, entry.results['welch_p'], 1e-8);
      expectClose(tested.interval?.low, at(entry.results['welch_ci95'], 0));
      expectClose(tested.interval?.high, at(entry.results['welch_ci95'], 1));
    },
  );

  test.each(entriesOf('effect_sizes', 'cohen_d').map((entry) => [entry.id, entry] as const))(
    'effect of two waves: Hedges g, %s',
    (_id, entry) => {
      expectClose(differenceOf(entry, 0).tested.effect?.value, entry.results['hedges_g_exact']);
    },
  );

  const shares = entriesOf('proportions', 'proportion_difference').filter(
    ({ params, dataset }) => params.level === 0.95 && dataset !== 'tea', // of two answers only the first is shown
  );
  test.each(shares.map((entry) => [entry.id, entry] as const))('shares of two waves: prop.test, %s', (_id, entry) => {
    const { tested, n } = differenceOf(entry, 0);
    expect(n).toEqual([entry.results['n1'], entry.results['n2']]);
    expectClose(tested.difference, entry.results['difference']);
    expectClose(tested.interval?.low, at(entry.results['newcombe_hybrid_score_ci'], 0));
    expectClose(tested.interval?.high, at(entry.results['newcombe_hybrid_score_ci'], 1));
    expectClose(tested.effect?.value, entry.results['cohen_h']);
    if (tested.test?.kind === 'shares') expectClose(tested.test.p, entry.results['p_pooled']);
  });

  const ordinal = entriesOf('nonparametric', 'mann_whitney').filter(({ dataset }) => dataset === 'beps');
  test.each(ordinal.map((entry) => [entry.id, entry] as const))('ranks of two waves: wilcox.test, %s', (_id, entry) => {
    const { tested } = differenceOf(entry, 0);
    expectClose(tested.ranks?.p, entry.results['p_normal_no_continuity']);
    expectClose(tested.ranks?.cliffsDelta, entry.results['cliffs_delta']);
  });
});
