import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  agreementOf,
  discloseSpheres,
  findSphereQuestions,
  groupRankers,
  measureGroup,
  type Rankers,
} from '../../../src/features/analysis/domain/spheres';
import type { Column, CodedColumn, RankingColumn } from '../../../src/features/analysis/domain/columns/column';
import { compileVersion } from '../../../src/features/questionnaires/domain';
import { adjustHolm, meanInterval, summarise, welchTest, wilsonInterval } from '../../../src/statistics';
import { CLIENTS, EXPERTS, PARTNERS } from './priorities-study';

const ORACLE = join(__dirname, '../../../../shared/oracle');
const oracleTest = existsSync(ORACLE) ? it : it.skip;

const CODES = ['a', 'b', 'c', 'd', 'e', 'f'];
const MOST = 3;

/** Rankings, the best first; an empty one is "came to the question and ranked nothing". */
const rankingColumn = (rankings: readonly (readonly string[])[], states?: readonly number[]): RankingColumn => {
  const column: Omit<RankingColumn, 'parts'> = {
    kind: 'ranking',
    choices: CODES.map((code) => ({ code, label: code.toUpperCase() })),
    most: MOST,
    places: CODES.map((code) => Uint8Array.from(rankings, (ranking) => ranking.indexOf(code) + 1)),
    states: Uint8Array.from(rankings, (ranking, at) => states?.[at] ?? (ranking.length > 0 ? 0 : 99)),
  };
  return column as RankingColumn;
};
const everyone = (column: RankingColumn, group: Rankers['group'] = 'clients'): Rankers => ({
  group,
  origin: 'survey',
  questions: [],
  members: Uint32Array.from([...column.states].flatMap((state, at) => (state === 0 ? [at] : []))),
  silent: column.states.filter((state) => state === 99).length,
});

const ranking = fc.shuffledSubarray(CODES, { minLength: 1, maxLength: MOST });
const rankings = (least: number) => fc.array(ranking, { minLength: least, maxLength: 40 });

describe('points of a ranking', () => {
  it('three places are worth 3, 2 and 1 points, no place none; the interval is that of their mean', () => {
    const column = rankingColumn([['a', 'b'], ['a'], ['b', 'c', 'a'], ['c']]);
    const [a] = measureGroup(column, everyone(column)).spheres;
    expect(a).toMatchObject({ first: 2, any: 3, points: { n: 4, mean: 7 / 4 } });
    // points of a: 3, 3, 1, 0; by hand: 1.75 ± 3.182 · 1.5 / √4
    expect(meanInterval(a!.points)!.low).toBeCloseTo(-0.637, 3);
    expect(meanInterval(a!.points)!.high).toBeCloseTo(4.137, 3);
  });

  it('all points together are what the lengths of the rankings hand out', () => {
    fc.assert(
      fc.property(rankings(1), (all) => {
        const column = rankingColumn(all);
        const { spheres, n } = measureGroup(column, everyone(column));
        const handedOut = all.reduce(
          (sum, { length }) =>
            sum + Array.from({ length }, (_, at) => MOST - at).reduce((part, points) => part + points, 0),
          0,
        );
        expect(spheres.reduce((sum, { points }) => sum + points.mean! * n, 0)).toBeCloseTo(handedOut, 8);
      }),
    );
  });

  it('everyone who ranked has one first choice', () => {
    fc.assert(
      fc.property(rankings(1), (all) => {
        const column = rankingColumn(all);
        const { spheres, n } = measureGroup(column, everyone(column));
        expect(spheres.reduce((sum, { first }) => sum + first, 0)).toBe(n);
        for (const { first, any } of spheres) expect(first <= any && any <= n).toBe(true);
      }),
    );
  });

  it('mean and deviation are those of the points of each person', () => {
    fc.assert(
      fc.property(rankings(2), (all) => {
        const column = rankingColumn(all);
        const { spheres } = measureGroup(column, everyone(column));
        CODES.forEach((code, at) => {
          const own = summarise(all.map((one) => (one.includes(code) ? MOST - one.indexOf(code) : 0)));
          expect(spheres[at]!.points.mean).toBeCloseTo(own.mean!, 10);
          expect(spheres[at]!.points.sd).toBeCloseTo(own.sd!, 10);
        });
      }),
    );
  });
});

