import fc from 'fast-check';
import { discloseScores, isSameSheet, memberIn, SHEET_CRITERIA } from '../../../src/features/workshop/domain';
import type { Meeting, SheetWords } from '../../../src/features/workshop';
import type { EvaluationId } from '../../../src/platform/ids';
import { startTestApplication, type TestApplication } from '../../support/application';
import { createExpertsMeeting } from './experts-meeting';

const DEMONSTRATION = 'demonstracja' as EvaluationId;

describe('experts’ sheets', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startTestApplication();
  }, 60_000);
  afterAll(() => application.remove());

  const sheets = () => application.chapters.workshop.sheets;
  const meetingOf = (ballot?: 'secret' | 'named') => createExpertsMeeting(application.chapters, DEMONSTRATION, ballot);
  const ownerIn = ({ id }: Meeting, member: string, mayVote = true) => ({ id: memberIn(id, member), mayVote });
  const words = ({ sphereOptions }: Meeting, from = 0): SheetWords => ({
    ranking: sphereOptions.slice(from, from + 3).map(({ code }) => code),
    scores: { [sphereOptions[from]?.code ?? '']: { demand: 4, fit: 2 } },
  });
  const save = (meeting: Meeting, member: string, own: SheetWords, revision = 0, isPaper = false) =>
    sheets().saveSheet(meeting.id, ownerIn(meeting, member), { ...own, revision, isPaper });

  it('are saved once under any retry, and from two devices at once', async () => {
    const { meeting } = await meetingOf();
    const own = words(meeting);
    const saved = await Promise.all([1, 2, 3, 4].map(() => save(meeting, 'm0', own)));
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
    await save(meeting, 'm0', own);
    expect(await sheets().sheetsOf(meeting.id)).toEqual([expect.objectContaining({ ...own, revision: 1 })]);
  });

  it('are changed until the end; a change over another device’s is refused and tells the newer revision', async () => {
    const { meeting } = await meetingOf();
    await save(meeting, 'm0', words(meeting));
    await save(meeting, 'm0', words(meeting, 1), 1);
    await expect(save(meeting, 'm0', words(meeting, 2), 1)).rejects.toMatchObject({
      code: 'sheets.changed-meanwhile',
      details: { revision: 2 },
    });
    await save(meeting, 'm0', words(meeting, 2), 2);
    expect(await sheets().sheetsOf(meeting.id)).toMatchObject([{ ...words(meeting, 2), revision: 3 }]);
  });

  it('are for members with a vote, and only of spheres on the list', async () => {
    const { meeting } = await meetingOf();
    const wanted = { ...words(meeting), revision: 0, isPaper: false };
    await expect(sheets().saveSheet(meeting.id, ownerIn(meeting, 'm24', false), wanted)).rejects.toMatchObject({
      code: 'workshop.no-voting-right',
    });
    await expect(save(meeting, 'm0', { ranking: ['loty-w-kosmos'], scores: {} })).rejects.toMatchObject({
      code: 'sheets.sphere-gone',
    });
    await expect(save(meeting, 'm0', { ranking: [], scores: { $set: { demand: 1 } } })).rejects.toMatchObject({
      code: 'sheets.sphere-gone',
    });
  });

  it('wait for their stage, and one that comes after the choice was closed is refused; what was saved stays', async () => {
    const { workshop } = application.chapters;
    const { meeting, read } = await meetingOf();
    await workshop.moveStage(await read(), 'voting');
    await expect(save(meeting, 'm0', words(meeting))).rejects.toMatchObject({ code: 'sheets.not-yet' });
    await workshop.moveStage(await read(), 'spheres');
    await save(meeting, 'm0', words(meeting));
    await workshop.openVoting(meeting.id, 'spheres');
    await save(meeting, 'm1', words(meeting, 1));
    const late = Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => save(meeting, `m${at + 2}`, words(meeting, at % 5))),
    );
    await workshop.closeVoting(meeting.id, 'spheres');
    const accepted = (await late).filter(({ status }) => status === 'fulfilled').length;
    expect(await sheets().sheetsOf(meeting.id)).toHaveLength(2 + accepted);
    await expect(save(meeting, 'm0', words(meeting, 2), 1)).rejects.toMatchObject({ code: 'sheets.closed' });
    expect(await sheets().sheetsOf(meeting.id)).toHaveLength(2 + accepted);
  });

  it('of a secret ballot belong to nobody once the choice is closed; of a named one they stay known', async () => {
    const {
      workshop,
      workshop: { sheets: desk },
    } = application.chapters;
    for (const ballot of ['secret', 'named'] as const) {
      const { meeting, read } = await meetingOf(ballot);
      await save(meeting, 'm0', words(meeting));
      const owner = memberIn(meeting.id, 'm0');
      expect(await desk.sheetOf(await read(), owner)).toMatchObject(words(meeting));
      await workshop.openVoting(meeting.id, 'spheres');
      await workshop.closeVoting(meeting.id, 'spheres');
      const { connection } = application.storage;
      const book = await connection.collection<{ _id: string }>('expertSheetBooks').findOne({ _id: meeting.id });
      expect(book).toMatchObject({ key: ballot === 'secret' ? null : expect.any(String) });
      const stored = JSON.stringify(
        await connection.collection('expertSheets').find({ meetingId: meeting.id }).toArray(),
      );
      expect(stored).not.toContain(owner);
      expect(await desk.sheetOf(await read(), owner)).toEqual(
        ballot === 'secret' ? undefined : expect.objectContaining(words(meeting)),
      );
    }
  });

  it('become the experts of the evaluation when they are closed, and those of an earlier meeting give way', async () => {
    const { workshop, analysis } = application.chapters;
    const evaluation = DEMONSTRATION;
    const expertsNow = async () =>
      (await analysis.spheres.readSpheres(evaluation, null)).spheres?.groups.find(({ group }) => group === 'experts');
    const { meeting, fill } = await meetingOf();
    await fill(13);
    await workshop.openVoting(meeting.id, 'spheres');
    const before = await expertsNow();
    expect(before).not.toMatchObject({ n: 13 });
    await workshop.closeVoting(meeting.id, 'spheres');
    expect(await expertsNow()).toMatchObject({ origin: 'meeting', level: 'estimates', n: 13 });
    const next = await meetingOf();
    await next.fill(11);
    await workshop.openVoting(next.meeting.id, 'spheres');
    await workshop.closeVoting(next.meeting.id, 'spheres');
    expect(await expertsNow()).toMatchObject({ origin: 'meeting', n: 11 });
  });

  it('are on the wall only when numbers are, never below the smallest group, and counted anew only when one was changed', async () => {
    const { workshop } = application.chapters;
    const { read, fill, meeting } = await meetingOf();
    await fill(4);
    const expertsOn = async () => {
      const ranking = await sheets().rankingOf(await read());
      return { ranking, experts: ranking.read.spheres?.groups.find(({ group }) => group === 'experts') };
    };
    expect((await expertsOn()).ranking).toMatchObject({ filled: 4, eligible: 23, isHidden: true });
    await workshop.hideCounts(await read(), 'spheres', false);
    expect((await expertsOn()).experts).toMatchObject({ level: 'hidden' });
    expect((await expertsOn()).ranking.scores.spheres).toEqual([]);
    await fill(14);
    const first = await expertsOn();
    expect(first.experts).toMatchObject({ level: 'estimates', n: 14, origin: 'meeting' });
    expect((await expertsOn()).experts).toBe(first.experts);
    await save(meeting, 'm20', words(meeting));
    const after = await expertsOn();
    expect(after.experts).not.toBe(first.experts);
    expect(after.experts).toMatchObject({ n: 15 });
    expect(after.ranking.read.spheres?.agreement?.rankings).toBe(
      after.ranking.read.spheres?.groups.filter(({ level }) => level === 'estimates').length,
    );
  });
});

