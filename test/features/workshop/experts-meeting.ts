import type { Chapters } from '../../../src/app/compose';
import type { Actor } from '../../../src/features/accounts';
import type { GroupId, Meeting, SheetWords } from '../../../src/features/workshop';
import { memberIn } from '../../../src/features/workshop/domain';
import type { AccountId, EvaluationId } from '../../../src/platform/ids';
import { seededRandom } from '../../../src/platform/random';

const moderator: Actor = { id: 'anna' as AccountId, role: 'evaluator', name: 'Anna Wrona' };

export interface ExpertsMeeting {
  readonly meeting: Meeting;
  /** As it is now. */
  readonly read: () => Promise<Meeting>;
  /** So many members fill in a sheet, as if on their phones. */
  readonly fill: (count: number) => Promise<void>;
}

/** A meeting of 25 people, two of them without a vote, at the stage of spheres. */
export const createExpertsMeeting = async (
  { workshop }: Pick<Chapters, 'workshop'>,
  evaluationId: EvaluationId,
  ballot: 'secret' | 'named' = 'secret',
): Promise<ExpertsMeeting> => {
  const members = Array.from({ length: 25 }, (_, at) => ({
    id: `m${at}`,
    name: `Osoba ${at}`,
    institution: at % 2 === 0 ? 'OWES Północ' : 'ROPS',
    mayVote: at < 23,
    email: null,
  }));
  const rules = { votesEach: 3, spheresEach: 3, ballot, quorum: 0.5, guests: true };
  const { number } = await workshop.createMeeting(
    {
      evaluationId,
      groupId: '26' as GroupId,
      title: 'Sfery rozwoju',
      day: '2026-12-10',
      from: '10:00',
      to: '13:00',
      place: 'Sala 114',
      agenda: '',
      materials: [],
      rules,
      members,
    },
    moderator,
  );
  const read = async (): Promise<Meeting> => (await workshop.readMeeting(evaluationId, number)).meeting;
  await workshop.openMeeting(await read());
  await workshop.moveStage(await read(), 'spheres');
  const meeting = await read();
  const codes = meeting.sphereOptions.map(({ code }) => code);
  return {
    meeting,
    read,
    fill: async (count) => {
      for (const at of Array.from({ length: count }, (_, one) => one))
        await workshop.sheets.saveSheet(
          meeting.id,
          { id: memberIn(meeting.id, `m${at}`), mayVote: true },
          { ...sheetOf(codes, at), revision: 0, isPaper: false },
        );
    },
  };
};

/** Mostly the first spheres of the list, in an order of one's own; the ranked ones are scored, most of them fully. */
const sheetOf = (codes: readonly string[], seed: number): SheetWords => {
  const random = seededRandom(seed + 1);
  const ranking = codes
    .map((code, at) => ({ code, at: at + 6 * random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, 3 + Math.floor(3 * random()))
    .map(({ code }) => code);
  const score = (): number => 1 + Math.floor(5 * random());
  return {
    ranking,
    scores: Object.fromEntries(
      ranking.map((code) => [
        code,
        { demand: score(), fit: score(), ...(random() < 0.7 ? { jobs: score(), readiness: score() } : {}) },
      ]),
    ),
  };
};
