import fc from 'fast-check';
import {
  chooseRecommendations,
  IMPLEMENTATION_STATUSES,
  inOrder,
  movedBy,
  ORDERS,
  PRIORITIES,
  stancesOf,
  statusOf,
  type Addressee,
  type ImplementationStatus,
  type Recommendation,
  type StatusDecision,
} from '../../../src/features/findings/domain';
import type { Actor } from '../../../src/features/accounts';
import { decisionsFor, maySee, voiceOf } from '../../../src/features/findings/recommendations/policy';
import type { AccountId } from '../../../src/platform/ids';

const ROPS = 'rops';
const NORTH: Addressee = { kind: 'institution', code: 'north' };
const SOUTH: Addressee = { kind: 'institution', code: 'south' };

const said = (status: ImplementationStatus, institution: string | null): StatusDecision => ({
  status,
  institution,
  reason: '',
  by: 'A',
  at: new Date(0),
});
const asked = said('to-decide', null);
const status = (addressees: readonly Addressee[], ...decisions: readonly StatusDecision[]): ImplementationStatus =>
  statusOf({ addressees, decisions }, ROPS);

describe('the status of a recommendation', () => {
  it('is a draft until it is passed on', () => {
    expect(status([NORTH])).toBe('draft');
    expect(status([NORTH], asked)).toBe('to-decide');
  });

  it('is what the only addressee says', () => {
    expect(status([NORTH], asked, said('accepted', 'north'))).toBe('accepted');
    expect(status([NORTH], asked, said('accepted', 'north'), said('in-progress', 'north'))).toBe('in-progress');
  });

  it('waits for every addressee, and while they disagree', () => {
    expect(status([NORTH, SOUTH], asked, said('accepted', 'north'))).toBe('to-decide');
    expect(status([NORTH, SOUTH], asked, said('accepted', 'north'), said('rejected', 'south'))).toBe('to-decide');
    expect(status([NORTH, SOUTH], asked, said('accepted', 'north'), said('accepted', 'south'))).toBe('accepted');
  });

  it('is in progress or partly done where addressees are not equally far', () => {
    expect(status([NORTH, SOUTH], said('accepted', 'north'), said('in-progress', 'south'))).toBe('in-progress');
    expect(status([NORTH, SOUTH], said('implemented', 'north'), said('partly-implemented', 'south'))).toBe(
      'partly-implemented',
    );
    expect(status([NORTH, SOUTH], said('implemented', 'north'), said('accepted', 'south'))).toBe('in-progress');
  });

  it('is what ROPS says for all where it is no addressee, and for itself where it is', () => {
    expect(status([NORTH, SOUTH], asked, said('rejected', ROPS))).toBe('rejected');
    expect(status([NORTH, { kind: 'institution', code: ROPS }], asked, said('accepted', ROPS))).toBe('to-decide');
  });

  it('does not hear one that is no addressee any more', () => {
    expect(status([NORTH], asked, said('rejected', 'south'))).toBe('to-decide');
  });

  const anyDecision = fc.record({
    status: fc.constantFrom(...IMPLEMENTATION_STATUSES),
    institution: fc.constantFrom('north', 'south', ROPS, null),
  });
  const anyAddressees = fc.subarray([
    NORTH,
    SOUTH,
    { kind: 'institution', code: ROPS },
    { kind: 'other', name: 'IZ' },
  ] as Addressee[]);

  it('the evaluator has the last word, and nobody speaks for another addressee', () => {
    fc.assert(
      fc.property(anyAddressees, fc.array(anyDecision, { maxLength: 8 }), (addressees, spoken) => {
        const decisions = spoken.map((one) => said(one.status, one.institution));
        for (const last of IMPLEMENTATION_STATUSES)
          expect(status(addressees, ...decisions, said(last, null))).toBe(last);
        const before = stancesOf({ addressees, decisions }, ROPS);
        const after = stancesOf({ addressees, decisions: [...decisions, said('accepted', 'north')] }, ROPS);
        expect(after.filter(({ institution }) => institution !== 'north')).toEqual(
          before.filter(({ institution }) => institution !== 'north'),
        );
      }),
    );
  });

  it('of one voice is that voice', () => {
    fc.assert(
      fc.property(anyAddressees, fc.constantFrom(...IMPLEMENTATION_STATUSES), (addressees, only) => {
        expect(status(addressees, said(only, null))).toBe(only);
      }),
    );
  });
});

