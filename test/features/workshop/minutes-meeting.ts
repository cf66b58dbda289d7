import { createDemonstration, ORDINARY } from '../../../src/app/demonstration/create-demonstration';
import { writeWork } from '../../../src/app/demonstration/write-work';
import type { Actor } from '../../../src/features/accounts';
import type { Evaluation } from '../../../src/features/evaluations';
import type { Meeting, Participant, ProposalId, Workshop } from '../../../src/features/workshop';
import { groupOf } from '../../../src/features/workshop/domain';
import type { Clock } from '../../../src/platform/clock';
import { newId, type AccountId } from '../../../src/platform/ids';
import { loadTranslators } from '../../../src/platform/i18n';
import { startTestApplication, type TestApplication } from '../../support/application';

export const { pl } = loadTranslators('locales');
export const moderator: Actor = { id: 'anna' as AccountId, role: 'evaluator', name: 'Anna Wrona' };
export const ADDRESS = 'https://ewaluacja.example';

/** Time that a test moves on. */
export const movableClock = (start: string): Clock & { readonly moveTo: (moment: string) => void } => {
  let at = new Date(start);
  return {
    now: () => new Date(at),
    moveTo: (moment) => {
      at = new Date(moment);
    },
  };
};

export const HOSTILE_NAME = ['Danuta ', 'b', 'Sowa'].join('<');

export const MEMBERS = [
  { id: 'ewa', name: 'Ewa Nowicka', institution: 'ROPS', mayVote: true, email: 'ewa@rops.example' },
  { id: 'tomasz', name: 'Tomasz Kania', institution: 'ROPS', mayVote: true, email: 'tomasz@rops.example' },
  { id: 'marek', name: 'Marek Zych', institution: 'OWES Północ', mayVote: true, email: 'marek@owes.example' },
  { id: 'leszek', name: 'Leszek Rak', institution: 'OWES Południe', mayVote: true, email: null },
  { id: 'danuta', name: HOSTILE_NAME, institution: 'Gmina Łopuszno', mayVote: false, email: null },
  { id: 'jan', name: 'Jan Mróz', institution: 'PES', mayVote: true, email: 'jan@pes.example' },
] as const;

const PROPOSALS = [
  { by: 'ewa', dimension: 'coordination', text: 'Strona „Kto w czym pomaga” i wspólny numer' },
  { by: 'marek', dimension: 'quality', text: 'Wzór wniosku z przykładem i słowniczkiem' },
  { by: 'leszek', dimension: 'coordination', text: 'Jeden numer telefonu dla klientów' },
] as const;

export interface Setting {
  readonly application: TestApplication;
  readonly clock: ReturnType<typeof movableClock>;
  readonly workshop: Workshop;
  readonly evaluation: Evaluation;
}

export const startSetting = async (): Promise<Setting> => {
  const clock = movableClock('2026-12-10T09:00:00Z');
  const application = await startTestApplication({ DEMO: '0' }, clock);
  const { chapters } = application;
  const evaluation = await createDemonstration({ chapters, clock }, ORDINARY);
  await writeWork(chapters, evaluation, clock.now());
  return { application, clock, workshop: chapters.workshop, evaluation };
};

/** A meeting from the first conclusion to the last agreement: what it says is what the minutes must say. */
export const holdMeeting = async (
  { workshop, evaluation }: Setting,
  { ballot = 'secret' }: { readonly ballot?: Meeting['rules']['ballot'] } = {},
): Promise<Meeting> => {
  const conclusions = (await workshop.listConclusions(evaluation.id)).filter(({ state }) => state === 'ready');
  const { number } = await workshop.createMeeting(
    {
      evaluationId: evaluation.id,
      groupId: groupOf(evaluation),
      title: 'Grupa tematyczna',
      day: '2026-12-10',
      from: '10:00',
      to: '13:20',
      place: 'ROPS, sala 114, i zdalnie',
      agenda: '',
      materials: conclusions.slice(0, 3).map(({ id }) => id),
      rules: { votesEach: 2, spheresEach: 2, ballot, quorum: 0.5, guests: true },
      members: MEMBERS,
    },
    moderator,
  );
  const read = async (): Promise<Meeting> => (await workshop.readMeeting(evaluation.id, number)).meeting;
  await workshop.openMeeting(await read());
  await workshop.showMaterial(await read(), 0);
  await workshop.showMaterial(await read(), 2);
  const people = await joinAll(workshop, await read());
  const proposals = await proposeAll(workshop, await read(), people);
  await voteAll(workshop, await read(), people, proposals);
  await agreeOn(workshop, await read(), proposals[0]);
  await workshop.endMeeting(await read());
  return read();
};

