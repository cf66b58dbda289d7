import { join } from 'node:path';
import fc from 'fast-check';
import { gminasByPowiat, powiatsOf, subregionOf } from '../../../src/features/organisations';
import {
  areApart,
  compareLists,
  isAgainstVotes,
  sphereStanding,
  whatVotesSay,
  type ListedSphere,
} from '../../../src/features/workshop/domain';
import { areaName, readAreas } from '../../../src/features/workshop/spheres/areas';
import { decisionForm } from '../../../src/features/workshop/spheres/inputs';
import { isInOwnWords } from '../../../src/features/workshop/spheres/own-words';
import { validText } from '../../../src/features/workshop/spheres/present-decision';
import { readDecisionForm, type FormSetting } from '../../../src/features/workshop/spheres/read-form';
import { loadTranslators } from '../../../src/platform/i18n';
import { newId } from '../../../src/platform/ids';

const { pl } = loadTranslators(join(__dirname, '../../../locales'));

const setting: FormSetting = {
  wojewodztwo: '26',
  meetings: [1, 3],
  people: ['Ewa Nowicka'],
  needsOwnWords: () => false,
  earlierReason: '',
};

const typed = {
  id: newId<'sphere decision'>(),
  decyzja: 'preferred',
  powod: '8 gmin zapowiada zlecenia',
  od: '2027',
  do: '2028',
  spotkanie: '3',
};

const read = (change: Readonly<Record<string, unknown>> = {}, about: Partial<FormSetting> = {}) =>
  readDecisionForm(decisionForm.parse({ ...typed, ...change }), { ...setting, ...about });
const faultsOf = (...given: Parameters<typeof read>): readonly string[] =>
  read(...given).faults.map(({ field, kind }) => `${field}: ${kind}`);

test('years and days are read as the first and the last day', () => {
  expect(read().words?.valid).toEqual({ from: '2027-01-01', until: '2028-12-31' });
  expect(read({ od: '1.03.2027', do: '30.6.2028 r.' }).words?.valid).toEqual({
    from: '2027-03-01',
    until: '2028-06-30',
  });
  expect(read({ od: '2027', do: '' }).words?.valid).toEqual({ from: '2027-01-01', until: null });
});

test('what cannot be so is refused with a sentence of its field', () => {
  expect(faultsOf({ decyzja: '', powod: '  ' })).toEqual(['decyzja: missing', 'powod: missing']);
  expect(faultsOf({ powod: 'a'.repeat(10_000) })).toEqual(['powod: long']);
  expect(faultsOf({ od: '2028', do: '2027' })).toEqual(['do: order']);
  expect(faultsOf({ od: '30.02.2027', do: 'nigdy' })).toEqual(['od: unreadable', 'do: unreadable']);
  expect(faultsOf({ od: '' })).toEqual(['od: missing']);
  expect(faultsOf({ spotkanie: '2' })).toEqual(['spotkanie: missing']);
  expect(faultsOf({ zasieg: 'obszary' })).toEqual(['zasieg: missing']);
  expect(faultsOf({ zasieg: 'obszary', obszar: ['2601', '1465'] })).toEqual(['zasieg: unknown']);
  expect(faultsOf({ zasieg: 'region', obszar: '2601' })).toEqual(['zasieg: both']);
});

test('the public reason holds no e-mail address and no name of a member of the group', () => {
  expect(faultsOf({ powod: 'Szczegóły: ewa@rops.example' })).toEqual(['powod: email']);
  expect(faultsOf({ powod: 'Tak prosiła ewa nowicka z ROPS' })).toEqual(['powod: name']);
});

test('area and validity are asked for only where they say something', () => {
  expect(read({ decyzja: 'not-preferred', zasieg: 'obszary' }).words).toMatchObject({ area: null });
  expect(read({ decyzja: 'postponed', od: 'xx' }).words).toMatchObject({ area: null, valid: null });
});

test('where groups disagree a reason in own words is asked for: a sentence, not that of the decision before', () => {
  const disputed = { needsOwnWords: () => true, earlierReason: 'Gminy chcą zlecać naprawy i recykling.' };
  expect(faultsOf({ powod: 'ok' }, disputed)).toEqual(['powod: own-words']);
  expect(faultsOf({ powod: 'gminy chcą zlecać naprawy i recykling' }, disputed)).toEqual(['powod: own-words']);
  expect(faultsOf({}, disputed)).toEqual(['powod: own-words']);
  expect(faultsOf({ powod: 'Osiem gmin zapowiada zlecenia mimo małej wagi u klientów' }, disputed)).toEqual([]);
  expect(isInOwnWords('tak tak tak tak', '')).toBe(false);
});

test('a place inside another chosen one is not said again', () => {
  expect(readAreas('26', ['2601013', '2601', '2604', 'kielecki']).areas).toEqual([
    { code: 'kielecki', name: 'kielecki' },
    { code: '2601', name: 'buski' },
  ]);
});

