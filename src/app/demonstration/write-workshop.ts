import type { Actor } from '../../features/accounts';
import type { Evaluation } from '../../features/evaluations';
import { groupOf, type Meeting, type MeetingId, type Participant, type ProposalId } from '../../features/workshop';
import { addDays, dayOf } from '../../platform/clock';
import type { AccountId } from '../../platform/ids';
import { seededRandom, type Random } from '../../platform/random';
import type { Chapters } from '../compose';
import { drawWithoutReturn } from './chance';
import { SEED } from './plan';
import { idFrom } from './simulated-ids';
import { tied } from './tied';
import { AGENDA, DISCUSSION, MEMBERS, PROPOSALS } from './workshop-plan';
import { writeDecisions } from './write-decisions';

const LEADER: Actor = { id: 'demonstracja' as AccountId, role: 'evaluator', name: 'Anna Wrona' };
const DAYS_AGO = 7;
const DAYS_AHEAD = 21;
const FOUNDED_DAYS_AGO = 60;
const MOST_MATERIALS = 4;
const RULES = { votesEach: 3, spheresEach: 3, ballot: 'secret', quorum: 0.5, guests: true } as const;

/** The group of the demonstration, a meeting that took place and one that is planned; says that it is made up. */
export const writeWorkshop = async (chapters: Chapters, evaluation: Evaluation, now: Date): Promise<void> => {
  const { workshop } = chapters;
  if ((await workshop.listMeetings(evaluation.id)).length > 0) return;
  const [random, today] = [seededRandom(SEED), dayOf(now)];
  const materials = (await workshop.listConclusions(evaluation.id))
    .filter(({ state }) => state === 'ready')
    .slice(0, MOST_MATERIALS)
    .map(({ id }) => id);
  const members = await formGroup(chapters, evaluation, { random, since: addDays(today, -FOUNDED_DAYS_AGO) });
  const planned = { evaluationId: evaluation.id, groupId: groupOf(evaluation), rules: RULES, members, materials };
  const times = { from: '10:00', to: '13:00', place: tied('ROPS, sala 114, i zdalnie'), agenda: tied(AGENDA) };
  const title = 'Grupa tematyczna ds. współpracy ROPS i OWES (dane demonstracyjne)';
  const { number } = await workshop.createMeeting(
    { ...planned, ...times, title, day: workday(addDays(today, -DAYS_AGO), -1) },
    LEADER,
  );
  const read = async (): Promise<Meeting> => (await workshop.readMeeting(evaluation.id, number)).meeting;
  await hold(chapters, read, random);
  await writeDecisions(chapters, evaluation, await read(), { random, today, leader: LEADER });
  await workshop.createMeeting({ ...planned, ...times, title, day: workday(addDays(today, DAYS_AHEAD), 1) }, LEADER);
};

const SATURDAY = 6;

/** The day itself, or the nearest one in the direction that is neither Saturday nor Sunday. */
const workday = (day: string, direction: 1 | -1): string => {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === SATURDAY ? workday(addDays(day, direction), direction) : day;
};

const formGroup = async (
  { workshop }: Chapters,
  evaluation: Evaluation,
  { random, since }: { readonly random: Random; readonly since: string },
) => {
  const drafts = MEMBERS.map((planned) => ({ ...planned, id: idFrom(random), email: null, since, until: null }));
  await workshop.groups.addMembers(evaluation, drafts);
  return drafts.map(({ id, name, institution, mayVote, email }) => ({ id, name, institution, mayVote, email }));
};

/** From the opening to the count. */
const hold = async ({ workshop }: Chapters, read: () => Promise<Meeting>, random: Random): Promise<void> => {
  await workshop.openMeeting(await read());
  const meeting = await read();
  for (const at of meeting.materials.keys()) await workshop.showMaterial(await read(), at);
  const people = await Promise.all(
    meeting.members.map(
      async ({ id }) => (await workshop.joinMeeting(meeting, { kind: 'member', member: id })).participant,
    ),
  );
  const voters = people.filter(({ mayVote }) => mayVote);
  await proposeAll(workshop, meeting, people, random);
  await workshop.openVoting(meeting.id, 'voting');
  await workshop.openVoting(meeting.id, 'spheres');
  await workshop.moveStage(await read(), 'spheres');
  await voteAll(workshop, meeting.id, voters, random);
  await chooseAll(workshop, await read(), voters, random);
  await Promise.all([workshop.closeVoting(meeting.id, 'voting'), workshop.closeVoting(meeting.id, 'spheres')]);
  await workshop.moveStage(await read(), 'agreements');
  await workshop.endMeeting(await read());
  const words = { remarks: '', nextMeeting: '', writtenBy: 'Beata Sroka, ROPS' };
  const discussion = meeting.materials.slice(0, 1).map((conclusion) => ({ conclusion, text: tied(DISCUSSION) }));
  await workshop.minutes.writeWords(await read(), 0, { ...words, discussion });
};

type Workshop = Chapters['workshop'];

const proposeAll = async (
  workshop: Workshop,
  meeting: Meeting,
  people: readonly Participant[],
  random: Random,
): Promise<void> => {
  for (const { text, dimension, author, material } of PROPOSALS) {
    const [who] = people.slice(author);
    if (who === undefined) continue;
    const conclusion = material === null ? null : (meeting.materials[material] ?? null);
    await workshop.propose(meeting, who, {
      id: idFrom(random) as ProposalId,
      conclusion,
      dimension,
      text: tied(text),
      showsInstitution: true,
    });
  }
};

const voteAll = async (
  workshop: Workshop,
  meeting: MeetingId,
  voters: readonly Participant[],
  random: Random,
): Promise<void> => {
  const proposals = await workshop.listProposals(meeting);
  const weights = Object.fromEntries(proposals.map(({ id, number }) => [id, PROPOSALS[number - 1]?.weight ?? 1]));
  const chosen = voters.map((voter) => ({ voter, options: drawWithoutReturn(random, weights, RULES.votesEach) }));
  await Promise.all(
    chosen.map(async ({ voter, options }) => {
      for (const option of options) await workshop.castVote(voter, { meeting, option, isChosen: true });
    }),
  );
};

/** Experts know what clients said, and do not quite agree with them. */
const chooseAll = async (
  workshop: Workshop,
  { id, sphereOptions }: Meeting,
  voters: readonly Participant[],
  random: Random,
): Promise<void> => {
  const weights = Object.fromEntries(
    sphereOptions.map(({ code, clients }, at) => [code, ((clients?.share ?? 0.1) + 0.05) ** 2 / (1 + (at % 3))]),
  );
  const sheets = voters.map((voter) => {
    const ranking = drawWithoutReturn(random, weights, MOST_RANKED);
    const scores = Object.fromEntries(
      ranking.map((code) => [code, { demand: grade(random), jobs: grade(random), fit: grade(random) }]),
    );
    return { voter, ranking, scores };
  });
  await Promise.all(
    sheets.map(async ({ voter, ranking, scores }) => {
      await workshop.sheets.saveSheet(id, voter, { ranking, scores, revision: 0, isPaper: false });
      await workshop.chooseSpheres(voter, id, ranking.slice(0, RULES.spheresEach));
    }),
  );
};

const MOST_RANKED = 5;
const grade = (random: Random): number => 2 + Math.floor(random() * 4);
