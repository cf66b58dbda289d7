import {
  keyFindings,
  type AspectFact,
  type Estimate,
  type InstitutionsFact,
  type SummaryFacts,
} from '../../../src/features/reports/domain';
import { presentFinding, presentHeadline } from '../../../src/features/reports/present-findings';
import { loadTranslators } from '../../../src/platform/i18n';

const { pl } = loadTranslators('locales');

const estimate = (value: number, margin = 0.1): Estimate => ({
  value,
  low: value - margin,
  high: value + margin,
  n: 120,
});

const aspect = (code: string, mean: number, agree = 0.9): AspectFact => ({
  code,
  statement: `Zdanie ${code}`,
  mean: estimate(mean),
  agree: estimate(agree),
});

const north = { name: 'OWES Północ', mean: estimate(4.52) };
const south = { name: 'OWES Południe', mean: estimate(4.21) };
const alike: InstitutionsFact = { rated: [north, south], comparisons: 7, significant: [] };
const differ: InstitutionsFact = { ...alike, significant: [{ statement: null, lower: south, higher: north }] };
const help = {
  statement: 'Nadal możemy liczyć na pomoc ośrodka',
  lower: { ...south, mean: estimate(3.71) },
  higher: { ...north, mean: estimate(4.51) },
};
const differOnHelp: InstitutionsFact = { ...alike, significant: [help] };

const facts = (change: Partial<SummaryFacts> = {}): SummaryFacts => ({
  aspects: [aspect('J1', 4.61), aspect('J2', 4.4), aspect('J5', 4.02, 0.71)],
  institutions: alike,
  jobs: { created: 92, remaining: 75, durability: { value: 75 / 92, low: 0.72, high: 0.88, n: 31 } },
  coordination: { statement: 'Podział zadań jest jasny', agree: estimate(0.48, 0.07), disagree: 0.3 },
  ...change,
});

const kinds = (change: Partial<SummaryFacts>): readonly string[] => keyFindings(facts(change)).map(({ kind }) => kind);
const sentences = (change: Partial<SummaryFacts>, kind: string): string => {
  const finding = keyFindings(facts(change)).find((candidate) => candidate.kind === kind);
  const view = presentFinding(finding!, pl);
  return `${view.title}. ${view.text}`;
};
const badge = (change: Partial<SummaryFacts>, kind: string): string | undefined => {
  const finding = keyFindings(facts(change)).find((candidate) => candidate.kind === kind);
  return presentFinding(finding!, pl).badge?.text;
};

describe('the findings of the summary', () => {
  it('are five, in a fixed order', () => {
    expect(kinds({})).toEqual(['highest-aspect', 'lowest-aspect', 'institutions-alike', 'jobs', 'coordination']);
  });

  it('leave out what is hidden or not asked', () => {
    expect(kinds({ jobs: null, coordination: null })).toEqual([
      'highest-aspect',
      'lowest-aspect',
      'institutions-alike',
    ]);
    expect(kinds({ aspects: [aspect('J1', 4.6)], institutions: { ...alike, rated: [north] } })).toEqual([
      'jobs',
      'coordination',
    ]);
  });

  it('name what most and fewest agree with, with share, n, mean and interval', () => {
    expect(sentences({}, 'highest-aspect')).toContain('Klienci najczęściej chwalą wiedzę pracowników');
    expect(sentences({}, 'highest-aspect')).toContain('90%');
    expect(sentences({}, 'highest-aspect')).toContain('4,61');
    expect(sentences({}, 'highest-aspect')).toContain('od 4,51 do 4,71');
    expect(sentences({}, 'lowest-aspect')).toContain('n\u00a0=\u00a0120');
  });

  it('quote the statement itself where the questionnaire is not one of ours', () => {
    const aspects = [aspect('X1', 4.6), aspect('J1', 4.1)];
    expect(sentences({ aspects }, 'highest-aspect')).toContain('chwalą zdanie „Zdanie X1”');
  });

  it('say as plainly that institutions differ as that they do not', () => {
    expect(sentences({ institutions: differ }, 'institutions-differ')).toContain(
      'OWES Południe ma istotnie niższą ogólną ocenę niż OWES Północ. Ogólna ocena: 4,21 wobec 4,52',
    );
    expect(sentences({}, 'institutions-alike')).toContain('nie różnią się istotnie');
    expect(sentences({}, 'institutions-alike')).toContain('OWES Północ 4,52, OWES Południe 4,21');
  });

  it('do not pass over a difference on one statement because overall ratings are alike', () => {
    expect(sentences({ institutions: differOnHelp }, 'institutions-differ-on-statement')).toContain(
      '„Nadal możemy liczyć na pomoc ośrodka”: 3,71 wobec 4,51',
    );
    expect(sentences({ institutions: differOnHelp }, 'institutions-differ-on-statement')).toContain(
      '1 z\u00a07 porównań',
    );
  });

  it('tell the widest of several differences', () => {
    const institutions = { ...alike, significant: [...differ.significant, help] };
    expect(sentences({ institutions }, 'institutions-differ-on-statement')).toContain('3,71 wobec 4,51');
  });

  it('inflect the number of respondents', () => {
    const jobsOf = (n: number) => ({ created: 92, remaining: 75, durability: { ...estimate(0.8), n } });
    expect(sentences({ jobs: jobsOf(1) }, 'jobs')).toContain('1 podmiot)');
    expect(sentences({ jobs: jobsOf(22) }, 'jobs')).toContain('22 podmioty)');
    expect(sentences({ jobs: jobsOf(31) }, 'jobs')).toContain('31 podmiotów)');
  });

  it('call two thirds a strength, less than half something to mend or to agree on, and nothing in between', () => {
    const jobsOf = (value: number) => ({ created: 9, remaining: 6, durability: estimate(value) });
    expect(badge({ jobs: jobsOf(2 / 3) }, 'jobs')).toBe('Mocna strona');
    expect(badge({ jobs: jobsOf(0.6) }, 'jobs')).toBeUndefined();
    expect(badge({ jobs: jobsOf(0.49) }, 'jobs')).toBe('Do poprawy');
    expect(badge({}, 'coordination')).toBe('Do uzgodnienia');
  });

  it('do not call the lowest of high ratings a weakness', () => {
    expect(badge({}, 'lowest-aspect')).toBeUndefined();
    expect(badge({ aspects: [aspect('J1', 4.1), aspect('J4', 2.8, 0.31)] }, 'lowest-aspect')).toBe('Do poprawy');
  });
});

describe('the headline', () => {
  const headline = (change: Partial<SummaryFacts>): string =>
    presentHeadline(facts(change), keyFindings(facts(change)), pl);

  it('says what is rated highest and lowest, and whether institutions differ', () => {
    expect(headline({})).toBe(
      'Klienci OWES najczęściej chwalą wiedzę pracowników, a\u00a0najrzadziej pomoc po otrzymaniu dotacji lub założeniu podmiotu. Między instytucjami nie ma istotnych różnic.',
    );
    expect(headline({ institutions: differ })).toContain('Ogólna ocena instytucji istotnie się różni.');
    expect(headline({ institutions: differOnHelp })).toContain(
      'ale w\u00a0jednej sprawie instytucje istotnie się różnią.',
    );
  });

  it('says so when there are too few answers', () => {
    expect(headline({ aspects: [], institutions: null })).toBe(
      'Odpowiedzi jest za mało, aby wskazać mocne i\u00a0słabe strony.',
    );
  });
});
