import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createGroups, memberPrint, type Groups } from '../../../src/features/workshop/group';
import { lineOf, readLines } from '../../../src/features/workshop/group/read-lines';
import { memberOfLine } from '../../../src/features/workshop/group/read-member';
import { membersOn, type GroupMember } from '../../../src/features/workshop/domain';
import { fixedClock } from '../../../src/platform/clock';
import { newId, type EvaluationId } from '../../../src/platform/ids';
import { openStorage, type Storage } from '../../../src/platform/storage';
import { ownDatabase } from '../../support/database';

let folder: string;
let storage: Storage;
let groups: Groups;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'es-'));
  storage = await openStorage({ dataDir: folder, mongodbUri: ownDatabase() });
  groups = createGroups({ connection: storage.connection, clock: fixedClock(new Date('2026-11-22T09:00:00Z')) });
  await groups.ensureIndexes();
});
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Each evaluation without a region has a group of its own. */
const evaluationOf = () => ({ id: newId<'evaluation'>() as EvaluationId, wojewodztwo: '', demonstration: false });
const person = (name: string, more: Partial<GroupMember> = {}): GroupMember => ({
  id: newId(),
  name,
  institution: 'ROPS',
  institutionCode: 'rops',
  mayVote: true,
  email: null,
  since: '2026-01-01',
  until: null,
  ...more,
});
const institutions = [
  {
    code: 'owes-polnoc',
    kind: 'owes' as const,
    name: 'Ośrodek Wsparcia Ekonomii Społecznej Północ',
    shortName: 'OWES Północ',
    series: 's1' as const,
    powiats: [],
  },
];

test('a group without a word written is empty, and all evaluations of a region have the same one', async () => {
  const evaluation = evaluationOf();
  expect(await groups.readGroup(evaluation)).toMatchObject({ id: evaluation.id, members: [], revision: 0 });
  await groups.addMembers({ id: newId<'evaluation'>(), wojewodztwo: '99', demonstration: false }, [
    person('Ewa Nowicka'),
  ]);
  const later = await groups.readGroup({ id: newId<'evaluation'>(), wojewodztwo: '99', demonstration: false });
  expect(later.members.map(({ name }) => name)).toEqual(['Ewa Nowicka']);
});

test('a form that is sent twice, at once, adds one person', async () => {
  const evaluation = evaluationOf();
  const draft = person('Ewa Nowicka');
  const sent = await Promise.all([1, 2, 3].map(() => groups.addMembers(evaluation, [draft])));
  expect(sent.map((one) => (typeof one === 'string' ? one : one.added)).sort()).toEqual([0, 0, 1]);
  expect((await groups.readGroup(evaluation)).members).toHaveLength(1);
});

test('many who write at once lose nobody', async () => {
  const evaluation = evaluationOf();
  const names = Array.from({ length: 8 }, (_, at) => `Osoba ${at}`);
  await Promise.all(names.map((name) => groups.addMembers(evaluation, [person(name)])));
  const { members, revision } = await groups.readGroup(evaluation);
  expect(members.map(({ name }) => name)).toEqual(names);
  expect(revision).toBe(8);
});

test('the same name and institution is the same person, however it is written, until that person leaves', async () => {
  const evaluation = evaluationOf();
  const first = person('Jan Mróz', { institution: 'OWES Północ', institutionCode: 'owes-polnoc' });
  await groups.addMembers(evaluation, [first]);
  const again = person('  jan  MRÓZ', { institution: 'owes północ', institutionCode: null });
  expect(await groups.addMembers(evaluation, [again])).toMatchObject({ added: 0, known: [{ id: again.id }] });
  await groups.changeMember(evaluation, memberPrint(first), { ...first, until: '2026-06-01' });
  expect(await groups.addMembers(evaluation, [{ ...again, since: '2026-11-01' }])).toMatchObject({ added: 1 });
  const group = await groups.readGroup(evaluation);
  expect(group.members).toHaveLength(2);
  expect(membersOn(group, '2026-05-31').map(({ id }) => id)).toEqual([first.id]);
  expect(membersOn(group, '2026-06-01')).toEqual([]);
  expect(membersOn(group, '2026-11-22').map(({ id }) => id)).toEqual([again.id]);
});

test('who changes a person that somebody else has changed is told, and changes of two people do not meet', async () => {
  const evaluation = evaluationOf();
  const [ewa, adam] = [person('Ewa Nowicka'), person('Adam Wilk')];
  await groups.addMembers(evaluation, [ewa, adam]);
  const seen = memberPrint(ewa);
  const [first, other] = await Promise.all([
    groups.changeMember(evaluation, seen, { ...ewa, email: 'ewa@rops.example' }),
    groups.changeMember(evaluation, memberPrint(adam), { ...adam, mayVote: false }),
  ]);
  expect([typeof first, typeof other]).toEqual(['object', 'object']);
  expect(await groups.changeMember(evaluation, seen, { ...ewa, mayVote: false })).toBe('overtaken');
  expect(await groups.changeMember(evaluation, seen, { ...ewa, email: 'ewa@rops.example' })).not.toBe('overtaken');
  const { members } = await groups.readGroup(evaluation);
  expect(members.map(({ name, email, mayVote }) => [name, email, mayVote])).toEqual([
    ['Adam Wilk', null, false],
    ['Ewa Nowicka', 'ewa@rops.example', true],
  ]);
});

