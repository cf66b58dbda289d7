import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Actor } from '../../src/features/accounts';
import { groupOf } from '../../src/features/workshop/domain';
import type { AccountId, EvaluationId } from '../../src/platform/ids';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../support/application';
import { describeInBrowser, faultsInEveryLook, openBrowser, signIn, visit } from '../support/browser';

const STUDY = 'demonstracja' as EvaluationId;
const moderator: Actor = { id: 'anna' as AccountId, role: 'evaluator', name: 'Anna Wrona' };
const MEMBERS = [
  { id: 'ewa', name: 'Ewa Nowicka', institution: 'ROPS', mayVote: true, email: 'ewa@rops.example' },
  { id: 'marek', name: 'Marek Zych', institution: 'OWES Północ', mayVote: true, email: 'marek@owes.example' },
  { id: 'leszek', name: 'Leszek Rak', institution: 'OWES Południe', mayVote: true, email: null },
] as const;

describeInBrowser('Minutes in a browser', () => {
  let application: TestApplication;
  let browser: Browser;
  let home: string;

  beforeAll(async () => {
    application = await startTestApplication();
    browser = await openBrowser();
    home = `${application.address}${await holdMeeting()}/protokol`;
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await application.remove();
  });

  /** A short meeting that has ended. */
  const holdMeeting = async (): Promise<string> => {
    const { workshop, evaluations } = application.chapters;
    const evaluation = await evaluations.readEvaluation(STUDY);
    const conclusions = (await workshop.listConclusions(STUDY)).filter(({ state }) => state === 'ready');
    const { number } = await workshop.createMeeting(
      {
        evaluationId: STUDY,
        groupId: groupOf(evaluation),
        title: 'Grupa tematyczna',
        day: '2026-12-10',
        from: '10:00',
        to: '13:20',
        place: 'Sala 114',
        agenda: '',
        materials: conclusions.slice(0, 1).map(({ id }) => id),
        rules: { votesEach: 2, spheresEach: 2, ballot: 'secret', quorum: null, guests: false },
        members: MEMBERS,
      },
      moderator,
    );
    const read = async () => (await workshop.readMeeting(STUDY, number)).meeting;
    await workshop.openMeeting(await read());
    await workshop.showMaterial(await read(), 0);
    const { participant } = await workshop.joinMeeting(await read(), { kind: 'member', member: 'ewa' });
    await workshop.propose(await read(), participant, {
      id: 'a3f7cf0e-4c1c-4f53-9f2e-3a3f5a1d7a01' as never,
      conclusion: null,
      dimension: 'quality',
      text: 'Wzór wniosku',
      showsInstitution: true,
    });
    await workshop.endMeeting(await read());
    return `/badania/${STUDY}/warsztat/${number}`;
  };

  const as = async (who: string, options: BrowserContextOptions = {}): Promise<Page> =>
    signIn(await visit(browser, options), application.address, `${who}@demo.example`, DEMO_PASSWORD);

  /** The last personal address in somebody's letters. */
  const linkOf = async (address: string): Promise<string> => {
    const { mail, workshop } = application.chapters;
    const number = Number(/(\d+)\/protokol$/.exec(home)?.[1]);
    const { meeting } = await workshop.readMeeting(STUDY, number);
    const letters = await workshop.minutes.lettersOf(await workshop.minutes.readMinutes(meeting));
    const last = letters.findLast(({ to, fault }) => to === address && fault === null);
    const text = last === undefined ? '' : ((await mail.read(last.key))?.text ?? '');
    return `${application.address}/p/protokol/${/\/p\/protokol\/(\w+)/.exec(text)?.[1] ?? 'brak'}`;
  };

  const phone = async (address: string): Promise<Page> => {
    const options = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false };
    const page = await (await visit(browser, options)).newPage();
    await page.goto(await linkOf(address));
    return page;
  };

  test('what is written is kept: too long a text, and somebody else who saved first', async () => {
    const [one, other] = [await as('ewaluator'), await as('ewaluator', { javaScriptEnabled: false })];
    await one.goto(`${home}/zmien`);
    await other.goto(`${home}/zmien`);
    await one.getByLabel('Następne spotkanie').fill('x'.repeat(301));
    await one.getByRole('button', { name: 'Zapisz' }).click();
    await one.getByRole('alert').getByText('może mieć najwyżej 300').waitFor();
    expect(await one.getByLabel('Następne spotkanie').inputValue()).toHaveLength(301);
    await one.getByLabel('Następne spotkanie').fill('18 marca 2027');
    await one.getByRole('button', { name: 'Zapisz' }).click();
    await one.getByText('Następne spotkanie. 18 marca 2027').waitFor();
    await other.getByLabel('Głosy w dyskusji: W').first().fill('<script>alert(1)</script> Gminy nie wiedzą.');
    await other.getByRole('button', { name: 'Zapisz' }).click();
    await other.getByText('Zapisane teraz: 18 marca 2027').waitFor();
    await other.getByLabel('Następne spotkanie').fill('18 marca 2027');
    await other.getByRole('button', { name: 'Zapisz moją wersję' }).click();
    await other.getByText('<script>alert(1)</script> Gminy nie wiedzą.').waitFor();
    await other.getByText('Następne spotkanie. 18 marca 2027').waitFor();
    await one.context().close();
    await other.context().close();
  }, 60_000);

  test('pages of a draft are accessible and fit every window, light and dark', async () => {
    const page = await as('ewaluator');
    const faults: string[] = [];
    for (const place of ['', '/zmien', '/wyslij']) {
      await page.goto(`${home}${place}`);
      faults.push(...(await faultsInEveryLook(page)));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('from sending to approval: phones without scripts, a remark that is taken, a second version, the director, the end', async () => {
    const lead = await as('ewaluator');
    const director = await as('dyrektor');
    await director.goto(home);
    await director.getByRole('heading', { name: 'Protokołu jeszcze nie wysłano' }).waitFor();
    await lead.goto(`${home}/wyslij`);
    await lead.getByLabel('Do kiedy').fill('2020-01-01');
    await lead.getByRole('button', { name: 'Wyślij' }).click();
    await lead.getByText('Ten dzień już minął').waitFor();
    await lead.getByLabel('Do kiedy').fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
    await lead.getByRole('button', { name: 'Wyślij' }).click();
    await lead.getByText('Zatwierdziło 0 z 3 osób. Nie zgłoszono uwag.').waitFor();

    const marek = await phone('marek@owes.example');
    await marek.getByRole('heading', { name: 'Protokół ze spotkania 10 grudnia 2026' }).waitFor();
    await marek.getByRole('button', { name: 'Zgłaszam uwagę' }).click();
    await marek.getByText('Proszę wpisać uwagę').waitFor();
    await marek.getByLabel('Uwaga', { exact: true }).fill('Byłem na spotkaniu zdalnie.');
    await marek.getByRole('button', { name: 'Zatwierdzam' }).click();
    await marek.getByText('Jest wpisana uwaga.').waitFor();
    expect(await marek.getByLabel('Uwaga', { exact: true }).inputValue()).toBe('Byłem na spotkaniu zdalnie.');
    await marek.getByRole('button', { name: 'Zgłaszam uwagę' }).focus();
    await marek.keyboard.press('Enter');
    await marek.getByText('Zgłosili Państwo uwagę').waitFor();

    await lead.goto(`${home}/glosy`);
    const faults = [...(await faultsInEveryLook(lead))];
    await lead.getByLabel('Uwzględniona w następnej wersji').check();
    await lead.getByRole('button', { name: /^Zapisz odpowiedź/ }).click();
    await lead.getByText('Proszę napisać jedno zdanie').waitFor();
    await lead.getByLabel('Odpowiedź w jednym zdaniu').fill('Dopisano obecność zdalną.');
    await lead.getByRole('button', { name: /^Zapisz odpowiedź/ }).click();
    await lead.getByText('Są uwagi uwzględnione').waitFor();
    await lead.goto(`${home}/wyslij`);
    expect(await lead.getByLabel('Co się zmieniło').inputValue()).toBe('Dopisano obecność zdalną.');
    const old = await phone('ewa@rops.example');
    await lead.getByRole('button', { name: 'Wyślij' }).click();
    await lead.getByText('wersja 2, do zatwierdzenia').waitFor();
    await old.getByLabel('Uwaga', { exact: true }).fill('Z pierwszej wersji.');
    await old.getByRole('button', { name: 'Zgłaszam uwagę' }).click();
    await old.getByText('Od otwarcia strony wysłano wersję 2').waitFor();
    expect(await old.getByLabel('Uwaga', { exact: true }).inputValue()).toBe('Z pierwszej wersji.');
    await old.getByText('Zmiany wobec wersji 1: Dopisano obecność zdalną.').waitFor();
    await old.context().close();

    for (const address of ['ewa@rops.example', 'marek@owes.example']) {
      const page = await phone(address);
      await page.getByRole('button', { name: 'Zatwierdzam' }).click();
      await page.getByText('Zatwierdzili Państwo ten protokół').waitFor();
      await page.context().close();
    }
    await lead.goto(`${home}/glosy`);
    await lead.getByLabel('Osoba', { exact: true }).selectOption({ label: 'Leszek Rak, OWES Południe' });
    await lead.getByRole('button', { name: 'Zapisz głos' }).click();
    await lead.getByText('zapisane przez: Anna Wrona').waitFor();
    await director.goto(home);
    faults.push(...(await faultsInEveryLook(director)));
    await director.getByRole('button', { name: 'Zatwierdzam' }).click();
    await director.getByText('Zatwierdzili Państwo ten protokół').waitFor();

    const coordinator = await as('koordynator-polnoc');
    await coordinator.goto(home);
    await coordinator.getByRole('heading', { name: 'Protokół nie jest jeszcze zatwierdzony' }).waitFor();
    await lead.goto(`${home}/glosy`);
    await lead.getByRole('button', { name: 'Zatwierdzony: zamknij' }).click();
    await lead.getByText('Zatwierdziły 3 osoby: Ewa Nowicka, Marek Zych, Leszek Rak.').waitFor();
    await coordinator.reload();
    await coordinator.getByText('Zatwierdziły 3 osoby').waitFor();
    await marek.reload();
    await marek.getByText('Ten protokół jest zatwierdzony').waitFor();
    expect(await marek.getByRole('button', { name: 'Zatwierdzam' }).count()).toBe(0);
    expect(faults).toEqual([]);
    for (const page of [lead, director, coordinator, marek]) await page.context().close();
  }, 240_000);

  test('the personal page is accessible in every look; wrong links get a clear sentence', async () => {
    const page = await (await visit(browser)).newPage();
    await page.goto(await linkOf('marek@owes.example'));
    expect(await faultsInEveryLook(page)).toEqual([]);
    const answer = await page.goto(`${application.address}/p/protokol/AAAABBBBCCCCDDDDEEEEFFFF`);
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { name: 'Ten link nie działa' }).waitFor();
    await page.context().close();
  }, 60_000);
});
