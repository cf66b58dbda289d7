import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compareUnits,
  MARGINS,
  measuresOf,
  type ComparedItem,
  type ComparisonRequest,
} from '../../../src/features/analysis/domain/comparison';
import { readWave } from '../../../src/features/analysis/domain/variables/read-wave';
import type { VariableSet } from '../../../src/features/analysis/domain/variables/variable';
import { codebookFile } from '../../../src/features/analysis/waves/inputs';
import { readTextTable } from '../../../src/features/analysis/waves/read-text-table';
import { regressionOfCells, type RegressionCell } from '../../../src/statistics';

/* Groups of whole data sets compared as institutions; expected numbers come from ../shared/oracle/reference, made with R. */

const ORACLE = join(__dirname, '../../../../shared/oracle');

interface Entry {
  readonly id: string;
  readonly method: string;
  readonly dataset: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly filter: unknown;
  readonly weights: string | null;
  readonly params: Readonly<Record<string, readonly (string | number)[]>>;
  readonly results: Readonly<Record<string, number & number[]>>;
}

const json = (path: string): unknown => JSON.parse(readFileSync(join(ORACLE, path), 'utf8'));

const entriesOf = (topic: string, method: string): readonly Entry[] =>
  existsSync(ORACLE)
    ? (json(`reference/${topic}.json`) as { entries: readonly Entry[] }).entries.filter(
        (entry) => entry.method === method && entry.filter === null,
      )
    : [];

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

const REQUEST: Omit<ComparisonRequest, 'unit'> = {
  filter: [],
  weight: null,
  against: 'pairs',
  family: 'question',
  margins: MARGINS,
};

const compared = ({ dataset, variables }: Entry, measure: string): ComparedItem => {
  const set = waveOf(dataset);
  const measures = measuresOf(set.variables.get(variables['var']!)!).filter(({ code }) => code === measure);
  const { items } = compareUnits(set, measures, { ...REQUEST, unit: variables['group']! }, 5);
  return items[0]!;
};

/** The two groups of the entry, first minus second. */
const pairIn = (item: ComparedItem, [a, b]: readonly (string | number)[]) => {
  const straight = item.contrasts.find(({ first, second }) => first === String(a) && second === String(b));
  const turned = item.contrasts.find(({ first, second }) => first === String(b) && second === String(a));
  const { found } = (straight ?? turned)!;
  const sign = straight === undefined ? -1 : 1;
  const limits = [found!.interval!.low, found!.interval!.high].map((limit) => sign * limit);
  return { found: found!, difference: sign * found!.difference, limits: limits.toSorted((x, y) => x - y), sign };
};

const expectNear = (actual: number, expected: number, relative = 1e-9): void => {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(Math.max(1e-10, relative * Math.abs(expected)));
};

if (!existsSync(ORACLE))
  process.stdout.write(`No numerical reference in ${ORACLE}: comparisons are not compared with R\n`);

const describeOracle = existsSync(ORACLE) ? describe : describe.skip;
const named = (entries: readonly Entry[]) => entries.map((entry) => [entry.id, entry] as const);

const isNumberOf = ({ dataset, variables }: Entry): boolean =>
  waveOf(dataset).variables.get(variables['group']!)?.kind === 'category';
/** Answers of which R takes the codes as numbers; ours are scales of three points and more. */
const hasMean = ({ dataset, variables }: Entry): boolean =>
  measuresOf(waveOf(dataset).variables.get(variables['var']!)!).some(({ code }) => code === 'mean');

