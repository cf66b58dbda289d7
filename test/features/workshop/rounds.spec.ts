import * as fc from 'fast-check';
import type { Participant } from '../../../src/features/workshop';
import { countVotes, tiedAt } from '../../../src/features/workshop/domain';
import { startWorkshop, type Room } from './meeting-in-store';

const store = startWorkshop();
const { roomOf } = store;
const refused = (code: string) => ({ code });

const again = async ({ meeting, read }: Room, among: 'all' | 'tied', votesEach = 1) => {
  const after = (await read()).voting.id;
  const wanted = { name: 'voting' as const, after, among, votesEach, reason: 'Remis', by: 'Anna Wrona' };
  await store.workshop.outcomes.repeatVoting(meeting, wanted);
  return wanted;
};

test('a tie is repeated among the tied alone; the round before stays with what was counted', async () => {
  const room = await roomOf(7);
  const { meeting, read, propose, vote } = room;
  const { workshop } = store;
  const [one, two, three] = [await propose('Jeden'), await propose('Dwa'), await propose('Trzy')];
  await workshop.openVoting(meeting.id, 'voting');
  for (const [at, option] of [one, one, two, two, three].entries()) await vote(at, option);
  await workshop.closeVoting(meeting.id, 'voting');
  const [first] = await workshop.outcomes.votingRounds(await read());
  expect(first?.ties).toEqual([{ dimension: 'coordination', options: [one, two], votes: 2 }]);
  const wanted = await again(room, 'tied');
  // Sent twice, it is one further round.
  await workshop.outcomes.repeatVoting(meeting, wanted);
  await workshop.openVoting(meeting.id, 'voting');
  await expect(vote(0, three)).rejects.toMatchObject(refused('proposals.option-not-in-round'));
  await vote(0, one);
  await expect(vote(0, two)).rejects.toMatchObject(refused('workshop.votes-used-up'));
  await workshop.closeVoting(meeting.id, 'voting');
  const rounds = await workshop.outcomes.votingRounds(await read());
  expect(rounds).toMatchObject([
    { number: 1, reason: '', votesEach: 2, turnout: { voters: 5, eligible: 6, votes: 5 }, quorum: { isThere: true } },
    {
      number: 2,
      reason: 'Remis',
      votesEach: 1,
      turnout: { voters: 1 },
      quorum: { isThere: false, needed: 3 },
      ties: [],
    },
  ]);
  expect(rounds[0]?.result.find(({ option }) => option === three)?.votes).toBe(1);
  expect(rounds[1]?.result).toEqual([
    { option: one, votes: 1 },
    { option: two, votes: 0 },
  ]);
});

test('a further round that was not opened is taken back; one that is open is not', async () => {
  const room = await roomOf(3);
  const { meeting, read, propose } = room;
  const { workshop } = store;
  await propose('Jeden');
  await workshop.openVoting(meeting.id, 'voting');
  await expect(again(room, 'all')).rejects.toMatchObject(refused('proposals.voting-not-closed'));
  await workshop.closeVoting(meeting.id, 'voting');
  await expect(again(room, 'tied')).rejects.toMatchObject(refused('proposals.no-tie'));
  const closed = (await read()).voting;
  await again(room, 'all');
  await workshop.outcomes.takeBackRound(meeting, 'voting', (await read()).voting.id);
  expect(await read()).toMatchObject({ voting: { id: closed.id, state: 'closed' }, earlierVotings: [] });
  await again(room, 'all');
  await workshop.openVoting(meeting.id, 'voting');
  await expect(workshop.outcomes.takeBackRound(meeting, 'voting', (await read()).voting.id)).rejects.toMatchObject(
    refused('proposals.voting-not-closed'),
  );
  await expect(propose('W drugiej rundzie')).rejects.toMatchObject(refused('proposals.wording-fixed'));
});

test('votes given by name are told by name once the round is closed, and only then', async () => {
  const { meeting, read, propose, vote } = await roomOf(4, { ballot: 'named' });
  const { workshop } = store;
  const [one, two] = [await propose('Jeden'), await propose('Dwa')];
  await workshop.openVoting(meeting.id, 'voting');
  await vote(0, one);
  await vote(0, one);
  await vote(1, one);
  await vote(1, two);
  await vote(1, one, false);
  expect(await workshop.outcomes.namedBallots(await read())).toEqual([]);
  await workshop.closeVoting(meeting.id, 'voting');
  expect(await workshop.outcomes.namedBallots(await read())).toMatchObject([
    { round: 1, name: 'Osoba 0', institution: 'OWES Północ', choices: [one] },
    { round: 1, name: 'Osoba 1', institution: 'ROPS', choices: [two] },
  ]);
});

