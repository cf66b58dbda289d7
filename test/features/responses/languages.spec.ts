import { EVERY_KIND } from './support/every-kind';
import {
  begin,
  headingIn,
  newResponse,
  plain,
  respondent,
  startFieldwork,
  submissionIn,
  type TestFieldwork,
} from './support/fieldwork';

describe('A questionnaire in the languages it offers', () => {
  let fieldwork: TestFieldwork;
  let link: string;
  beforeAll(async () => {
    fieldwork = await startFieldwork();
    link = await fieldwork.linkTo(EVERY_KIND);
  });
  afterAll(() => fieldwork.stop());

  test('the intro leads to the other languages, each named in its own, and only those', async () => {
    const polish = (await respondent(fieldwork).get(link)).text;
    expect(polish).toContain(
      `<nav aria-label="Wersje językowe" class="row"><a href="${link}?lang=uk" lang="uk" hreflang="uk">Українська</a><a href="${link}?lang=pl-etr">Łatwy tekst</a></nav>`,
    );
    const ukrainian = (await respondent(fieldwork).get(`${link}?lang=uk`)).text;
    expect(ukrainian).toContain('<html lang="uk">');
    expect(ukrainian).toContain(`<a href="${link}?lang=pl" lang="pl" hreflang="pl">Polski</a>`);
    expect(headingIn(ukrainian)).toBe('Анкета з усім');
    expect(ukrainian).toContain('Почати опитування');
  });

  test('a questionnaire in Polish alone has no such links and takes no other language', async () => {
    const only = await fieldwork.openLink();
    const { text } = await respondent(fieldwork).get(`${only}?lang=uk`);
    expect(text).toContain('<html lang="pl">');
    expect(text).not.toContain('Wersje językowe');
  });

  test('the language stays over pages, mistakes and the end, and is stored with the response', async () => {
    const before = await fieldwork.responses();
    const person = respondent(fieldwork);
    await person.get(`${link}?lang=uk`);
    const first = await person.get(`${link}/s/1`);
    const zgloszenie = submissionIn(first.text);
    expect(first.text).toContain('Чи погоджуєтеся ви взяти участь у дослідженні?');
    const mistake = plain((await person.post(`${link}/s/1`, { zgloszenie })).text);
    expect(mistake).toContain('Запитання 1: будь ласка, позначте, чи Ви погоджуєтеся');
    expect(mistake).toContain('<title>Помилка: Згода (сторінка 1 з');
    await person.post(`${link}/s/1`, { zgloszenie, Z0: 'tak' });
    expect((await person.get(`${link}/s/2`)).text).toContain('<html lang="uk">');
    await person.post(`${link}/s/2`, { zgloszenie, K2: 'polnoc' });
    await person.post(`${link}/s/3`, { zgloszenie, U1: 'zadna' });
    await person.post(`${link}/s/4`, { zgloszenie, koniec: 'END1' });
    expect(headingIn((await person.get(`${link}/dziekujemy`)).text)).toBe('Дякуємо. Ваші відповіді збережено.');
    expect(await newResponse(fieldwork, before)).toMatchObject({ language: 'uk', answers: { K2: 'polnoc' } });
  });

  test('texts that have no translation are Polish, and say so to a screen reader', async () => {
    const { text } = await respondent(fieldwork).get(`${link}/s/1?lang=uk`);
    expect(text).toMatch(/data-item="W1" lang="pl">/);
    expect(text).not.toMatch(/data-item="Z0" lang/);
  });

  test('a return code brings the language back on another device', async () => {
    const person = respondent(fieldwork);
    await person.get(`${link}?lang=uk`);
    const zgloszenie = await begin(person, link);
    await person.post(`${link}/s/1`, { zgloszenie, Z0: 'tak' });
    const code = /class="key-no">([^<]+)</.exec((await person.get(`${link}/pozniej`)).text)?.[1] ?? '';
    const elsewhere = respondent(fieldwork);
    const reply = await elsewhere.post(`${link}/kod`, { kod: code });
    expect((await elsewhere.get(reply.headers['location'] ?? '')).text).toContain('<html lang="uk">');
  });

  test('without cookies the language travels in addresses and forms', async () => {
    const person = respondent(fieldwork, { cookies: false });
    const intro = (await person.get(`${link}?lang=uk`)).text;
    expect(intro).toContain(`href="${link}/s/1?lang=uk"`);
    const page = (await person.get(`${link}/s/1?lang=uk`)).text;
    expect(page).toContain('name="jezyk" value="uk"');
    const zgloszenie = submissionIn(page);
    const reply = await person.post(`${link}/s/1`, { zgloszenie, jezyk: 'uk', Z0: 'tak' });
    expect((await person.get(reply.headers['location'] ?? '')).text).toContain('<html lang="uk">');
  });

  test('easy Polish is Polish with easier words, of the questionnaire and of the page', async () => {
    const person = respondent(fieldwork);
    const intro = (await person.get(`${link}?lang=pl-etr`)).text;
    expect(intro).toContain('<html lang="pl">');
    expect(intro).toContain('Zacznij odpowiadać');
    const page = (await person.get(`${link}/s/1`)).text;
    expect(page).toContain('Czy chcą Państwo odpowiadać?');
    expect(page).not.toMatch(/data-item="Z0" lang/);
  });

  test('refusals speak the language, too', async () => {
    const unknown = await respondent(fieldwork).get('/a/nie-ma-takiego-linku?lang=uk');
    expect(unknown.status).toBe(404);
    expect(headingIn(unknown.text)).toBe('Ми не знаємо такого посилання на анкету');
  });
});
