import * as fc from 'fast-check';
import {
  chooseEntries,
  countEntries,
  entryStatus,
  isDone,
  isOverdue,
  seenByInstitution,
  type RegisterEntry,
} from '../../../src/features/cooperation/domain';
import { IMPLEMENTATION_STATUSES, type Addressee } from '../../../src/features/findings/domain';
import type { EvaluationId } from '../../../src/platform/ids';

const CODES = ['owes-polnoc', 'owes-poludnie', 'rops'] as const;
const status = fc.constantFrom(...IMPLEMENTATION_STATUSES.filter((one) => one !== 'draft'));
const addressee = fc.constantFrom<Addressee>(...CODES.map((code) => ({ kind: 'institution' as const, code })), {
  kind: 'other',
  name: 'Gmina Chęciny',
});
const report = fc.record({
  id: fc.uuid() as fc.Arbitrary<never>,
  status,
  text: fc.string({ maxLength: 5 }),
  evidence: fc.constant([]),
  by: fc.constant('Ktoś'),
  institution: fc.constantFrom(null, ...CODES),
  at: fc.constant(new Date('2026-12-01T00:00:00Z')),
});
const entry: fc.Arbitrary<RegisterEntry> = fc
  .record({
    followed: fc.constantFrom(
      { kind: 'agreement' as const, id: 'u' as never },
      { kind: 'recommendation' as const, id: 'r' as never },
    ),
    addressees: fc.uniqueArray(addressee, { minLength: 1, maxLength: 4, selector: (one) => JSON.stringify(one) }),
    due: fc.option(fc.constantFrom('2026-01-01', '2026-12-10', '2027-06-30'), { nil: null }),
    reports: fc.array(report, { maxLength: 8 }),
  })
  .map(({ reports, ...rest }) => ({
    evaluationId: 'badanie' as EvaluationId,
    code: 'U1',
    title: 'Zadanie',
    text: '',
    person: '',
    since: '2026-01-01',
    statusReason: '',
    meetingNumber: 1,
    findings: [],
    revision: 1,
    ...rest,
    reports,
    status: entryStatus({ addressees: rest.addressees, reports }, 'rops'),
  }));
const TODAY = '2026-12-10';

describe('the register', () => {
  it('never calls a draft what somebody was asked, and is late only after its day and while it is not done', () => {
    fc.assert(
      fc.property(entry, (one) => {
        expect(one.status).not.toBe('draft');
        expect(isOverdue(one, TODAY)).toBe(one.due === '2026-01-01' && !isDone(one));
      }),
    );
  });

  it('is settled as soon as those who evaluate say one thing for all', () => {
    fc.assert(
      fc.property(entry, report, (one, last) => {
        const reports = [...one.reports, { ...last, institution: null }];
        expect(entryStatus({ addressees: one.addressees, reports }, 'rops')).toBe(last.status);
      }),
    );
  });

  it('shows an institution nothing that others said or who they are', () => {
    fc.assert(
      fc.property(entry, (one) => {
        const seen = seenByInstitution(one, { own: 'owes-polnoc', commissioner: 'rops', others: 'inne' });
        expect(JSON.stringify([seen.addressees, seen.reports])).not.toMatch(/owes-poludnie|Chęciny/);
        expect(seen.reports.length).toBeLessThanOrEqual(one.reports.length);
      }),
    );
  });

  it('loses no entry to its filters: those of each status together are all', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        const all = { kind: null, status: null, addressee: null, isOverdue: false, order: 'due' } as const;
        const parts = IMPLEMENTATION_STATUSES.flatMap((wanted) =>
          chooseEntries(entries, { ...all, status: wanted }, TODAY),
        );
        expect(parts).toHaveLength(entries.length);
        expect(new Set(chooseEntries(entries, all, TODAY))).toEqual(new Set(entries));
        expect(chooseEntries(entries, { ...all, isOverdue: true }, TODAY)).toHaveLength(
          countEntries(entries, TODAY).overdue,
        );
      }),
    );
  });
});
