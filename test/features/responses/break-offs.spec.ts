import { ANSWERS, begin, respondent, startFieldwork, type TestFieldwork } from './support/fieldwork';

describe('Break-offs', () => {
  let fieldwork: TestFieldwork;
  beforeEach(async () => {
    fieldwork = await startFieldwork();
  });
  afterEach(() => fieldwork.stop());

  const breakOff = async (link: string): Promise<string> => {
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    await person.post(`${link}/s/1`, { zgloszenie, ...ANSWERS[1] });
    await person.post(`${link}/s/2`, { zgloszenie, J1: '5', G1: 'nie' });
    return zgloszenie;
  };
  const record = () => fieldwork.application.chapters.responses.recordBreakOffs(fieldwork.evaluation.id, 7);

  test('a draft left for seven days becomes a partial response, unreached fields coded 95', async () => {
    const id = await breakOff(await fieldwork.openLink());
    fieldwork.clock.moveTo('2026-11-25T13:33:00Z');
    expect(await record()).toBe(1);
    const [response] = await fieldwork.responses();
    expect(response).toMatchObject({ id, status: 'partial', receivedOn: '2026-11-18' });
    expect(response?.answers).toMatchObject({
      K1: 'pes',
      J1: '5',
      J2: { missing: 99 },
      G2: { missing: 96 },
      S1: { missing: 95 },
      Z1: { missing: 95 },
    });
    expect(await fieldwork.census()).toMatchObject({ responses: 1, drafts: 0 });
  });

  test('recording again changes nothing, and a fresh draft is left alone', async () => {
    const link = await fieldwork.openLink();
    await breakOff(link);
    fieldwork.clock.moveTo('2026-11-25T13:33:00Z');
    await breakOff(link);
    await record();
    expect(await record()).toBe(0);
    expect(await fieldwork.census()).toMatchObject({ responses: 1, drafts: 1 });
  });

  test('a respondent who ends after all replaces our record of the break-off', async () => {
    const link = await fieldwork.openLink();
    const id = await breakOff(link);
    fieldwork.clock.moveTo('2026-11-26T13:33:00Z');
    await record();
    const person = respondent(fieldwork);
    for (const [page, fields] of Object.entries(ANSWERS))
      await person.post(`${link}/s/${page}`, { zgloszenie: id, ...fields });
    const responses = await fieldwork.responses();
    expect(responses).toMatchObject([{ id, status: 'complete', answers: { Z1: '9' } }]);
  });

  test('break-offs are not counted as filled in', async () => {
    await breakOff(await fieldwork.openLink());
    fieldwork.clock.moveTo('2026-11-26T13:33:00Z');
    await record();
    const { responses } = fieldwork.application.chapters;
    expect(await responses.countResponses({ kind: 'all' }, fieldwork.evaluation.id)).toBe(0);
    expect(
      await responses.readResponses({ kind: 'institution', code: 'owes-polnoc' }, fieldwork.evaluation.id),
    ).toHaveLength(1);
    expect(
      await responses.readResponses({ kind: 'institution', code: 'owes-poludnie' }, fieldwork.evaluation.id),
    ).toHaveLength(0);
  });
});