describeOracle('Groups of a data set compared, against R', () => {
  it.each(named(entriesOf('means', 't_independent').filter((entry) => isNumberOf(entry) && hasMean(entry))))(
    'Welch: %s',
    (_, entry) => {
      const { found, difference, limits } = pairIn(compared(entry, 'mean'), entry.params['groups']!);
      expectNear(difference, entry.results['difference']!);
      expectNear(found.p!, entry.results['welch_p']!, 1e-8);
      expectNear(limits[0]!, entry.results['welch_ci95']![0]!, 1e-8);
      expectNear(limits[1]!, entry.results['welch_ci95']![1]!, 1e-8);
    },
  );

  it.each(named(entriesOf('effect_sizes', 'cohen_d').filter((entry) => isNumberOf(entry) && hasMean(entry))))(
    'Hedges g: %s',
    (_, entry) => {
      const { found, sign } = pairIn(compared(entry, 'mean'), entry.params['groups']!);
      expectNear(sign * found.effect.value!, entry.results['hedges_g_exact']!, 1e-8);
    },
  );

  it.each(named(entriesOf('means', 'pairwise_t').filter((entry) => isNumberOf(entry) && hasMean(entry))))(
    'Holm over all pairs: %s',
    (_, entry) => {
      const item = compared(entry, 'mean');
      const seen = item.groups.every(({ seen: isSeen }) => isSeen);
      const holm = entry.results['p_welch_holm']!;
      const pairs = entry.results['pairs'] as unknown as readonly string[];
      // A group too small to be shown leaves the family: then only the number of tests can be compared.
      if (!seen) expect(item.tests).toBeLessThan(pairs.length);
      else
        pairs.forEach((pair, at) => {
          expectNear(pairIn(item, pair.split(' - ')).found.adjustedP!, holm[at]!, 1e-7);
        });
    },
  );

  it.each(
    named(
      entriesOf('proportions', 'proportion_difference').filter(
        ({ params }) => (params['level'] as unknown as number) === 0.95,
      ),
    ),
  )('Newcombe and h: %s', (_, entry) => {
    const item = compared(entry, `share:${entry.params['success']![0]}`);
    const { found, difference, limits, sign } = pairIn(item, entry.params['groups']!);
    expectNear(difference, entry.results['difference']!);
    expectNear(limits[0]!, entry.results['newcombe_hybrid_score_ci']![0]!);
    expectNear(limits[1]!, entry.results['newcombe_hybrid_score_ci']![1]!);
    expectNear(sign * found.effect.value!, entry.results['cohen_h']!);
    if (found.test === 'chi-square') expectNear(found.p!, entry.results['p_pooled']!, 1e-8);
  });

  it.each(named(entriesOf('proportions', 'nps_compare').filter(({ params }) => params['shift'] === undefined)))(
    'Balance of recommendations: %s',
    (_, entry) => {
      const { found, difference, limits } = pairIn(compared(entry, 'recommendation'), entry.params['groups']!);
      expectNear(difference, entry.results['difference']!);
      expectNear(found.p!, entry.results['p']!, 1e-8);
      expectNear(limits[0]!, entry.results['ci']![0]!, 1e-8);
    },
  );

  it.each(named(entriesOf('regression', 'ols').filter(({ dataset }) => dataset === 'students')))(
    'Regression with HC3: %s',
    (_, entry) => {
      const { variables } = waveOf(entry.dataset);
      const y = variables.get(entry.variables['y']!)!;
      const [wr, nw] = ['Wr_Hnd', 'NW_Hnd'].map((name) => variables.get(name)!);
      const sex = variables.get('Sex')!;
      if (y.kind !== 'number' || wr?.kind !== 'number' || nw?.kind !== 'number' || sex.kind !== 'category')
        throw new Error('Other kinds of variables');
      const cells = [...y.values].flatMap((x, at): RegressionCell[] => {
        const columns = [1, wr.values[at]!, nw.values[at]!, Number(sex.places[at] === 1)];
        if (Number.isNaN(x) || columns.some(Number.isNaN) || (sex.places[at] ?? -1) < 0) return [];
        const sums = {
          n: 1,
          weight: 1,
          weightSquared: 1,
          x,
          xSquared: x * x,
          weightSquaredX: x,
          weightSquaredXSquared: x * x,
        };
        return [{ ...sums, columns }];
      });
      const model = regressionOfCells(cells, false)!;
      entry.results['estimate']!.forEach((estimate, at) => {
        const weights = [0, 1, 2, 3].map((place) => Number(place === at));
        expectNear(Math.abs(model.contrast(weights)!.estimate), Math.abs(estimate), 1e-7);
        if (at > 0) expectNear(model.contrast(weights)!.se, entry.results['se_hc3']![at]!, 1e-7);
      });
    },
  );
});
