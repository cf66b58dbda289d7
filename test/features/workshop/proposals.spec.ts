import * as fc from 'fast-check';
import { likeness, mayMerge, similarTo, standingProposals } from '../../../src/features/workshop/domain';
import type { MeetingId, Participant, Proposal, ProposalId } from '../../../src/features/workshop';
import { newId } from '../../../src/platform/ids';
import { startWorkshop } from './meeting-in-store';

const store = startWorkshop();
const { roomOf } = store;
const refused = (code: string) => ({ code });

test('a proposal keeps every wording; a change of words that somebody else changed is refused', async () => {
  const { meeting, propose, people } = await roomOf(3);
  const { workshop } = store;
  const id = await propose('Wspólny numer');
  const [author, other] = people as [Participant, Participant];
  await workshop.amendProposal(meeting, { id, from: 'Wspólny numer', text: 'Numer i czat', by: '', author });
  await workshop.amendProposal(meeting, { id, from: 'Wspólny numer', text: 'Numer i czat', by: '', author });
  await expect(
    workshop.amendProposal(meeting, { id, from: 'Wspólny numer', text: 'Inne', by: 'Anna' }),
  ).rejects.toMatchObject(refused('workshop.changed-meanwhile'));
  await expect(
    workshop.amendProposal(meeting, { id, from: 'Numer i czat', text: 'Cudze', by: '', author: other }),
  ).rejects.toMatchObject(refused('proposals.not-your-proposal'));
  const [found] = await workshop.listProposals(meeting.id);
  expect(found).toMatchObject({ text: 'Numer i czat', earlier: [{ text: 'Wspólny numer', by: '' }] });
});

test('two who amend at once: one is written, the other is told, no text is lost', async () => {
  const { meeting, propose } = await roomOf(2);
  const { workshop } = store;
  const id = await propose('A');
  const sent = await Promise.allSettled(
    ['B', 'C', 'D'].map((text) => workshop.amendProposal(meeting, { id, from: 'A', text, by: text })),
  );
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [found] = await workshop.listProposals(meeting.id);
  expect(found?.earlier.map(({ text }) => text)).toEqual(['A']);
});

test('a comment sent twice is one, comments of many at once are all there, and each person has a limit', async () => {
  const { meeting, propose, people } = await roomOf(6);
  const { workshop } = store;
  const id = await propose('Wspólny numer');
  const say = (person: Participant, text: string, comment: string = newId()) =>
    workshop.commentProposal(meeting, person, { id, comment, text });
  const twice = newId();
  await Promise.all([
    ...people.map((person) => say(person, person.name)),
    say(people[0] as Participant, 'dwa razy', twice),
    say(people[0] as Participant, 'dwa razy', twice),
  ]);
  const [found] = await workshop.listProposals(meeting.id);
  expect(found?.comments).toHaveLength(people.length + 1);
  for (let more = 0; more < 8; more += 1) await say(people[0] as Participant, `${more}`);
  await expect(say(people[0] as Participant, 'za dużo')).rejects.toMatchObject(refused('proposals.too-many-comments'));
});

test('one person sends at most 20 proposals; other words under the same id are not swallowed', async () => {
  const { meeting, propose, people } = await roomOf(2);
  const { workshop } = store;
  for (let sent = 0; sent < 20; sent += 1) await propose(`Propozycja ${sent}`);
  await expect(propose('Jeszcze jedna')).rejects.toMatchObject(refused('proposals.too-many-proposals'));
  const id = await propose('Druga osoba', 1);
  await expect(
    workshop.propose(meeting, people[1] as Participant, {
      id,
      conclusion: null,
      dimension: 'quality',
      text: 'Inne słowa',
      showsInstitution: true,
    }),
  ).rejects.toMatchObject(refused('proposals.sent-before'));
});

test('from the opening of the voting on nothing is changed, merged, moved, commented or added', async () => {
  const { meeting, propose, people, vote } = await roomOf(3);
  const { workshop } = store;
  const [one, two] = [await propose('Jeden'), await propose('Dwa')];
  await workshop.openVoting(meeting.id, 'voting');
  const all = () => [
    workshop.amendProposal(meeting, { id: one, from: 'Jeden', text: 'Inny', by: 'Anna' }),
    workshop.mergeProposal(meeting, one, two),
    workshop.commentProposal(meeting, people[0] as Participant, { id: one, comment: newId(), text: 'Uwaga' }),
    workshop.outcomes.moveProposal(meeting, {
      id: one,
      from: { dimension: 'coordination', conclusion: null },
      to: { dimension: 'quality', conclusion: null },
    }),
    propose('Spóźniona'),
  ];
  for (const act of all()) await expect(act).rejects.toMatchObject(refused('proposals.wording-fixed'));
  await vote(0, one);
  await workshop.closeVoting(meeting.id, 'voting');
  for (const act of all()) await expect(act).rejects.toMatchObject(refused('proposals.wording-fixed'));
  expect((await workshop.listProposals(meeting.id)).map(({ text }) => text)).toEqual(['Jeden', 'Dwa']);
});

