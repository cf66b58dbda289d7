import fc from 'fast-check';
import {
  closingObstacle,
  standingOf,
  type Member,
  type MinutesVoice,
  type SilenceRule,
} from '../../../src/features/workshop/domain';

const members = (count: number): readonly Member[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `m${at}`,
    name: `Osoba ${at}`,
    institution: 'ROPS',
    mayVote: true,
    email: null,
  }));

const voice = (member: string, more: Partial<MinutesVoice> = {}): MinutesVoice => ({
  version: 1,
  member,
  name: member,
  kind: 'approved',
  text: '',
  answer: null,
  at: new Date(0),
  recordedBy: null,
  earlier: [],
  revision: 1,
  ...more,
});

/** Voices of some of twelve members, of version 1 or 2, each at most once in a version. */
const someVoices = fc.uniqueArray(
  fc.record({
    member: fc.integer({ min: 0, max: 14 }).map((at) => `m${at}`),
    version: fc.constantFrom(1, 2),
    kind: fc.constantFrom<MinutesVoice['kind']>('approved', 'remark'),
    answer: fc.constantFrom(null, { isTaken: true, text: 'tak' }, { isTaken: false, text: 'nie' }),
  }),
  { selector: ({ member, version }) => `${member}/${version}` },
);

test('everybody asked approved, remarked or is silent, exactly one of these, whoever else spoke', () => {
  fc.assert(
    fc.property(someVoices, fc.integer({ min: 0, max: 12 }), (said, count) => {
      const asked = members(count);
      const standing = standingOf(
        { asked, version: 2 },
        said.map((one) => voice(one.member, one)),
      );
      expect([...standing.approved, ...standing.remarked, ...standing.silent].toSorted()).toEqual(
        asked.map(({ name }) => name).toSorted(),
      );
    }),
  );
});

test('nothing is closed over a remark without an answer, nor over one that was taken', () => {
  fc.assert(
    fc.property(
      someVoices,
      fc.constantFrom<SilenceRule>('consents', 'abstains'),
      fc.constantFrom('2026-12-10', '2026-12-17', '2026-12-18'),
      (said, silence, today) => {
        const voices = said.map((one) => voice(one.member, one));
        const standing = standingOf({ asked: members(12), version: 2 }, voices);
        const obstacle = closingObstacle({ until: '2026-12-17', silence }, standing, today);
        if (voices.some(({ kind, answer }) => kind === 'remark' && answer === null))
          expect(obstacle).toBe('unanswered');
        else if (standing.taken > 0) expect(obstacle).toBe('taken');
        else if (standing.silent.length > 0 && today <= '2026-12-17') expect(obstacle).toBe('too-early');
        else if (silence === 'consents') expect(obstacle).toBeNull();
        else expect(obstacle === null).toBe(standing.approved.length > 6);
      },
    ),
  );
});

test('half of those asked is not more than half', () => {
  const standing = standingOf({ asked: members(4), version: 1 }, [voice('m0'), voice('m1')]);
  const version = { until: '2026-12-17', silence: 'abstains' as const };
  expect(closingObstacle(version, standing, '2026-12-18')).toBe('too-few');
  const more = standingOf({ asked: members(4), version: 1 }, [voice('m0'), voice('m1'), voice('m2')]);
  expect(closingObstacle(version, more, '2026-12-18')).toBeNull();
});
