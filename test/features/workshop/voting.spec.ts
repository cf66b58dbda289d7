import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../../src/features/accounts';
import type { Analysis } from '../../../src/features/analysis';
import type { Findings } from '../../../src/features/findings';
import type { Reports } from '../../../src/features/reports';
import {
  createWorkshop,
  type GroupId,
  type Meeting,
  type Participant,
  type ProposalId,
  type Workshop,
} from '../../../src/features/workshop';
import { systemClock } from '../../../src/platform/clock';
import { newId, type AccountId } from '../../../src/platform/ids';
import { createMail } from '../../../src/platform/mail';
import { openStorage, type Storage } from '../../../src/platform/storage';
import { ownDatabase } from '../../support/database';

const PEOPLE = 60;
const moderator: Actor = { id: 'anna' as AccountId, role: 'evaluator', name: 'Anna Wrona' };
const spheres = ['opieka', 'recykling', 'turystyka', 'zywnosc'];

let folder: string;
let storage: Storage;
let workshop: Workshop;

const open = (): Workshop =>
  createWorkshop({
    connection: storage.connection,
    clock: systemClock,
    readEvaluation: () => Promise.reject(new Error('not asked')),
    mail: createMail({ connection: storage.connection, clock: systemClock }),
    analysis: {} as Analysis,
    reports: {} as Reports,
    readCarried: () => Promise.resolve([]),
    isReportedOn: () => Promise.resolve(false),
    findings: {
      conclusions: { listConclusions: () => Promise.resolve([]) },
      recommendations: { listRecommendations: () => Promise.resolve([]) },
    } as unknown as Findings,
    readSpheres: () => Promise.resolve(spheres.map((code) => ({ code, label: code, clients: null }))),
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'es-'));
  const mongodbUri = ownDatabase();
  storage = await openStorage({ dataDir: folder, ...(mongodbUri === undefined ? {} : { mongodbUri }) });
  workshop = open();
  await workshop.ensureIndexes();
});
afterAll(async () => {
  workshop.stop();
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A meeting in the stage of voting, everyone in the room, four proposals. */
const meetingOf = async (ballot: 'secret' | 'named' = 'secret', isVoting = true) => {
  const evaluationId = newId<'evaluation'>();
  const members = Array.from({ length: PEOPLE }, (_, at) => ({
    id: `m${at}`,
    name: `Osoba ${at}`,
    institution: at % 2 === 0 ? 'OWES Północ' : 'ROPS',
    mayVote: at < PEOPLE - 5,
    email: null,
  }));
  const { number } = await workshop.createMeeting(
    {
      evaluationId,
      groupId: 'g26' as GroupId,
      title: 'Grupa tematyczna',
      day: '2026-12-10',
      from: '10:00',
      to: '13:00',
      place: 'Sala 114',
      agenda: '',
      materials: [],
      rules: { votesEach: 3, spheresEach: 2, ballot, quorum: 0.5, guests: true },
      members,
    },
    moderator,
  );
  const read = async (): Promise<Meeting> => (await workshop.readMeeting(evaluationId, number)).meeting;
  await workshop.openMeeting(await read());
  const meeting = await read();
  const people: Participant[] = [];
  for (const { id } of members)
    people.push((await workshop.joinMeeting(meeting, { kind: 'member', member: id })).participant);
  const [first] = people;
  if (first === undefined) throw new Error('Nobody joined');
  const proposals = Array.from({ length: 4 }, () => newId<'proposal'>());
  for (const id of proposals)
    await workshop.propose(meeting, first, {
      id,
      conclusion: null,
      dimension: 'coordination',
      text: `Propozycja ${id.slice(0, 4)}`,
      showsInstitution: true,
    });
  if (isVoting) await workshop.openVoting(meeting.id, 'voting');
  return { meeting, read, people, proposals };
};

const votesFor = (meeting: Meeting, option: string): number | undefined =>
  meeting.voting.result?.find((counted) => counted.option === option)?.votes;

test('everyone votes at once, and again, and every vote is counted once', async () => {
  const { meeting, read, people, proposals } = await meetingOf();
  const voters = people.filter(({ mayVote }) => mayVote);
  const vote = (person: Participant, option: ProposalId) =>
    workshop.castVote(person, { meeting: meeting.id, option, isChosen: true });
  await Promise.all(
    voters.flatMap((person, at) =>
      proposals
        .slice(0, 3)
        .flatMap((option) => (at % 2 === 0 ? [vote(person, option), vote(person, option)] : [vote(person, option)])),
    ),
  );
  await workshop.closeVoting(meeting.id, 'voting');
  const closed = await read();
  expect(closed.voting.turnout).toEqual({ voters: voters.length, eligible: voters.length, votes: voters.length * 3 });
  for (const option of proposals.slice(0, 3)) expect(votesFor(closed, option)).toBe(voters.length);
  expect(votesFor(closed, proposals[3] ?? '')).toBe(0);
});

test('a fourth vote of three is refused, also when all four are sent at once, and one taken back makes room', async () => {
  const { meeting, people, proposals } = await meetingOf();
  const [person] = people;
  if (person === undefined) throw new Error('Nobody joined');
  const sent = await Promise.allSettled(
    proposals.map((option) => workshop.castVote(person, { meeting: meeting.id, option, isChosen: true })),
  );
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  const refused = sent.find(({ status }) => status === 'rejected');
  expect(refused).toMatchObject({ reason: { code: 'workshop.votes-used-up' } });
  const kept = proposals.filter((_, at) => sent[at]?.status === 'fulfilled');
  const left = proposals.find((_, at) => sent[at]?.status === 'rejected');
  await workshop.castVote(person, { meeting: meeting.id, option: kept[0] ?? '', isChosen: false });
  const ballot = await workshop.castVote(person, { meeting: meeting.id, option: left ?? '', isChosen: true });
  expect(ballot.choices).toHaveLength(3);
  expect(ballot.choices).toContain(left);
});

test('a member who joins with a second device has no second vote', async () => {
  const { meeting, read, people, proposals } = await meetingOf();
  const [person] = people;
  const [option = ''] = proposals;
  const again = await workshop.joinMeeting(meeting, { kind: 'member', member: 'm0' });
  expect(again.participant.id).toBe(person?.id);
  for (const one of [person, again.participant])
    if (one !== undefined) await workshop.castVote(one, { meeting: meeting.id, option, isChosen: true });
  await workshop.closeVoting(meeting.id, 'voting');
  expect(votesFor(await read(), option)).toBe(1);
});

test('a guest and a member without the right to vote are told so', async () => {
  const { meeting, people, proposals } = await meetingOf();
  const { participant } = await workshop.joinMeeting(meeting, { kind: 'guest', name: 'Gość', institution: 'Gmina' });
  for (const person of [participant, people.at(-1)])
    if (person !== undefined)
      await expect(
        workshop.castVote(person, { meeting: meeting.id, option: proposals[0] ?? '', isChosen: true }),
      ).rejects.toMatchObject({ code: 'workshop.no-voting-right' });
});

test('whoever was answered is counted, when the voting closes among the votes', async () => {
  const { meeting, read, people, proposals } = await meetingOf();
  const [option = ''] = proposals;
  const voters = people.filter(({ mayVote }) => mayVote);
  const sent = voters.map((person) => workshop.castVote(person, { meeting: meeting.id, option, isChosen: true }));
  const closing = workshop.closeVoting(meeting.id, 'voting');
  const answers = await Promise.allSettled(sent);
  await closing;
  const accepted = answers.filter(({ status }) => status === 'fulfilled').length;
  expect(votesFor(await read(), option)).toBe(accepted);
  await expect(
    workshop.castVote(voters[0] as Participant, { meeting: meeting.id, option, isChosen: true }),
  ).rejects.toMatchObject({ code: 'workshop.too-late' });
});

test('a closing that was interrupted is ended by the next who looks, and nothing is lost', async () => {
  const { meeting, read, people, proposals } = await meetingOf();
  const [option = ''] = proposals;
  await workshop.castVote(people[0] as Participant, { meeting: meeting.id, option, isChosen: true });
  // As a process leaves it that is killed between the two steps of closing.
  await storage.connection
    .collection('meetings')
    .updateOne({ _id: meeting.id }, { $set: { 'voting.state': 'closing', 'voting.closedAt': new Date(0) } });
  const later = open();
  const { voting } = (await later.readMeeting(meeting.evaluationId, meeting.number)).meeting;
  later.stop();
  expect(voting.state).toBe('closed');
  expect(votesFor(await read(), option)).toBe(1);
});

test('after a secret voting nothing in the store tells who voted for what', async () => {
  const { meeting, people, proposals } = await meetingOf('secret');
  const [option = ''] = proposals;
  await workshop.castVote(people[0] as Participant, { meeting: meeting.id, option, isChosen: true });
  await workshop.closeVoting(meeting.id, 'voting');
  const stored = await storage.connection.collection('meetings').findOne({ _id: meeting.id });
  expect(stored?.['ballotKeys']).toMatchObject({ voting: null });
  const ballots = JSON.stringify(await storage.connection.collection('ballots').find({}).toArray());
  expect(ballots).not.toContain(people[0]?.id ?? 'nobody');
});

test('spheres are chosen all at once, at most so many, and changed until the end', async () => {
  const { meeting, read, people } = await meetingOf();
  const [person] = people as [Participant];
  await workshop.openVoting(meeting.id, 'spheres');
  await workshop.chooseSpheres(person, meeting.id, ['opieka', 'recykling']);
  await workshop.chooseSpheres(person, meeting.id, ['turystyka', 'opieka', 'opieka']);
  await expect(workshop.chooseSpheres(person, meeting.id, spheres)).rejects.toMatchObject({
    code: 'workshop.votes-used-up',
  });
  await expect(workshop.chooseSpheres(person, meeting.id, ['loty'])).rejects.toMatchObject({
    code: 'workshop.option-gone',
  });
  await workshop.closeVoting(meeting.id, 'spheres');
  expect((await read()).spheres.result).toEqual([
    { option: 'opieka', votes: 1 },
    { option: 'turystyka', votes: 1 },
    { option: 'recykling', votes: 0 },
    { option: 'zywnosc', votes: 0 },
  ]);
});

test('a proposal that is sent twice is one, and an amended one keeps its first words', async () => {
  const { meeting, people } = await meetingOf('secret', false);
  const [author] = people as [Participant];
  const id = newId<'proposal'>();
  const wanted = { id, conclusion: null, dimension: 'quality' as const, text: 'Wzór wniosku', showsInstitution: false };
  await Promise.all([workshop.propose(meeting, author, wanted), workshop.propose(meeting, author, wanted)]);
  await workshop.amendProposal(meeting, { id, from: 'Wzór wniosku', text: 'Wzór z przykładem', by: 'Anna Wrona' });
  await expect(
    workshop.amendProposal(meeting, { id, from: 'Wzór wniosku', text: 'Inny', by: 'Jan Mróz' }),
  ).rejects.toMatchObject({ code: 'workshop.changed-meanwhile' });
  const { proposals } = await workshop.readBoard(await workshop.readMeeting(meeting.evaluationId, meeting.number));
  const found = proposals.filter((proposal) => proposal.id === id);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ text: 'Wzór z przykładem', institution: null });
  expect(found[0]?.earlier.map(({ text }) => text)).toEqual(['Wzór wniosku']);
});

test('numbers stay hidden while people vote, the turnout is seen', async () => {
  const { meeting, people, proposals } = await meetingOf();
  await workshop.castVote(people[0] as Participant, {
    meeting: meeting.id,
    option: proposals[0] ?? '',
    isChosen: true,
  });
  const board = await workshop.readBoard(await workshop.readMeeting(meeting.evaluationId, meeting.number));
  expect(board.votes).toBeNull();
  expect(board.turnout).toMatchObject({ voters: 1, votes: 1 });
});

test('the wall hears of votes, phones only of what they show', async () => {
  const { meeting, people, proposals } = await meetingOf();
  let [wall, phone] = [0, 0];
  const stops = [
    workshop.listen(meeting.id, 'wall', () => (wall += 1)),
    workshop.listen(meeting.id, 'phone', () => (phone += 1)),
  ];
  await workshop.castVote(people[0] as Participant, {
    meeting: meeting.id,
    option: proposals[0] ?? '',
    isChosen: true,
  });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect([wall > 0, phone]).toEqual([true, 0]);
  await workshop.closeVoting(meeting.id, 'voting');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(phone).toBeGreaterThan(0);
  for (const stop of stops) stop();
});