test('a rule that is changed while people vote does not break what they were promised', async () => {
  const { meeting, read, propose, vote, people } = await roomOf(4, { ballot: 'secret' });
  const { workshop } = store;
  const one = await propose('Jeden');
  await workshop.openVoting(meeting.id, 'voting');
  await vote(0, one);
  await store.storage.connection
    .collection('meetings')
    .updateOne({ _id: meeting.id }, { $set: { 'rules.ballot': 'named', 'rules.votesEach': 1 }, $inc: { edition: 1 } });
  await vote(1, one);
  await workshop.closeVoting(meeting.id, 'voting');
  expect(await workshop.outcomes.namedBallots(await read())).toEqual([]);
  const kept = JSON.stringify(await store.storage.connection.collection('ballots').find({}).toArray());
  for (const { id } of people) expect(kept).not.toContain(id);
  expect(await workshop.outcomes.votingRounds(await read())).toMatchObject([{ ballot: 'secret', votesEach: 2 }]);
});

test('a vote for a part of another proposal, for nothing, for a round that is over, or too late gets its own sentence', async () => {
  const room = await roomOf(4);
  const { meeting, propose, vote, read, people } = room;
  const { workshop } = store;
  const [one, two] = [await propose('Jeden'), await propose('Dwa')];
  await expect(vote(0, one)).rejects.toMatchObject(refused('workshop.voting-not-open'));
  await workshop.mergeProposal(meeting, two, one);
  await workshop.openVoting(meeting.id, 'voting');
  await expect(vote(0, two)).rejects.toMatchObject({ code: 'proposals.option-merged', details: { text: 'Jeden' } });
  await expect(vote(0, 'nic')).rejects.toMatchObject(refused('workshop.option-gone'));
  const { id: round } = (await read()).voting;
  await workshop.closeVoting(meeting.id, 'voting');
  await expect(vote(0, one)).rejects.toMatchObject(refused('workshop.too-late'));
  await again(room, 'all');
  await workshop.openVoting(meeting.id, 'voting');
  await expect(
    workshop.castVote(people[0] as Participant, { meeting: meeting.id, option: one, isChosen: true, round }),
  ).rejects.toMatchObject(refused('proposals.round-over'));
  await vote(0, one);
});

test('the list decides who votes, also when it was changed after joining', async () => {
  const { meeting, propose, vote } = await roomOf(3);
  const { workshop } = store;
  const one = await propose('Jeden');
  await workshop.openVoting(meeting.id, 'voting');
  await expect(vote(2, one)).rejects.toMatchObject(refused('workshop.no-voting-right'));
  await store.storage.connection
    .collection('meetings')
    .updateOne(
      { _id: meeting.id },
      { $set: { 'members.2.mayVote': true, 'members.0.mayVote': false }, $inc: { edition: 1 } },
    );
  await vote(2, one);
  await expect(vote(0, one)).rejects.toMatchObject(refused('workshop.no-voting-right'));
});

test('a voting without anything to vote on is not opened', async () => {
  const { meeting, read, propose } = await roomOf(2);
  await expect(store.workshop.openVoting(meeting.id, 'voting')).rejects.toMatchObject(
    refused('proposals.nothing-to-vote-on'),
  );
  await propose('Jeden');
  expect((await read()).voting.state).toBe('waiting');
});

test('spheres are repeated among those that share the last place', async () => {
  const { meeting, read, people } = await roomOf(4);
  const { workshop } = store;
  const choose = (at: number, codes: readonly string[]) =>
    workshop.chooseSpheres(people[at] as Participant, meeting.id, codes);
  await workshop.openVoting(meeting.id, 'spheres');
  await choose(0, ['opieka', 'recykling']);
  await choose(1, ['opieka', 'turystyka']);
  await workshop.closeVoting(meeting.id, 'spheres');
  const after = (await read()).spheres.id;
  await workshop.outcomes.repeatVoting(meeting, {
    name: 'spheres',
    after,
    among: 'tied',
    votesEach: 1,
    reason: 'Remis na drugim miejscu',
    by: 'Anna Wrona',
  });
  await workshop.openVoting(meeting.id, 'spheres');
  await expect(choose(0, ['opieka'])).rejects.toMatchObject(refused('proposals.option-not-in-round'));
  await choose(0, ['turystyka']);
  await workshop.closeVoting(meeting.id, 'spheres');
  const rounds = await workshop.outcomes.votingRounds(await read(), 'spheres');
  expect(rounds.map(({ result }) => result.length)).toEqual([4, 2]);
  expect(rounds[1]?.result[0]).toEqual({ option: 'turystyka', votes: 1 });
});

