import {
  createPeople,
  movableClock,
  PASSWORD,
  signedInAs,
  startStaffApplication,
  tokenIn,
  trySignIn,
  visitor,
  type StaffApplication,
} from './staff-application';

const clock = movableClock();
let staff: StaffApplication;

beforeAll(async () => {
  staff = await startStaffApplication(clock);
  await createPeople(staff.accounts);
});
afterAll(() => staff.remove());

/** Each test of wrong passwords begins a new window. */
beforeEach(() => {
  clock.move(16);
});

const sentenceOf = (html: string): string => /class="err-list"><li><a[^>]*>([^<]*)</.exec(html)?.[1] ?? '';
const sessionCookieOf = (headers: Record<string, unknown>): string | undefined =>
  (headers['set-cookie'] as string[] | undefined)?.find((cookie) => cookie.startsWith('sesja='));

describe('signing in', () => {
  test.each([
    ['ewaluator@demo.example', '/badania'],
    ['administrator@demo.example', '/badania'],
    ['dyrektor@demo.example', '/podsumowanie'],
    ['koordynator@demo.example', '/nasze-wyniki'],
  ])('%s lands on %s', async (email, home) => {
    const agent = visitor(staff.app);
    const reply = await trySignIn(agent, email);
    expect([reply.status, reply.headers['location']]).toEqual([303, home]);
    expect((await agent.get(home)).status).toBe(200);
    expect((await agent.get('/')).headers['location']).toBe(home);
    expect((await agent.get('/logowanie')).headers['location']).toBe(home);
  });

  test.each([
    ['dyrektor@demo.example', '/badania'],
    ['dyrektor@demo.example', '/nasze-wyniki'],
    ['koordynator@demo.example', '/podsumowanie'],
    ['koordynator@demo.example', '/badania/cokolwiek'],
    ['ewaluator@demo.example', '/nasze-wyniki'],
  ])('%s does not see %s', async (email, page) => {
    const reply = await (await signedInAs(staff.app, email)).get(page);
    expect(reply.status).toBe(403);
    expect(reply.text).toContain('Nie mają Państwo dostępu do tej strony');
  });

  test('capitals and spaces in the address do not matter', async () => {
    const reply = await trySignIn(visitor(staff.app), '  Ewaluator@DEMO.example ');
    expect(reply.status).toBe(303);
  });

  test('the session cookie is out of reach of scripts and other sites, and new at each sign-in', async () => {
    const agent = visitor(staff.app);
    const first = sessionCookieOf((await trySignIn(agent, 'ewaluator@demo.example')).headers);
    expect(first).toMatch(/^sesja=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
    const form = await agent.get('/badania');
    await agent
      .post('/wylogowanie')
      .type('form')
      .send({ _csrf: tokenIn(form.text) });
    const second = sessionCookieOf((await trySignIn(agent, 'ewaluator@demo.example')).headers);
    expect(second).not.toBe(first);
  });

  test('a session planted in the browser is not the one used after signing in, and ends', async () => {
    const agent = visitor(staff.app);
    const planted =
      sessionCookieOf((await trySignIn(agent, 'administrator@demo.example')).headers)?.split(';')[0] ?? '';
    const token = tokenIn((await agent.get('/badania')).text);
    const form = { _csrf: token, email: 'dyrektor@demo.example', haslo: PASSWORD };
    const reply = await agent.post('/logowanie').type('form').send(form);
    expect(reply.headers['location']).toBe('/podsumowanie');
    expect(sessionCookieOf(reply.headers)).not.toContain(planted);
    expect((await visitor(staff.app).get('/badania').set('Cookie', planted)).status).toBe(303);
  });

  test('the store keeps neither passwords nor session ids in clear', async () => {
    const reply = await trySignIn(visitor(staff.app), 'ewaluator@demo.example');
    const id =
      decodeURIComponent(sessionCookieOf(reply.headers) ?? '')
        .slice('sesja=s:'.length)
        .split('.')[0] ?? '';
    const sessions = JSON.stringify(await staff.connection.collection('sessions').find().toArray());
    const accounts = JSON.stringify(await staff.connection.collection('accounts').find().toArray());
    expect(id).toHaveLength(32);
    expect(sessions).not.toContain(id);
    expect(accounts).not.toContain(PASSWORD);
    expect(accounts).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });
});

describe('a wrong password', () => {
  test('counts down with Polish verbs and nouns, then waits, even for the right one', async () => {
    const agent = visitor(staff.app);
    const sentences: string[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1)
      sentences.push(sentenceOf((await trySignIn(agent, 'dyrektor@demo.example', 'wrong')).text));
    const until = new Date(clock.now().getTime() + 15 * 60_000);
    const time = new Intl.DateTimeFormat('pl-PL', {
      timeZone: 'Europe/Warsaw',
      hour: '2-digit',
      minute: '2-digit',
    }).format(until);
    expect(sentences).toEqual([
      'Adres lub hasło się nie zgadza. Pozostały 4 próby.',
      'Adres lub hasło się nie zgadza. Pozostały 3 próby.',
      'Adres lub hasło się nie zgadza. Pozostały 2 próby.',
      'Adres lub hasło się nie zgadza. Została 1 próba.',
      `Adres lub hasło się nie zgadza i\u00a0nie ma już prób. Proszę spróbować ponownie o\u00a0${time}.`,
    ]);
    expect((await trySignIn(agent, 'dyrektor@demo.example')).status).toBe(429);
    clock.move(16);
    expect((await trySignIn(agent, 'dyrektor@demo.example')).status).toBe(303);
  });

  test('keeps the typed address, drops the password and says "Błąd" in the title', async () => {
    const reply = await trySignIn(visitor(staff.app), 'ewaluator@demo.example', 'wrong-secret');
    expect(reply.status).toBe(401);
    expect(reply.text).toContain('<title>Błąd: Logowanie');
    expect(reply.text).toContain('value="ewaluator@demo.example"');
    expect(reply.text).not.toContain('wrong-secret');
  });

  test('many at once are still five', async () => {
    const agent = visitor(staff.app);
    const form = await agent.get('/logowanie');
    const tries = Array.from({ length: 12 }, () =>
      agent
        .post('/logowanie')
        .type('form')
        .send({ _csrf: tokenIn(form.text), email: 'koordynator@demo.example', haslo: 'wrong' }),
    );
    const replies = await Promise.all(tries);
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(4);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(8);
  });

  test('an address without an account answers in the same words, status and number of tries', async () => {
    const known = visitor(staff.app);
    const unknown = visitor(staff.app);
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      const a = await trySignIn(known, 'administrator@demo.example', 'wrong');
      const b = await trySignIn(unknown, 'nobody-here@demo.example', 'wrong');
      expect([b.status, sentenceOf(b.text)]).toEqual([a.status, sentenceOf(a.text)]);
    }
  });

  test('a sign-in in between starts the counting anew', async () => {
    const agent = visitor(staff.app);
    for (let attempt = 1; attempt <= 4; attempt += 1) await trySignIn(agent, 'ewaluator@demo.example', 'wrong');
    expect((await trySignIn(agent, 'ewaluator@demo.example')).status).toBe(303);
    expect(sentenceOf((await trySignIn(visitor(staff.app), 'ewaluator@demo.example', 'wrong')).text)).toContain(
      'Pozostały 4 próby',
    );
  });

  test('the audit log says what happened and never the address of a stranger', async () => {
    await trySignIn(visitor(staff.app), 'stranger@elsewhere.example', 'wrong');
    await trySignIn(visitor(staff.app), 'ewaluator@demo.example', 'wrong');
    const events = await staff.connection.collection('auditEvents').find().sort({ at: 1 }).toArray();
    expect(new Set(events.map(({ kind }) => kind as string))).toEqual(
      new Set(['account-created', 'signed-in', 'signed-out', 'sign-in-refused', 'sign-in-locked']),
    );
    expect(JSON.stringify(events)).not.toContain('@');
    expect(JSON.stringify(events)).not.toContain('wrong');
  });
});