test('whatever is written while the voting is opened is part of it or refused, never both', async () => {
  const { workshop } = store;
  for (let round = 0; round < 5; round += 1) {
    const { meeting, read, propose } = await roomOf(2);
    const [one, two] = [await propose('Jeden'), await propose('Dwa')];
    const acts = await Promise.allSettled([
      propose('W trakcie'),
      workshop.openVoting(meeting.id, 'voting'),
      propose('Zaraz po'),
      workshop.mergeProposal(meeting, two, one),
      workshop.amendProposal(meeting, { id: one, from: 'Jeden', text: 'Inny', by: 'Anna' }),
    ]);
    const { voting } = await read();
    const kept = await workshop.listProposals(meeting.id);
    expect(voting.state).toBe('open');
    expect(new Set(voting.terms?.options)).toEqual(new Set(standingProposals(kept).map(({ id }) => id)));
    const added = acts.filter((_, at) => at === 0 || at === 2).filter(({ status }) => status === 'fulfilled');
    expect(kept).toHaveLength(2 + added.length);
    for (const act of acts)
      if (act.status === 'rejected') expect(act.reason).toMatchObject(refused('proposals.wording-fixed'));
  }
}, 60_000);

test('two who merge each other at once make no circle, and both proposals stay', async () => {
  const { meeting, propose } = await roomOf(2);
  const { workshop } = store;
  const [one, two] = [await propose('Jeden'), await propose('Dwa')];
  await Promise.allSettled([workshop.mergeProposal(meeting, one, two), workshop.mergeProposal(meeting, two, one)]);
  const kept = await workshop.listProposals(meeting.id);
  const shown = standingProposals(kept).flatMap(({ id, standsFor }) => [id, ...standsFor.map((part) => part.id)]);
  expect(new Set(shown)).toEqual(new Set([one, two]));
  expect(kept.filter(({ mergedInto }) => mergedInto !== null).length).toBeLessThan(2);
});

test('what the moderator types in for somebody without a phone has no author and an institution', async () => {
  const { meeting } = await roomOf(2);
  const { workshop } = store;
  const id = newId<'proposal'>();
  const wanted = { id, conclusion: null, dimension: 'quality' as const, text: 'Z sali', institution: 'Gmina' };
  for (let sent = 0; sent < 2; sent += 1) await workshop.outcomes.proposeFor(meeting, wanted);
  expect(await workshop.listProposals(meeting.id)).toMatchObject([{ author: null, institution: 'Gmina', number: 1 }]);
});

const made = (mergedInto: readonly (number | null)[]): readonly Proposal[] =>
  mergedInto.map((into, at) => ({
    id: `p${at}` as ProposalId,
    meetingId: 'm' as MeetingId,
    number: at + 1,
    conclusion: null,
    dimension: 'quality',
    text: `Propozycja ${at}`,
    earlier: [],
    author: null,
    institution: null,
    mergedInto: into === null ? null : (`p${into}` as ProposalId),
    comments: [],
    createdAt: new Date(0),
  }));

test('however proposals were merged, each is shown once: it stands or is part of one that stands', () => {
  const merged = fc.array(fc.option(fc.nat({ max: 7 })), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(merged, (into) => {
      const proposals = made(into);
      const shown = standingProposals(proposals).flatMap(({ id, standsFor }) => [
        id,
        ...standsFor.map((one) => one.id),
      ]);
      expect(shown.toSorted()).toEqual(proposals.map(({ id }) => id).toSorted());
    }),
  );
});

test('merges that are allowed one after another never make a circle', () => {
  const wishes = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { maxLength: 12 });
  fc.assert(
    fc.property(wishes, (pairs) => {
      const into: (number | null)[] = [null, null, null, null, null];
      for (const [one, other] of pairs)
        if (mayMerge(made(into), `p${one}` as ProposalId, `p${other}` as ProposalId)) into[one] = other;
      expect(standingProposals(made(into)).every(({ mergedInto }) => mergedInto === null)).toBe(true);
    }),
  );
});

test('likeness is a share that does not depend on order, and full for the same words', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const like = likeness(one, other);
      expect(like).toBeGreaterThanOrEqual(0);
      expect(like).toBeLessThanOrEqual(1);
      expect(likeness(other, one)).toBe(like);
    }),
  );
  expect(likeness('Wspólny numer telefonu', 'numer telefonu: WSPÓLNY')).toBe(1);
  const others = made([null, null]).map((proposal, at) => ({
    ...proposal,
    text: at === 0 ? 'Wspólnego numeru telefonu potrzeba' : 'Dyżur w gminach',
  }));
  expect(
    similarTo({ id: 'x' as ProposalId, text: 'Wspólny numer telefonu' }, others).map(({ number }) => number),
  ).toEqual([1]);
});