test('a change to somebody else who is there, or to nobody, is refused', async () => {
  const evaluation = evaluationOf();
  const [ewa, adam] = [person('Ewa Nowicka'), person('Adam Wilk')];
  await groups.addMembers(evaluation, [ewa, adam]);
  expect(await groups.changeMember(evaluation, memberPrint(adam), { ...adam, name: 'Ewa Nowicka' })).toBe('twice');
  const nobody = person('Nikt');
  expect(await groups.changeMember(evaluation, memberPrint(nobody), nobody)).toBe('gone');
});

test('two who rename the group are not both obeyed', async () => {
  const evaluation = evaluationOf();
  const renamed = await Promise.all([
    groups.renameGroup(evaluation, '', 'Grupa A'),
    groups.renameGroup(evaluation, '', 'Grupa B'),
  ]);
  expect(renamed.filter((one) => one === 'overtaken')).toHaveLength(1);
  expect((await groups.readGroup(evaluation)).name).toMatch(/^Grupa [AB]$/);
});

test('a group has room for 500 people', async () => {
  const evaluation = evaluationOf();
  const crowd = Array.from({ length: 501 }, (_, at) => person(`Osoba ${at}`));
  expect(await groups.addMembers(evaluation, crowd)).toBe('full');
  expect((await groups.readGroup(evaluation)).members).toEqual([]);
});

describe('a pasted list', () => {
  test('says name, institution, address and right in any order after the institution', () => {
    const { people, faults } = readLines(
      [
        'Jan Mróz; OWES Północ; Jan@OWES.example; bez głosu',
        '',
        'Ewa  Nowicka ;ROPS',
        'Ola Stec\tSpółdzielnia Zielona\tbez głosu\tola@zielona.example',
        'Jan Mróz; OWES Północ; jan@owes.example',
      ].join('\n'),
    );
    expect(faults).toEqual([]);
    expect(people).toEqual([
      { name: 'Jan Mróz', institution: 'OWES Północ', email: 'jan@owes.example', mayVote: true },
      { name: 'Ewa Nowicka', institution: 'ROPS', email: null, mayVote: true },
      { name: 'Ola Stec', institution: 'Spółdzielnia Zielona', email: 'ola@zielona.example', mayVote: false },
    ]);
    const [jan] = people.map((one) => memberOfLine(one, { institutions }, '2026-11-22'));
    expect(jan).toMatchObject({ institutionCode: 'owes-polnoc', institution: 'OWES Północ', since: '2026-11-22' });
  });

  test('names the line of every fault', () => {
    const { people, faults } = readLines(
      [
        'Jan Mróz',
        'Ewa Nowicka; ROPS; ewa@',
        'Adam Wilk; ROPS; może głosować?',
        `${'x'.repeat(81)}; ROPS`,
        'Iwona Cedro; ROPS; bez głosu; bez głosu',
        'Beata Sroka; ROPS',
      ].join('\n'),
    );
    expect(faults.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'no-institution'],
      [2, 'email'],
      [3, 'unknown'],
      [4, 'too-long'],
      [5, 'twice-said'],
    ]);
    expect(people.map(({ name }) => name)).toEqual(['Beata Sroka']);
  });

  test('addresses with line breaks or without a host are no addresses', () => {
    for (const address of ['a@b', 'a@b.c\rBcc: x@y.example', '@x.example', 'a b@x.example'])
      expect(readLines(`Jan Mróz; ROPS; ${address}`).people).toEqual([]);
  });

  test('property: a person written as a line is read back as it was', () => {
    const word = fc.stringMatching(/^[A-Za-zĄąŁłŻż<>"'=+-]{1,20}$/);
    const someone = fc.record({
      name: word,
      institution: word,
      email: fc.constantFrom(null, 'jan@owes.example', 'a.b@c.example'),
      mayVote: fc.boolean(),
    });
    fc.assert(
      fc.property(someone, (one) => {
        expect(readLines(lineOf(one, 'bez głosu'))).toEqual({ people: [one], faults: [] });
      }),
    );
  });

  test('property: every line that is not empty is a person or a fault, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        const text = lines.map((line) => line.replaceAll('\n', ' ')).join('\n');
        const { people, faults } = readLines(text);
        const full = text.split('\n').filter((line) => line.replaceAll(/[;\s]/g, '') !== '');
        expect(people.length + faults.length).toBeLessThanOrEqual(full.length);
        if (full.length > 0) expect(people.length + faults.length).toBeGreaterThan(0);
      }),
    );
  });
});