describe('a form that cannot be read', () => {
  test.each([
    [{ email: '', haslo: '' }, ['Proszę wpisać adres e-mail', 'Proszę wpisać hasło']],
    [{ email: 'anna.wrona', haslo: 'x' }, ['W\u00a0adresie brakuje znaku @, na przykład jan.kowalski@poczta.pl']],
  ])('%j is answered field by field', async (typed, sentences) => {
    const reply = await trySignIn(visitor(staff.app), typed.email, typed.haslo);
    expect(reply.status).toBe(400);
    for (const sentence of sentences) expect(reply.text).toContain(sentence);
  });

  test.each([
    ['an operator', { 'email[$gt]': '', haslo: 'x' }],
    ['an operator in the password', { email: 'ewaluator@demo.example', 'haslo[$ne]': 'x' }],
    ['an unknown field', { email: 'ewaluator@demo.example', haslo: 'x', role: 'administrator' }],
    ['a field sent twice', { email: ['a@b.pl', 'c@d.pl'], haslo: 'x' }],
    ['an endless password', { email: 'ewaluator@demo.example', haslo: 'x'.repeat(201) }],
  ])('%s is refused and signs nobody in', async (_what, fields) => {
    const agent = visitor(staff.app);
    const page = await agent.get('/logowanie');
    const reply = await agent
      .post('/logowanie')
      .type('form')
      .send({ _csrf: tokenIn(page.text), ...fields });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('Nie rozumiemy tego adresu lub formularza');
    expect(sessionCookieOf(reply.headers)).toBeUndefined();
  });
});
