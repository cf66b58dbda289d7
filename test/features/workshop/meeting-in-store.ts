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
  type MeetingRules,
  type Participant,
  type ProposalId,
  type Workshop,
} from '../../../src/features/workshop';
import { systemClock } from '../../../src/platform/clock';
import { newId, type AccountId } from '../../../src/platform/ids';
import { createMail } from '../../../src/platform/mail';
import { openStorage, type Storage } from '../../../src/platform/storage';
import { ownDatabase } from '../../support/database';

const moderator: Actor = { id: 'anna' as AccountId, role: 'evaluator', name: 'Anna Wrona' };
export const SPHERES = ['opieka', 'recykling', 'turystyka', 'zywnosc'];

export interface Room {
  readonly meeting: Meeting;
  readonly read: () => Promise<Meeting>;
  /** In the order of the list; the last one has no right to vote. */
  readonly people: readonly Participant[];
  readonly propose: (text: string, at?: number) => Promise<ProposalId>;
  readonly vote: (at: number, option: string, isChosen?: boolean) => Promise<unknown>;
}

/** The workshop on a real store, with meetings of any number of people. */
export const startWorkshop = () => {
  let folder: string;
  let storage: Storage;
  let workshop: Workshop;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'es-'));
    const mongodbUri = ownDatabase();
    storage = await openStorage({ dataDir: folder, ...(mongodbUri === undefined ? {} : { mongodbUri }) });
    const { connection } = storage;
    workshop = createWorkshop({
      connection,
      clock: systemClock,
      readEvaluation: () => Promise.reject(new Error('not asked')),
      mail: createMail({ connection, clock: systemClock }),
      analysis: { frozen: { readFrozen: () => Promise.resolve([]) } } as unknown as Analysis,
      reports: {} as Reports,
      readCarried: () => Promise.resolve([]),
      isReportedOn: () => Promise.resolve(false),
      findings: {
        conclusions: { listConclusions: () => Promise.resolve([]) },
        recommendations: { listRecommendations: () => Promise.resolve([]) },
      } as unknown as Findings,
      readSpheres: () => Promise.resolve(SPHERES.map((code) => ({ code, label: code, clients: null }))),
    });
    await workshop.ensureIndexes();
  });
  afterAll(async () => {
    workshop.stop();
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get workshop() {
      return workshop;
    },
    get storage() {
      return storage;
    },
    roomOf: (count: number, rules: Partial<MeetingRules> = {}) => roomOf(workshop, count, rules),
  };
};

const roomOf = async (workshop: Workshop, count: number, rules: Partial<MeetingRules>): Promise<Room> => {
  const evaluationId = newId<'evaluation'>();
  const members = Array.from({ length: count }, (_, at) => ({
    id: `m${at}`,
    name: `Osoba ${at}`,
    institution: at % 2 === 0 ? 'OWES Północ' : 'ROPS',
    mayVote: at < count - 1,
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
      rules: { votesEach: 2, spheresEach: 2, ballot: 'secret', quorum: 0.5, guests: true, ...rules },
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
  const person = (at: number): Participant => {
    const found = people[at];
    if (found === undefined) throw new Error(`Nobody ${at}`);
    return found;
  };
  return {
    meeting,
    read,
    people,
    propose: async (text, at = 0) => {
      const id = newId<'proposal'>();
      const wanted = { id, conclusion: null, dimension: 'coordination' as const, text, showsInstitution: true };
      await workshop.propose(meeting, person(at), wanted);
      return id;
    },
    vote: (at, option, isChosen = true) => workshop.castVote(person(at), { meeting: meeting.id, option, isChosen }),
  };
};
