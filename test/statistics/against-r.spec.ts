import {
  adjustHolm,
  boxCounts,
  meanInterval,
  netPromoterScore,
  recommendationSummary,
  summarise,
  summaryOfCounts,
  welchTest,
  wilsonInterval,
} from '../../src/statistics';
import { casesOf, entriesOf, expectClose, hasOracle, type OracleEntry } from './oracle';

/** Expected values: ../shared/oracle, computed with R 4.2.2 on public survey data. */
if (!hasOracle)
  process.stdout.write('Skipped: statistics against R, because ../shared/oracle is not beside this repository.\n');
const describeWithOracle = hasOracle ? describe : describe.skip;
const from = (topic: string, ...methods: string[]): OracleEntry[] => (hasOracle ? entriesOf(topic, ...methods) : []);
const named = (entries: OracleEntry[]): [string, OracleEntry][] =>
  entries.map((entry) => [`${entry.id} ${entry.situation ?? ''}`, entry]);

const numbersOf = (entry: OracleEntry): number[] => casesOf(entry).map((row) => Number(row[entry.variables['var']!]));

const recommendationsOf = (
  values: number[],
  { promoter_min = 9, detractor_max = 6, shift = 0 }: Record<string, number>,
) => ({
  detractors: values.filter((value) => value + shift <= detractor_max).length,
  passives: values.filter((value) => value + shift > detractor_max && value + shift < promoter_min).length,
  promoters: values.filter((value) => value + shift >= promoter_min).length,
});

describeWithOracle('Statistics agree with R', () => {
  test.each(named(from('proportions', 'proportion_ci', 'proportion_ci_counts')))(
    'Wilson interval: %s',
    (_, { results }) => {
      const interval = wilsonInterval(results['x'], results['n'], results['level']);
      expectClose(interval?.low, results['wilson'][0]);
      expectClose(interval?.high, results['wilson'][1]);
    },
  );

  test.each(named(from('descriptives', 'mean_ci_t')))('mean with t interval: %s', (_, entry) => {
    const summary = summarise(numbersOf(entry));
    expect(summary.n).toBe(entry.results['n']);
    expectClose(summary.mean, entry.results['mean']);
    for (const [index, level] of (entry.results['levels'] as number[]).entries()) {
      expectClose(meanInterval(summary, level)?.low, entry.results['lower'][index]);
      expectClose(meanInterval(summary, level)?.high, entry.results['upper'][index]);
    }
  });

  test.each(named(from('means', 't_independent')))('Welch test: %s', (_, entry) => {
    const [first, second] = (entry.params['groups'] as (string | number)[]).map((group) =>
      summarise(
        casesOf(entry)
          .filter((row) => row[entry.variables['group']!] === String(group))
          .map((row) => Number(row[entry.variables['var']!])),
      ),
    );
    const test = welchTest(first!, second!);
    expectClose(first!.sd, entry.results['sd1']);
    expectClose(test?.difference, entry.results['difference']);
    expectClose(test?.t, entry.results['welch_t']);
    expectClose(test?.df, entry.results['welch_df']);
    expectClose(test?.p, entry.results['welch_p']);
    expectClose(test?.interval.low, entry.results['welch_ci95'][0]);
    expectClose(test?.interval.high, entry.results['welch_ci95'][1]);
  });

  test.each(named(from('distributions', 'p_adjust')))('Holm adjustment: %s', (_, entry) => {
    const adjusted = adjustHolm(entry.params['p']);
    expect(adjusted).toHaveLength(entry.params['p'].length);
    for (const [index, p] of (entry.results['holm'] as number[]).entries()) expectClose(adjusted[index], p);
  });

  test.each(named(from('proportions', 'nps')))('net promoter score: %s', (_, entry) => {
    const { score, interval } = netPromoterScore(
      recommendationsOf(numbersOf(entry), entry.params),
      entry.params['level'],
    );
    expectClose(score, entry.results['nps']);
    expectClose(interval?.low, entry.results['ci_t_se_n_minus_1'][0]);
    expectClose(interval?.high, entry.results['ci_t_se_n_minus_1'][1]);
  });

  test.each(named(from('proportions', 'nps_compare')))('difference of net promoter scores: %s', (_, entry) => {
    const [first, second] = (entry.params['groups'] as (string | number)[]).map((group) =>
      recommendationSummary(
        recommendationsOf(
          casesOf(entry)
            .filter((row) => row[entry.variables['group']!] === String(group))
            .map((row) => Number(row[entry.variables['var']!])),
          entry.params,
        ),
      ),
    );
    expectClose(welchTest(first!, second!)?.difference, entry.results['difference']);
  });

  test.each(named(from('proportions', 'top_box')))('top and bottom box: %s', (_, entry) => {
    const values = numbersOf(entry);
    const points = entry.params['scale'] as number[];
    const counts = points.map((point) => values.filter((value) => value === point).length);
    const { top, bottom } = boxCounts(points, counts, entry.params['k']);
    expect({ top, bottom }).toEqual({ top: entry.results['top_count'], bottom: entry.results['bottom_count'] });
    expectClose(summaryOfCounts(points, counts).mean, entry.results['mean']);
    expectClose(wilsonInterval(top, values.length)?.low, entry.results['top_wilson_ci'][0]);
  });
});

describeWithOracle('Statistics at the edge say what R-literate people expect', () => {
  test.each(named(from('degenerate', 'describe')))('describing: %s', (_, { input, results }) => {
    const missing = (input?.['missing_codes'] ?? []) as number[];
    const summary = summarise((input?.['x'] as number[]).filter((value) => !missing.includes(value)));
    const { mean, sd } = results['values'];
    if (mean === null) expect(summary.mean).toBeNull();
    else expectClose(summary.mean, mean);
    if (sd !== undefined && sd !== null) expectClose(summary.sd, sd);
  });

  test.each(named(from('degenerate', 'proportion_ci')))('Wilson interval: %s', (_, { input, results }) => {
    const act = () => wilsonInterval(input?.['x'], input?.['n'], input?.['level']);
    if (results['status'] === 'error') expect(act).toThrow(RangeError);
    else if (results['status'] === 'undefined') expect(act()).toBeNull();
    else expectClose(act()?.high, results['values']['wilson'][1]);
  });

  test.each(named(from('degenerate', 'mean_ci_t', 't_independent')))('no interval, no test: %s', (_, { input }) => {
    const x = summarise(input?.['x']);
    expect(input?.['y'] === undefined ? meanInterval(x) : welchTest(x, summarise(input['y']))).toBeNull();
  });

  test.each(named(from('degenerate', 'p_adjust')))('Holm adjustment: %s', (_, { input, results }) => {
    expect(adjustHolm(input?.['p'])).toEqual(results['values']['holm']);
  });
});