/** Everybody but Jan, and a guest. */
const joinAll = async (workshop: Workshop, meeting: Meeting): Promise<ReadonlyMap<string, Participant>> => {
  const people = new Map<string, Participant>();
  for (const { id } of MEMBERS.filter((member) => member.id !== 'jan'))
    people.set(id, (await workshop.joinMeeting(meeting, { kind: 'member', member: id })).participant);
  await workshop.joinMeeting(meeting, { kind: 'guest', name: 'Ola Gość', institution: 'Uczelnia' });
  return people;
};

const proposeAll = async (
  workshop: Workshop,
  meeting: Meeting,
  people: ReadonlyMap<string, Participant>,
): Promise<readonly [ProposalId, ProposalId, ProposalId]> => {
  const ids = [newId<'proposal'>(), newId<'proposal'>(), newId<'proposal'>()] as const;
  for (const [at, { by, dimension, text }] of PROPOSALS.entries()) {
    const author = people.get(by);
    const id = ids[at] ?? newId<'proposal'>();
    if (author !== undefined)
      await workshop.propose(meeting, author, {
        id,
        conclusion: meeting.frozen[0]?.conclusion ?? null,
        dimension,
        text,
        showsInstitution: by !== 'leszek',
      });
  }
  await workshop.mergeProposal(meeting, ids[2], ids[0]);
  return ids;
};

/** Three of five who may: numbers below follow from here. */
const VOTES: readonly (readonly [string, readonly number[]])[] = [
  ['ewa', [0, 1]],
  ['marek', [0]],
  ['leszek', [0, 1]],
];

const voteAll = async (
  workshop: Workshop,
  meeting: Meeting,
  people: ReadonlyMap<string, Participant>,
  proposals: readonly ProposalId[],
): Promise<void> => {
  await workshop.openVoting(meeting.id, 'voting');
  for (const [who, chosen] of VOTES) {
    const participant = people.get(who);
    if (participant === undefined) throw new Error(`${who} is not there`);
    for (const at of chosen)
      await workshop.castVote(participant, {
        meeting: meeting.id,
        option: proposals[at] ?? '',
        isChosen: true,
      });
  }
  await workshop.closeVoting(meeting.id, 'voting');
  await workshop.openVoting(meeting.id, 'spheres');
  const [first, second] = meeting.sphereOptions;
  for (const who of ['ewa', 'marek', 'leszek']) {
    const participant = people.get(who);
    if (participant === undefined || first === undefined || second === undefined) throw new Error('No spheres');
    await workshop.chooseSpheres(participant, meeting.id, who === 'ewa' ? [first.code, second.code] : [first.code]);
  }
  await workshop.closeVoting(meeting.id, 'spheres');
};

const agreeOn = async (workshop: Workshop, meeting: Meeting, proposal: ProposalId): Promise<void> => {
  await workshop.outcomes.writeOutcome(meeting, {
    proposal,
    kind: 'accepted',
    reason: 'Najwięcej głosów i szybko wykonalna.',
    by: moderator.name,
    revision: 0,
  });
  await workshop.agreements.addAgreement(
    meeting,
    {
      text: 'Uruchomić stronę „Kto w czym pomaga”',
      addressees: [{ kind: 'institution', code: 'rops' }],
      person: 'Ewa Nowicka',
      due: '2027-02-28',
      dimension: 'coordination',
      origin: { kind: 'proposal', proposal },
    },
    moderator.name,
  );
};