describe('scores of spheres', () => {
  const score = fc.integer({ min: 1, max: 5 });
  const sheet = fc.record({
    ranking: fc.constant<readonly string[]>([]),
    scores: fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.record({ demand: score, jobs: score, fit: score, readiness: score }, { requiredKeys: [] }),
    ),
  });
  const limits = { smallestGroup: 5, leastForMean: 10 };
  const times = (count: number, own: SheetWords) => Array.from({ length: count }, () => own);

  it('have means from ten people, only a number of people from five, and nothing below', () => {
    const all = [
      ...times(6, { ranking: [], scores: { a: { demand: 5, jobs: 2 }, b: { fit: 3 } } }),
      ...times(4, { ranking: [], scores: { a: { demand: 3 }, c: { fit: 1 } } }),
    ];
    const { spheres } = discloseScores(['a', 'b', 'c'], all, limits);
    expect(spheres.map(({ sphere }) => sphere)).toEqual(['a', 'b']);
    // by hand: (6 · 5 + 4 · 3) / 10
    expect(spheres[0]?.scores).toMatchObject({
      demand: { level: 'mean', n: 10, mean: 4.2 },
      jobs: { level: 'count', n: 6 },
      fit: { level: 'none' },
    });
  });

  it('never tell a number of people that is smaller than the group, and lie between one and five', () => {
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 30 }), (all) => {
        for (const { scores } of discloseScores(['a', 'b', 'c'], all, limits).spheres)
          for (const criterion of SHEET_CRITERIA) {
            const shown = scores[criterion];
            if ('n' in shown) expect(shown.n).toBeGreaterThanOrEqual(5);
            if (shown.level === 'mean') expect(shown.mean >= 1 && shown.mean <= 5 && shown.n >= 10).toBe(true);
          }
      }),
    );
  });

  it('a sheet is the same whatever order its scores were read in, and another when one score differs', () => {
    fc.assert(
      fc.property(sheet, (one) => {
        const turned = { ...one, scores: Object.fromEntries(Object.entries(one.scores).toReversed()) };
        expect(isSameSheet(one, turned)).toBe(true);
        expect(isSameSheet(one, { ...one, scores: { ...one.scores, d: { fit: 1 } } })).toBe(false);
      }),
    );
  });
});
