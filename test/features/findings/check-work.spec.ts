import fc from 'fast-check';
import type { Criterion, MatrixRowId } from '../../../src/features/evaluations/domain';
import {
  checkWork,
  IMPLEMENTATION_STATUSES,
  isAction,
  lastDayOf,
  quarterOf,
  quartersAfter,
  type CheckContext,
  type Conclusion,
  type ConclusionId,
  type Evidence,
  type EvidenceId,
  type Finding,
  type FindingId,
  type Recommendation,
  type RecommendationId,
  type Standing,
  type Work,
} from '../../../src/features/findings/domain';
import type { EvaluationId, PublicationId } from '../../../src/platform/ids';

const evaluationId = 'e' as EvaluationId;
const log = { revision: 1, createdBy: 'A', createdAt: new Date(0), changedBy: 'A', changedAt: new Date(0) };
const relevance: Criterion = { kind: 'listed', code: 'relevance' };
const row = 'p1' as MatrixRowId;

const survey: Evidence = {
  kind: 'table',
  id: 'd1' as EvidenceId,
  publication: 'x' as PublicationId,
  focus: null,
  claim: null,
  draft: '',
};
const interview: Evidence = {
  kind: 'note',
  id: 'd2' as EvidenceId,
  method: 'idi',
  text: 'Tak mówią.',
  source: 'przedstawicielka PCPR',
  day: null,
};

const finding: Finding = {
  id: 'f1' as FindingId,
  evaluationId,
  number: 1,
  title: 'Klienci czekają długo',
  text: '',
  dimensions: ['quality'],
  criterion: relevance,
  tone: 'problem',
  evidence: [survey, interview],
  state: 'ready',
  log,
};
const conclusion: Conclusion = {
  id: 'w1' as ConclusionId,
  evaluationId,
  number: 1,
  title: 'Terminy są za długie',
  text: '',
  criterion: relevance,
  dimensions: ['quality'],
  tone: 'problem',
  matrixRow: row,
  findings: [finding.id],
  state: 'ready',
  log,
};
const recommendation: Recommendation = {
  id: 'r1' as RecommendationId,
  evaluationId,
  number: 1,
  title: 'Skrócić terminy',
  text: '',
  conclusions: [conclusion.id],
  addressees: [{ kind: 'institution', code: 'owes-polnoc' }],
  implementation: 'Kalendarz zapisów',
  due: { year: 2027, quarter: 1 },
  recommendationClass: 'programme',
  subclass: 'operational',
  area: '',
  priority: 'high',
  status: 'to-decide',
  statusReason: '',
  decisions: [],
  log,
};
const complete: Work = { findings: [finding], conclusions: [conclusion], recommendations: [recommendation] };
const context: CheckContext = {
  today: '2026-11-22',
  institutions: ['owes-polnoc', 'rops'],
  matrixRows: [row],
  standings: new Map([[finding.id, 'holds']]),
};
const kindsIn = (work: Work, around: Partial<CheckContext> = {}): readonly string[] =>
  checkWork(work, { ...context, ...around }).map(({ on, kind }) => `${on}: ${kind}`);

