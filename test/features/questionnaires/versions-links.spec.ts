import { createQuestionnaires, type LinkKeeper } from '../../../src/features/questionnaires';
import type { QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import type { VersionId } from '../../../src/platform/ids';
import { ANSWERS, begin, plain, respondent, startFieldwork, type TestFieldwork } from '../responses/support/fieldwork';
import { FIVE_PAGES } from '../responses/support/questionnaire';

const CODE = FIVE_PAGES.code;

/** The links of a questionnaire, on the real application and store: who is led where when versions come and close. */
describe('Links follow the versions', () => {
  let fieldwork: TestFieldwork;
  beforeAll(async () => {
    fieldwork = await startFieldwork();
  }, 60_000);
  afterAll(() => fieldwork.stop());

  const chapters = () => fieldwork.application.chapters;
  const key = (code = CODE) => ({ evaluationId: fieldwork.evaluation.id, code });
  const latest = async (code = CODE) =>
    (await chapters().questionnaires.listVersions(fieldwork.evaluation.id)).find((version) => version.code === code)!;
  const versionOf = async (link: string): Promise<VersionId> =>
    (await chapters().fieldwork.readInvitation(link.replace('/a/', ''))).versionId;

  /** Another introduction: enough to be another version. */
  const change = (lead: string, code = CODE) =>
    chapters().questionnaires.drafts.changeDraft(key(code), 'Anna Wrona', ({ definition, state }) => ({
      definition: { ...definition, lead },
      state,
    }));
  const confirmation = async (code = CODE) => {
    const { definition, revision } = await chapters().questionnaires.drafts.readDraft(key(code));
    return { version: definition.version, revision, note: null };
  };
  const publish = async (lead: string) => {
    await change(lead);
    return chapters().questionnaires.versions.publishDraft(key(), 'Anna Wrona', await confirmation());
  };

  test('open links and unused personal ones lead to the new version, used ones stay', async () => {
    const [open, unused, used] = [
      await fieldwork.openLink(),
      await fieldwork.personalLink(),
      await fieldwork.personalLink(),
    ];
    const before = await versionOf(used);
    await chapters().fieldwork.markUsed((await chapters().fieldwork.readInvitation(used.replace('/a/', ''))).token);
    const other = await fieldwork.openLink(1);
    const version = await publish('Druga wersja.');
    expect([await versionOf(open), await versionOf(unused)]).toEqual([version.id, version.id]);
    expect(await versionOf(used)).toBe(before);
    expect(await versionOf(other)).not.toBe(version.id);
  });

  test('a questionnaire published for the first time gets one open link, however often that is repeated', async () => {
    const { questionnaires, fieldwork: links } = chapters();
    const definition: QuestionnaireDefinition = { ...FIVE_PAGES, code: 'puls', lead: 'Krótko.' };
    await questionnaires.drafts.createDraft(fieldwork.evaluation.id, 'Anna Wrona', definition);
    const confirmed = await confirmation('puls');
    const published = await questionnaires.versions.publishDraft(key('puls'), 'Anna Wrona', confirmed);
    const again = await questionnaires.versions.publishDraft(key('puls'), 'Piotr Zając', confirmed);
    expect([again.id, again.publishedBy]).toEqual([published.id, 'Anna Wrona']);
    const made = (await links.readInvitations(fieldwork.evaluation.id)).filter(
      ({ versionId }) => versionId === published.id,
    );
    expect(made).toMatchObject([{ kind: 'open', token: expect.stringMatching(/^[2-9A-Z]{24}$/) }]);
  });

  test('confirmed by ten people at the same moment, one version is published, by one of them', async () => {
    const { questionnaires } = chapters();
    for (let round = 0; round < 5; round += 1) {
      await change(`Naraz, ${round}.`);
      const confirmed = await confirmation();
      const people = Array.from({ length: 10 }, (_, at) => `Osoba ${at}`);
      const published = await Promise.all(
        people.map((by) => questionnaires.versions.publishDraft(key(), by, confirmed)),
      );
      expect(new Set(published.map(({ id, publishedBy }) => `${id} ${publishedBy ?? ''}`)).size).toBe(1);
      const events = await questionnaires.versions.readHistory(key());
      expect(events.filter(({ kind, version }) => kind === 'published' && version === confirmed.version)).toHaveLength(
        1,
      );
    }
  });

  test('who began with the earlier version finishes it after the new one is published', async () => {
    const link = await fieldwork.openLink();
    const began = await latest();
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    await person.post(`${link}/s/1`, { zgloszenie, wersja: began.id, ...ANSWERS[1] });
    await publish('Trzecia wersja.');
    let location = '';
    for (const page of [2, 3, 4, 5])
      location = (await person.post(`${link}/s/${page}`, { zgloszenie, ...ANSWERS[page] })).headers['location'] ?? '';
    expect(location).toContain('/dziekujemy');
    const [response] = (await fieldwork.responses()).filter(({ id }) => id === zgloszenie);
    expect(response?.versionId).toBe(began.id);
    expect((await latest()).id).not.toBe(began.id);
  });

  test('a crash between publishing and moving the links is mended by the next sweep', async () => {
    const link = await fieldwork.openLink();
    const { version, confirmed } = await publishAndCrash('Czwarta wersja.');
    expect((await latest()).version).toBe(version);
    expect(await versionOf(link)).not.toBe((await latest()).id);
    await chapters().questionnaires.versions.settleAll();
    expect(await versionOf(link)).toBe((await latest()).id);

    const draft = await chapters().questionnaires.drafts.readDraft(key());
    expect([draft.definition.version, draft.revision]).toEqual([version + 1, confirmed.revision]);
  });

  test('or by confirming once more', async () => {
    const link = await fieldwork.openLink();
    const { confirmed } = await publishAndCrash('Piąta wersja.');
    const { id } = await chapters().questionnaires.versions.publishDraft(key(), 'Anna Wrona', confirmed);
    expect([await versionOf(link), (await latest()).id]).toEqual([id, id]);
  });

  test('an older crash never leads links back from a newer version', async () => {
    const link = await fieldwork.openLink();
    await publishAndCrash('Szósta wersja.');
    const newest = await publish('Siódma wersja.');
    await chapters().questionnaires.versions.settleAll();
    expect(await versionOf(link)).toBe(newest.id);
  });

  test('a closed version takes nobody new, and who has begun may finish, also with the return code', async () => {
    const link = await fieldwork.openLink();
    const [before, elsewhere] = [respondent(fieldwork), respondent(fieldwork)];
    const zgloszenie = await begin(before, link);
    await before.post(`${link}/s/1`, { zgloszenie, ...ANSWERS[1] });
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec((await before.get(`${link}/pozniej`)).text)?.[0] ?? '';
    const { version } = await latest();
    await chapters().questionnaires.versions.closeVersion(key(), 'Anna Wrona', version);

    const newcomer = respondent(fieldwork);
    const intro = await newcomer.get(link);
    expect([intro.status, plain(intro.text).includes('Nowe osoby nie mogą już zacząć')]).toEqual([200, true]);
    expect(intro.text).not.toContain('Rozpocznij ankietę');
    expect((await newcomer.get(`${link}/s/1`)).status).toBe(410);
    expect((await newcomer.post(`${link}/s/1`, { ...ANSWERS[1] })).status).toBe(410);

    expect((await elsewhere.post(`${link}/kod`, { kod: code })).headers['location']).toContain('/s/2');
    let location = '';
    for (const page of [2, 3, 4, 5])
      location = (await elsewhere.post(`${link}/s/${page}`, { ...ANSWERS[page] })).headers['location'] ?? '';
    expect(location).toContain('/dziekujemy');
  });

  test('and takes respondents again when it is reopened, by the same link', async () => {
    const link = await fieldwork.openLink();
    const { versions } = chapters().questionnaires;
    const { version } = await latest();
    await versions.closeVersion(key(), 'Anna Wrona', version);
    expect((await respondent(fieldwork).get(`${link}/s/1`)).status).toBe(410);
    await versions.reopenVersion(key(), 'Anna Wrona', version);
    expect((await respondent(fieldwork).get(`${link}/s/1`)).status).toBe(200);
    expect((await latest()).closedAt).toBeNull();
  });

  test('publishing after a closing opens the links with the new version', async () => {
    const link = await fieldwork.openLink();
    const { version } = await latest();
    await chapters().questionnaires.versions.closeVersion(key(), 'Anna Wrona', version);
    const published = await publish('Po zamknięciu.');
    expect((await respondent(fieldwork).get(`${link}/s/1`)).status).toBe(200);
    expect(await versionOf(link)).toBe(published.id);
  });

  test.each([
    ['an earlier version', 1, 'versions.not-current'],
    ['a version that never was', 999, 'versions.no-such-version'],
  ])('%s can be neither closed nor opened', async (_title, version, code) => {
    const { versions } = chapters().questionnaires;
    await expect(versions.closeVersion(key(), 'Anna Wrona', version)).rejects.toMatchObject({ code });
    await expect(versions.reopenVersion(key(), 'Anna Wrona', version)).rejects.toMatchObject({ code });
  });

  /** What a kill after the durable write of the version leaves behind. */
  const publishAndCrash = async (lead: string) => {
    const killed = (): Promise<never> => Promise.reject(new Error('killed'));
    const links: LinkKeeper = { onPublished: killed, onClosed: killed };
    const { connection } = fieldwork.application.storage;
    const dying = createQuestionnaires({ connection, clock: fieldwork.clock, links });
    await change(lead);
    const confirmed = await confirmation();
    await expect(dying.versions.publishDraft(key(), 'Anna Wrona', confirmed)).rejects.toThrow('killed');
    return { version: confirmed.version, confirmed };
  };

  test('a version without links of its own, published by a program, moves nothing', async () => {
    const link = await fieldwork.openLink();
    const before = await versionOf(link);
    const { version } = await latest();
    const definition = { ...FIVE_PAGES, version: version + 1, lead: 'Wczytana.' };
    await chapters().questionnaires.publishVersion(fieldwork.evaluation.id, definition);
    await chapters().questionnaires.versions.settleAll();
    expect(await versionOf(link)).toBe(before);
  });
});