test('what is chosen covers the same gminas before and after it is put in order', () => {
  const gminas = gminasByPowiat('26').flatMap((one) => one.gminas);
  const codes = [
    ...new Set(powiatsOf('26').flatMap(({ code }) => subregionOf(code)?.code ?? [])),
    ...powiatsOf('26').map(({ code }) => code),
    ...gminas.map(({ code }) => code),
  ];
  const covered = (chosen: readonly string[]): readonly string[] =>
    gminas
      .filter(({ code, powiat }) => [code, powiat, subregionOf(code)?.code ?? ''].some((one) => chosen.includes(one)))
      .map(({ code }) => code);
  fc.assert(
    fc.property(fc.subarray(codes, { maxLength: 20 }), (chosen) => {
      const { areas, unknown } = readAreas('26', chosen);
      expect(unknown).toEqual([]);
      expect(covered(areas.map(({ code }) => code))).toEqual(covered(chosen));
    }),
  );
});

test('areas are named with their kind; gminas of one name with their powiat', () => {
  const named = (code: string, name: string): string => areaName({ code, name }, pl);
  expect([named('kielecki', 'kielecki'), named('2601', 'buski'), named('2661', 'Kielce')]).toEqual([
    'podregion kielecki',
    'powiat buski',
    'miasto Kielce',
  ]);
  expect(named('2613042', 'Radków')).toBe('gmina Radków');
});

test('validity is written short for whole years', () => {
  const texts = [
    { from: '2027-01-01', until: '2028-12-31' },
    { from: '2027-01-01', until: '2027-12-31' },
    { from: '2027-03-01', until: '2028-06-30' },
    { from: '2027-01-01', until: null },
  ].map((valid) => validText(valid, pl));
  expect(texts).toEqual(['2027–2028', '2027', '01.03.2027–30.06.2028', 'od 2027, do odwołania']);
});

test('the last day counts: a decision ends the day after, and is said to end from 60 days before', () => {
  const on = (day: string) => sphereStanding({ valid: { from: '2027-01-01', until: '2028-12-31' } }, day);
  expect(['2026-12-31', '2027-01-01', '2028-11-01', '2028-12-31', '2029-01-01'].map(on)).toEqual([
    'coming',
    'valid',
    'ending',
    'ending',
    'expired',
  ]);
  expect(sphereStanding({ valid: { from: '2027-01-01', until: null } }, '2099-01-01')).toBe('valid');
});

test('votes choose as many spheres as each person had; a tie on the last place chooses nobody', () => {
  const counted = [
    { option: 'a', votes: 9 },
    { option: 'b', votes: 5 },
    { option: 'c', votes: 5 },
    { option: 'd', votes: 0 },
  ];
  const say = (places: number) => ['a', 'b', 'c', 'd', 'x'].map((code) => whatVotesSay(counted, places, code));
  expect(say(2)).toEqual(['chosen', 'tied', 'tied', 'not-chosen', null]);
  expect(say(3)).toEqual(['chosen', 'chosen', 'chosen', 'not-chosen', null]);
  expect(say(4)[3]).toBe('not-chosen');
  expect([isAgainstVotes('preferred', 'not-chosen'), isAgainstVotes('postponed', 'chosen')]).toEqual([true, true]);
  expect([isAgainstVotes('preferred', 'tied'), isAgainstVotes('not-preferred', null)]).toEqual([false, false]);
});

test('intervals that share a point are not apart', () => {
  // Screen 24: recycling, experts 1.7 to 2.9, clients 1.0 to 1.4.
  const place = (low: number, high: number) => ({ mean: (low + high) / 2, interval: { low, high }, places: null });
  expect(areApart(place(1.7, 2.9), place(1, 1.4))).toBe(true);
  expect(areApart(place(1.4, 2.9), place(1, 1.4))).toBe(false);
});

test('a sphere that no expert chose is no disagreement unless its places say so too', () => {
  const none = (first: number, last: number) => ({ mean: 0, interval: null, places: { first, last } });
  const some = { mean: 0.2, interval: { low: 0.1, high: 0.4 }, places: { first: 9, last: 15 } };
  expect([areApart(none(6, 12), some), areApart(none(1, 3), some)]).toEqual([false, true]);
});

const listed = fc.record<ListedSphere>({
  sphere: fc.constantFrom('a', 'b', 'c', 'd'),
  label: fc.constant('Sfera'),
  verdict: fc.constantFrom('preferred', 'postponed', 'not-preferred'),
  reason: fc.constantFrom('tak', 'nie'),
  area: fc.constantFrom(null, { kind: 'region' as const }),
  valid: fc.constantFrom(null, { from: '2027-01-01', until: null }),
  meetingNumber: fc.constant(1),
  decidedOn: fc.constant('2026-12-10'),
});
const lists = fc.uniqueArray(listed, { selector: ({ sphere }) => sphere });

test('two versions differ in what was added, changed or left, and a version does not differ from itself', () => {
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      expect(compareLists(after, after)).toEqual([]);
      const there = compareLists(before, after);
      const back = compareLists(after, before);
      expect(new Set(there.map(({ sphere }) => sphere))).toEqual(new Set(back.map(({ sphere }) => sphere)));
      for (const { before: was, after: is, parts } of there)
        expect(was === null || is === null ? parts.length === 0 : parts.length > 0).toBe(true);
    }),
  );
});