describe('the check of what is concluded', () => {
  it('finds nothing where everything is there', () => {
    expect(checkWork(complete, context)).toEqual([]);
  });

  const recommendationGaps: readonly (readonly [string, Partial<Recommendation>])[] = [
    ['conclusion-missing', { conclusions: [] }],
    ['conclusion-missing', { conclusions: ['gone' as ConclusionId] }],
    ['no-addressee', { addressees: [] }],
    ['addressee-gone', { addressees: [{ kind: 'institution', code: 'owes-zachod' }] }],
    ['no-date', { due: null }],
    ['date-past', { due: { year: 2026, quarter: 3 } }],
    ['not-an-action', { title: 'Za długie terminy' }],
    ['no-method', { implementation: '  ' }],
    ['no-priority', { priority: null }],
    ['no-class', { recommendationClass: null }],
  ];

  it.each(recommendationGaps)('a recommendation: %s', (kind, gap) => {
    const work = { ...complete, conclusions: [{ ...conclusion, tone: 'neutral' as const }] };
    expect(kindsIn({ ...work, recommendations: [{ ...recommendation, ...gap }] })).toEqual([`recommendation: ${kind}`]);
  });

  const conclusionGaps: readonly (readonly [string, Partial<Conclusion>])[] = [
    ['no-criterion', { criterion: null }],
    ['no-question', { matrixRow: null }],
    ['no-question', { matrixRow: 'gone' as MatrixRowId }],
  ];

  it.each(conclusionGaps)('a conclusion: %s', (kind, gap) => {
    expect(kindsIn({ ...complete, conclusions: [{ ...conclusion, ...gap }] })).toEqual([`conclusion: ${kind}`]);
  });

  it('a conclusion without a finding, and the finding that nobody uses', () => {
    expect(kindsIn({ ...complete, conclusions: [{ ...conclusion, findings: [] }] })).toEqual([
      'finding: no-conclusion',
      'conclusion: no-finding',
    ]);
  });

  it('a finding without proof; one source alone', () => {
    expect(kindsIn({ ...complete, findings: [{ ...finding, evidence: [] }] })).toEqual(['finding: no-proof']);
    expect(kindsIn({ ...complete, findings: [{ ...finding, evidence: [survey] }] })).toEqual([
      'conclusion: single-source',
    ]);
  });

  it.each<Standing>(['weaker', 'reversed'])(
    'a finding that is %s today, and the conclusion that rests on it',
    (standing) => {
      expect(kindsIn(complete, { standings: new Map([[finding.id, standing]]) })).toEqual([
        'finding: no-longer-holds',
        'conclusion: finding-fell',
      ]);
    },
  );

  it('drafts under what is ready or asked', () => {
    expect(kindsIn({ ...complete, findings: [{ ...finding, state: 'draft' }] })).toEqual(['conclusion: draft-finding']);
    expect(kindsIn({ ...complete, conclusions: [{ ...conclusion, state: 'draft' }] })).toEqual([
      'recommendation: draft-conclusion',
    ]);
  });

  it('a problem that nothing is recommended for', () => {
    expect(kindsIn({ ...complete, recommendations: [] })).toEqual(['conclusion: no-recommendation']);
  });

  const anyStatus = fc.constantFrom(...IMPLEMENTATION_STATUSES);
  const anyDue = fc.option(
    fc.record({ year: fc.integer({ min: 2024, max: 2029 }), quarter: fc.integer({ min: 1, max: 4 }) }),
  );
  const anyRecommendation = fc.record({
    due: anyDue,
    status: anyStatus,
    title: fc.string(),
    hasConclusion: fc.boolean(),
  });

  it('a date has passed exactly when its last day is before today and something is still to be done', () => {
    fc.assert(
      fc.property(anyRecommendation, ({ due, status, title, hasConclusion }) => {
        const one = { ...recommendation, due, status, title, conclusions: hasConclusion ? [conclusion.id] : [] };
        const kinds = kindsIn({ ...complete, recommendations: [one] });
        const isOpen = !['implemented', 'rejected', 'outdated'].includes(status);
        expect(kinds.includes('recommendation: date-past')).toBe(
          isOpen && due !== null && lastDayOf(due) < context.today,
        );
        expect(kinds.includes('recommendation: no-date')).toBe(due === null);
        expect(kinds.includes('recommendation: conclusion-missing')).toBe(!hasConclusion);
      }),
    );
  });

  it('speaks only of what is there, says each thing once, and the same for the same work', () => {
    const anyWork = fc
      .tuple(fc.nat(4), fc.nat(4), fc.nat(4), fc.array(fc.nat(9), { maxLength: 12 }))
      .map(([findings, conclusions, recommendations, links]): Work => {
        const linked = (prefix: string, at: number): string[] => links.map((link) => `${prefix}${(link + at) % 6}`);
        return {
          findings: Array.from({ length: findings }, (_, at) => ({
            ...finding,
            id: `f${at}` as FindingId,
            number: at + 1,
          })),
          conclusions: Array.from({ length: conclusions }, (_, at) => ({
            ...conclusion,
            id: `w${at}` as ConclusionId,
            number: at + 1,
            findings: linked('f', at) as FindingId[],
          })),
          recommendations: Array.from({ length: recommendations }, (_, at) => ({
            ...recommendation,
            id: `r${at}` as RecommendationId,
            number: at + 1,
            conclusions: linked('w', at) as ConclusionId[],
          })),
        };
      });
    fc.assert(
      fc.property(anyWork, (work) => {
        const faults = checkWork(work, context);
        const ids = new Set<string>(
          [...work.findings, ...work.conclusions, ...work.recommendations].map(({ id }) => id),
        );
        expect(faults.every(({ id }) => ids.has(id))).toBe(true);
        expect(new Set(faults.map(({ id, kind }) => `${id} ${kind}`)).size).toBe(faults.length);
        expect(checkWork(work, context)).toEqual(faults);
      }),
    );
  });
});

describe('the wording of an action', () => {
  it.each([
    'Uprościć formularze i dodać wzór z przykładem',
    'Należy wprowadzić opiekuna podmiotu',
    'Uproszczenie formularzy',
    'Proponujemy wspólny numer telefonu',
    'Pomóc klientom po dotacji',
    'OWES powinien zorganizować dyżury',
    'Wprowadźmy zapisy online',
    'Organizacja dyżurów: uruchomić zapisy',
  ])('is heard in „%s”', (title) => {
    expect(isAction(title)).toBe(true);
  });

  it.each([
    '',
    'Opiekun podmiotu przez 12 miesięcy po dotacji',
    'Jakość i dostępność usług',
    'Pięć dyżurów w powiatach',
    'Sieć doradców',
    'Lepsza pomoc',
    'Zadanie dla ROPS',
  ])('is missed in „%s”', (title) => {
    expect(isAction(title)).toBe(false);
  });
});

describe('quarters', () => {
  it('end on the last day of their third month', () => {
    expect([1, 2, 3, 4].map((quarter) => lastDayOf({ year: 2027, quarter }))).toEqual([
      '2027-03-31',
      '2027-06-30',
      '2027-09-30',
      '2027-12-31',
    ]);
  });

  it('the last day of a quarter is in it, and quarters are counted over years', () => {
    const any = fc.record({ year: fc.integer({ min: 2000, max: 2100 }), quarter: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(any, fc.integer({ min: -20, max: 20 }), (quarter, count) => {
        expect(quarterOf(lastDayOf(quarter))).toEqual(quarter);
        expect(quartersAfter(quartersAfter(quarter, count), -count)).toEqual(quarter);
        expect(lastDayOf(quartersAfter(quarter, 1)) > lastDayOf(quarter)).toBe(true);
      }),
    );
  });
});
