import type { EvaluationId, VersionId } from '../../../src/platform/ids';
import { startTestApplication, type TestApplication } from '../../support/application';

describe('Invitations', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startTestApplication({ DEMO: '0' });
  });
  afterAll(() => application.remove());

  const about = { evaluationId: 'e1' as EvaluationId, versionId: 'v1' as VersionId };

  test('a new one has a token of 24 characters that nobody can guess or mistype', async () => {
    const { token } = await application.chapters.fieldwork.createInvitation({ ...about, kind: 'open' });
    expect(token).toMatch(/^[2-9A-HJKMNP-TV-Z]{24}$/);
  });

  test('an open one stays open however often it is marked as used', async () => {
    const { fieldwork } = application.chapters;
    const { token } = await fieldwork.createInvitation({ ...about, kind: 'open' });
    await fieldwork.markUsed(token);
    expect(await fieldwork.readInvitation(token)).toMatchObject({ kind: 'open', token });
    expect(await fieldwork.readInvitation(token)).not.toHaveProperty('usedOn');
  });

  test('a personal one carries the day of its first use, and marking it again changes nothing', async () => {
    const { fieldwork } = application.chapters;
    const { token } = await fieldwork.createInvitation({ ...about, kind: 'personal' });
    expect(await fieldwork.readInvitation(token)).not.toHaveProperty('usedOn');
    await fieldwork.markUsed(token);
    await fieldwork.markUsed(token);
    expect(await fieldwork.readInvitation(token)).toMatchObject({
      usedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  test('one with a token of its own can be made again without harm', async () => {
    const { fieldwork } = application.chapters;
    const create = () => fieldwork.createInvitation({ ...about, kind: 'open', token: 'demonstracja-proba' });
    await create();
    await create();
    const tokens = (await fieldwork.readInvitations(about.evaluationId)).map(({ token }) => String(token));
    expect(tokens.filter((token) => token === 'demonstracja-proba')).toHaveLength(1);
  });

  test.each(['', 'x', '{"$gt":""}', 'ABCDEFGHJKMNPQRSTVWXYZ22', 'a'.repeat(500)])(
    'an unknown link %j is refused',
    async (token) => {
      await expect(application.chapters.fieldwork.readInvitation(token)).rejects.toMatchObject({
        code: 'fieldwork.unknown-link',
      });
    },
  );
});