describe('who may say what', () => {
  const person = (role: 'evaluator' | 'director'): Actor => ({ id: 'a' as AccountId, name: 'A', role });
  const coordinator = (institution: string): Actor => ({
    id: 'a' as AccountId,
    name: 'A',
    role: 'coordinator',
    institution,
  });
  const one = { addressees: [NORTH], decisions: [], status: 'to-decide' } as unknown as Recommendation;

  it('the coordinator of an addressee and the director decide; another coordinator does not even see it', () => {
    expect(decisionsFor(coordinator('north'), one)).toContain('rejected');
    expect(decisionsFor(person('director'), one)).toContain('accepted');
    expect(decisionsFor(coordinator('south'), one)).toEqual([]);
    expect(maySee(coordinator('south'), one)).toBe(false);
  });

  it('a draft is the evaluator’s alone', () => {
    const draft = { ...one, status: 'draft' as const };
    expect(maySee(person('evaluator'), draft)).toBe(true);
    expect([person('director'), coordinator('north')].some((actor) => maySee(actor, draft))).toBe(false);
    expect(decisionsFor(coordinator('north'), draft)).toEqual([]);
  });

  it('addressees cannot send a recommendation back to draft or call it outdated', () => {
    const open = [...decisionsFor(coordinator('north'), one), ...decisionsFor(person('director'), one)];
    expect(open.filter((status) => ['draft', 'to-decide', 'outdated'].includes(status))).toEqual([]);
  });

  it('each speaks for the own institution', () => {
    const institutions = [{ code: ROPS, kind: 'rops' }] as never;
    expect(voiceOf(coordinator('north'), { institutions })).toBe('north');
    expect(voiceOf(person('director'), { institutions })).toBe(ROPS);
    expect(voiceOf(person('evaluator'), { institutions })).toBeNull();
  });
});

describe('order', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 8 });

  it('moving up and then down changes nothing, and nobody is lost', () => {
    fc.assert(
      fc.property(ids, fc.nat(8), (order, at) => {
        const id = order[at] ?? 'niema';
        const up = movedBy(order, id, -1);
        expect([...up].sort()).toEqual([...order].sort());
        if (at > 0) expect(movedBy(up, id, 1)).toEqual(order);
      }),
    );
  });

  it('what has no place follows as it is', () => {
    const things = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    expect(inOrder(things, ['c', 'gone', 'a']).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
  });
});

describe('a choice of recommendations', () => {
  const anyOne = fc.record({
    due: fc.option(fc.record({ year: fc.constantFrom(2026, 2027), quarter: fc.integer({ min: 1, max: 4 }) })),
    priority: fc.option(fc.constantFrom(...PRIORITIES)),
    status: fc.constantFrom(...IMPLEMENTATION_STATUSES),
    addressees: fc.subarray([NORTH, SOUTH]),
  });

  it('is sorted as wanted with the undated and unranked last, and filters keep only what fits', () => {
    const wanted = fc.record({
      order: fc.constantFrom(...ORDERS),
      status: fc.option(fc.constantFrom(...IMPLEMENTATION_STATUSES)),
      priority: fc.option(fc.constantFrom(...PRIORITIES)),
      addressee: fc.constantFrom('north', null),
      recommendationClass: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(anyOne, { maxLength: 10 }), wanted, (some, choice) => {
        const all = some.map((one, at) => ({ ...one, number: at + 1 }) as unknown as Recommendation);
        const chosen = chooseRecommendations(all, choice);
        expect(chosen.every((one) => choice.status === null || one.status === choice.status)).toBe(true);
        expect(chosen.every((one) => choice.priority === null || one.priority === choice.priority)).toBe(true);
        const numbers = chosen.map(({ number }) => number);
        if (choice.order === 'number') expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        const undated = chosen.map(({ due }) => Number(due === null));
        if (choice.order === 'due') expect(undated).toEqual([...undated].sort());
      }),
    );
  });
});