describe('agreement', () => {
  it('Kendall’s W lies between 0 and 1, and is 1 when everyone gives the same order', () => {
    fc.assert(
      fc.property(rankings(2), (all) => {
        const column = rankingColumn(all);
        const { agreement } = measureGroup(column, everyone(column));
        if (agreement === null) return;
        expect(agreement.w).toBeGreaterThanOrEqual(-1e-12);
        expect(agreement.w).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
    const same = rankingColumn(Array.from({ length: 6 }, () => ['b', 'd', 'a']));
    expect(measureGroup(same, everyone(same)).agreement?.w).toBeCloseTo(1, 12);
  });

  it('is not defined for one person', () => {
    const one = rankingColumn([['a', 'b']]);
    expect(measureGroup(one, everyone(one)).agreement).toBeNull();
  });

  oracleTest('is R’s: friedman.test of the attitude data, W = χ² / (n(k − 1))', () => {
    const [header, ...lines] = readFileSync(join(ORACLE, 'data/attitude.csv'), 'utf8').trim().split(/\r?\n/);
    const names = header!.split(',').map((name) => name.replaceAll('"', ''));
    const column = (name: string) => lines.map((line) => Number(line.split(',')[names.indexOf(name)]));
    const { entries } = JSON.parse(readFileSync(join(ORACLE, 'reference/nonparametric.json'), 'utf8')) as {
      entries: { id: string; variables: { items: string[] }; results: { kendall_w: number; p: number } }[];
    };
    const { variables, results } = entries.find(({ id }) => id === 'friedman-002')!;
    const found = agreementOf(variables.items.map(column))!;
    expect(found.w).toBeCloseTo(results.kendall_w, 10);
    expect(found.p / results.p).toBeCloseTo(1, 6);
  });
});

describe('who ranks: by the questionnaires of the evaluation', () => {
  const questions = findSphereQuestions([CLIENTS, PARTNERS, EXPERTS].map((one) => compileVersion(one)));

  it('the question with the code of spheres is found in each, and whom it asks', () => {
    expect(questions.map(({ field, audience }) => `${field} ${audience}`)).toEqual([
      'S1 clients',
      'R25 partners',
      'S1 experts',
    ]);
  });

  /** So many clients, local governments among them, and partners, local governments among them. */
  const datasetOf = (clients: number, jst: number, partners: number, offices: number) => {
    const n = clients + partners;
    const asked = (from: number, to: number) =>
      Array.from({ length: n }, (_, at) => (at >= from && at < to ? ['a'] : []));
    const states = (from: number, to: number) => Array.from({ length: n }, (_, at) => (at >= from && at < to ? 0 : 96));
    const coded = (from: number, to: number, codes: readonly [string, string], second: number) =>
      ({
        kind: 'coded',
        choices: codes.map((code) => ({ code, label: code })),
        values: Uint16Array.from({ length: n }, (_, at) => (at >= from && at < from + second ? 1 : 0)),
        states: Uint8Array.from(states(from, to)),
      }) as Omit<CodedColumn, 'parts'> as CodedColumn;
    const columns: Record<string, Column> = {
      'klienci.S1': rankingColumn(asked(0, clients), states(0, clients)),
      'partnerzy.R25': rankingColumn(asked(clients, n), states(clients, n)),
      'eksperci.S1': rankingColumn(asked(0, 0), states(0, 0)),
      'klienci.K1': coded(0, clients, ['pes', 'jst'], jst),
      'partnerzy.R2': coded(clients, n, ['uczelnia', 'ops'], offices),
    };
    return {
      column: ([source]: readonly { questionnaire: string; field: string }[]) =>
        columns[`${source!.questionnaire}.${source!.field}`]!,
    };
  };
  const sizes = (...counts: Parameters<typeof datasetOf>) =>
    Object.fromEntries(
      groupRankers(datasetOf(...counts), questions, 5).map(({ group, members }) => [group, members.length]),
    );

  it('local governments are taken from clients and partners alike', () => {
    expect(sizes(40, 8, 30, 20)).toEqual({
      clients: 32,
      'local-governments': 28,
      'other-partners': 10,
      experts: 0,
    });
  });

  it('a questionnaire is not divided where a part would show fewer people than the smallest group', () => {
    expect(sizes(40, 3, 30, 20)).toMatchObject({ clients: 40, 'local-governments': 20 });
    expect(sizes(40, 8, 30, 28)).toMatchObject({ partners: 30, 'local-governments': 8 });
    expect(sizes(40, 0, 30, 30)).toMatchObject({ clients: 40, 'local-governments': 30 });
  });
});

describe('what may be shown', () => {
  const disclosed = (...groups: readonly (readonly (readonly string[])[])[]) =>
    discloseSpheres(
      groups.map((all, at) => {
        const column = rankingColumn(all);
        return measureGroup(column, everyone(column, at === 0 ? 'clients' : 'experts'));
      }),
      MOST,
      5,
    );
  const repeated = (count: number, one: readonly string[]) => Array.from({ length: count }, () => one);

  it('a group without answers is missing, one of four is hidden, one of seven is counted', () => {
    expect(disclosed([]).groups[0]!.level).toBe('missing');
    expect(disclosed(repeated(4, ['a'])).groups[0]!.level).toBe('hidden');
    const [seven] = disclosed(repeated(7, ['a'])).groups;
    expect(seven).toMatchObject({ level: 'counts', n: 7 });
    expect(JSON.stringify(seven)).not.toContain('borda');
  });

  it('a sphere chosen by four of many is hidden, and the first choices that would tell of it', () => {
    const [group] = disclosed([...repeated(20, ['a']), ...repeated(12, ['b']), ...repeated(2, ['c', 'a'])]).groups;
    if (group?.level !== 'estimates') throw new Error('not shown');
    expect(group.spheres[2]).toBeNull();
    expect(group.spheres[0]!.first).not.toBeNull();
    expect(group.spheres[1]).toMatchObject({ any: { count: 12 }, first: null });
  });

  it('first choices that are hidden together are never fewer than the smallest group', () => {
    fc.assert(
      fc.property(rankings(10), (all) => {
        const [group] = disclosed(all).groups;
        if (group?.level !== 'estimates') return;
        const shown = group.spheres.reduce((sum, sphere) => sum + (sphere?.first?.count ?? 0), 0);
        const apart = group.n - shown;
        expect(apart === 0 || apart >= 5 || shown === 0).toBe(true);
        for (const sphere of group.spheres)
          for (const share of [sphere?.any, sphere?.first])
            if (share) expect(share.count === 0 || share.count >= 5).toBe(true);
      }),
    );
  });

  it('shares have Wilson intervals over those who ranked', () => {
    const [group] = disclosed([...repeated(20, ['a', 'b']), ...repeated(10, ['b'])]).groups;
    if (group?.level !== 'estimates') throw new Error('not shown');
    expect(group.spheres[0]!.first).toEqual({ count: 20, share: 20 / 30, interval: wilsonInterval(20, 30) });
    expect(group.spheres[1]!.any).toEqual({ count: 30, share: 1, interval: wilsonInterval(30, 30) });
  });

  it('no place is claimed while intervals overlap', () => {
    const even = Array.from({ length: 30 }, (_, at) => (at % 2 === 0 ? ['a', 'b'] : ['b', 'a']));
    const [group] = disclosed([...even]).groups;
    if (group?.level !== 'estimates') throw new Error('not shown');
    expect(group.spheres.slice(0, 3).map((sphere) => sphere!.places)).toEqual([
      { first: 1, last: 2 },
      { first: 1, last: 2 },
      { first: 3, last: 6 },
    ]);
  });

  it('differences between groups are Welch’s with Holm’s correction', () => {
    const first = [...repeated(20, ['a', 'b']), ...repeated(8, ['b', 'a', 'c'])];
    const second = [...repeated(9, ['a', 'b']), ...repeated(15, ['b', 'c', 'a'])];
    const { differences } = disclosed(first, second);
    const points = (all: readonly (readonly string[])[], code: string) =>
      summarise(all.map((one) => (one.includes(code) ? MOST - one.indexOf(code) : 0)));
    const tests = ['a', 'b', 'c'].map((code) => welchTest(points(first, code), points(second, code))!);
    const adjusted = adjustHolm(tests.map(({ p }) => p));
    expect(differences.map(({ sphere }) => sphere)).toEqual(['a', 'b', 'c']);
    differences.forEach(({ difference, adjustedP }, at) => {
      expect(difference).toBeCloseTo(tests[at]!.difference, 10);
      expect(adjustedP).toBeCloseTo(adjusted[at]!, 10);
    });
  });

  it('agreement between groups needs two that may be shown', () => {
    expect(disclosed(repeated(12, ['a', 'b']), repeated(4, ['a'])).agreement).toBeNull();
    const both = disclosed(repeated(12, ['a', 'b']), repeated(12, ['a', 'b']));
    expect(both.agreement).toMatchObject({ rankings: 2, spheres: 6 });
    expect(both.agreement!.w).toBeCloseTo(1, 12);
  });
});