test('an outcome is written once the group voted, with its history; two who write at once are told', async () => {
  const { meeting, propose } = await roomOf(3);
  const { workshop } = store;
  const [one, two] = [await propose('Jeden'), await propose('Dwa')];
  await workshop.mergeProposal(meeting, two, one);
  const write = (kind: 'accepted' | 'rejected', revision: number, reason = 'Powód', proposal = one) =>
    workshop.outcomes.writeOutcome(meeting, { proposal, kind, reason, revision, by: 'Anna' });
  await expect(write('accepted', 0)).rejects.toMatchObject(refused('outcomes.not-voted-yet'));
  await workshop.openVoting(meeting.id, 'voting');
  await expect(write('accepted', 0)).rejects.toMatchObject(refused('outcomes.not-voted-yet'));
  await workshop.closeVoting(meeting.id, 'voting');
  await expect(write('accepted', 0, 'Powód', two)).rejects.toMatchObject(refused('outcomes.part-of-another'));
  const sent = await Promise.allSettled([write('accepted', 0), write('accepted', 0), write('rejected', 0, 'Inny')]);
  const told = sent.filter(({ status }) => status === 'rejected');
  expect(told.length).toBeGreaterThan(0);
  for (const one of told) expect(one).toMatchObject({ reason: { code: 'outcomes.written-meanwhile' } });
  await write('rejected', 1, 'Za drogo');
  await expect(write('accepted', 1)).rejects.toMatchObject(refused('outcomes.written-meanwhile'));
  const [outcome] = await workshop.outcomes.outcomesOf(meeting.id);
  expect(outcome).toMatchObject({ kind: 'rejected', reason: 'Za drogo', revision: 2 });
  expect(outcome?.earlier).toHaveLength(1);
});

test('a device more is the same person with the same votes', async () => {
  const { meeting, propose, vote, read } = await roomOf(3);
  const { workshop } = store;
  const one = await propose('Jeden');
  await workshop.openVoting(meeting.id, 'voting');
  const { participant } = await workshop.joinMeeting(meeting, { kind: 'member', member: 'm0' });
  expect(await workshop.devicesOf(participant.id)).toBe(2);
  await vote(0, one);
  await workshop.castVote(participant, { meeting: meeting.id, option: one, isChosen: true });
  await workshop.closeVoting(meeting.id, 'voting');
  expect((await read()).voting.result).toEqual([{ option: one, votes: 1 }]);
});

test('a tie is told exactly where one place more or less would part equals', () => {
  const votes = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }), { maxLength: 20 });
  fc.assert(
    fc.property(votes, fc.integer({ min: 1, max: 3 }), (ballots, places) => {
      const counted = countVotes(
        ['a', 'b', 'c', 'd'],
        ballots.map((choices) => ({ choices })),
      );
      const [last, next] = [counted[places - 1], counted[places]];
      const tied = tiedAt(counted, places);
      const isTie = last !== undefined && next !== undefined && last.votes === next.votes && last.votes > 0;
      expect(tied.length > 0).toBe(isTie);
      expect(new Set(tied.map((one) => one.votes)).size).toBeLessThanOrEqual(1);
    }),
  );
});

test('whatever people choose and take back, a round counts what each had at the end, once', async () => {
  const { meeting, propose, vote, read } = await roomOf(5, { votesEach: 2 });
  const { workshop } = store;
  const options = [await propose('Jeden'), await propose('Dwa'), await propose('Trzy')];
  const wishes = fc.sample(
    fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 2 }), fc.boolean()), { minLength: 20, maxLength: 40 }),
    { numRuns: 1, seed: 8 },
  )[0];
  await workshop.openVoting(meeting.id, 'voting');
  const held = new Map<number, Set<string>>();
  for (const [person, option, isChosen] of wishes ?? []) {
    const own = held.get(person) ?? new Set<string>();
    held.set(person, own);
    const name = options[option] ?? '';
    const isFull = isChosen && !own.has(name) && own.size >= 2;
    const sent = Promise.all([vote(person, name, isChosen), vote(person, name, isChosen)]);
    if (isFull) await expect(sent).rejects.toMatchObject(refused('workshop.votes-used-up'));
    else await sent;
    if (isFull) continue;
    if (isChosen) own.add(name);
    else own.delete(name);
  }
  await workshop.closeVoting(meeting.id, 'voting');
  const { result } = (await read()).voting;
  for (const option of options)
    expect(result?.find((counted) => counted.option === option)?.votes).toBe(
      [...held.values()].filter((own) => own.has(option)).length,
    );
});
