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

const LAPSED = 'Wylogowaliśmy Państwa po 30 minutach przerwy';
const letSessionsLapse = () =>
  staff.connection.collection('sessions').updateMany({}, { $set: { expires: new Date(Date.now() - 1_000) } });

describe('without a session', () => {
  test('a page of staff leads to the sign-in page and back', async () => {
    const agent = visitor(staff.app);
    const refused = await agent.get('/badania?x=1');
    expect([refused.status, refused.headers['location']]).toEqual([303, '/logowanie?dalej=%2Fbadania%3Fx%3D1']);
    const page = await agent.get('/logowanie?dalej=%2Fbadania%3Fx%3D1');
    expect(page.text).not.toContain(LAPSED);
    const reply = await trySignIn(agent, 'ewaluator@demo.example', PASSWORD, { dalej: '/badania?x=1' });
    expect(reply.headers['location']).toBe('/badania?x=1');
  });

  test('a program is told 401 in JSON', async () => {
    const reply = await visitor(staff.app).get('/badania').set('Accept', 'application/json');
    expect([reply.status, (reply.body as { code: string }).code]).toEqual([401, 'accounts.signed-out']);
  });

  test('reading pages makes no session', async () => {
    const reply = await visitor(staff.app).get('/logowanie');
    expect(String(reply.headers['set-cookie'])).not.toContain('sesja=');
  });

  test.each([
    '//evil.example/x',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    'evil.example',
    '/\n//evil.example',
  ])('the return address %j leads home, never to another site', async (dalej) => {
    const reply = await trySignIn(visitor(staff.app), 'ewaluator@demo.example', PASSWORD, { dalej });
    expect(reply.headers['location']).toBe('/badania');
    const page = await visitor(staff.app).get(`/logowanie?dalej=${encodeURIComponent(dalej)}`);
    expect(page.text).not.toContain('name="dalej"');
  });
});

describe('a session that ended', () => {
  test('after 30 idle minutes the person is told so, once, and comes back to the same page', async () => {
    const agent = await signedInAs(staff.app, 'ewaluator@demo.example');
    await letSessionsLapse();
    const refused = await agent.get('/badania');
    expect(refused.headers['location']).toBe('/logowanie?dalej=%2Fbadania');
    const page = await agent.get('/logowanie?dalej=%2Fbadania');
    expect(page.text).toContain(LAPSED);
    expect((await agent.get('/logowanie')).text).not.toContain(LAPSED);
  });

  test('a form sent after the end leads to the sign-in page and back to the page of the form', async () => {
    const agent = await signedInAs(staff.app, 'ewaluator@demo.example');
    const token = tokenIn((await agent.get('/badania')).text);
    await letSessionsLapse();
    const site = `http://127.0.0.1`;
    const reply = await agent
      .post('/zmiana')
      .set('Host', '127.0.0.1')
      .set('Referer', `${site}/badania`)
      .type('form')
      .send({ _csrf: token });
    expect([reply.status, reply.headers['location']]).toEqual([303, '/logowanie?dalej=%2Fbadania']);
  });

  test('signing out ends it everywhere and takes the cookie', async () => {
    const agent = await signedInAs(staff.app, 'ewaluator@demo.example');
    const token = tokenIn((await agent.get('/badania')).text);
    const reply = await agent.post('/wylogowanie').type('form').send({ _csrf: token });
    expect([reply.status, reply.headers['location']]).toEqual([303, '/logowanie']);
    expect(String(reply.headers['set-cookie'])).toMatch(/sesja=;[^,]*Expires=Thu, 01 Jan 1970/);
    expect((await agent.get('/badania')).status).toBe(303);
    expect((await agent.get('/logowanie')).text).not.toContain(LAPSED);
  });

  test('reading pages does not write to the store each time', async () => {
    const agent = await signedInAs(staff.app, 'ewaluator@demo.example');
    const read = () => staff.connection.collection('sessions').find().sort({ _id: 1 }).toArray();
    const before = await read();
    await agent.get('/badania');
    await agent.get('/badania');
    expect(await read()).toEqual(before);
  });

  test('a cookie that nobody issued is no session', async () => {
    const reply = await visitor(staff.app)
      .get('/badania')
      .set('Cookie', 'sesja=s%3Aabc.def; formularz=j%3A%7B%22a%22%3A1%7D');
    expect(reply.status).toBe(303);
    const page = await visitor(staff.app).get('/logowanie').set('Cookie', 'formularz=j%3A%7B%22a%22%3A1%7D');
    expect(page.status).toBe(200);
  });
});

test('behind an https proxy every cookie is for https alone', async () => {
  const secured = await startStaffApplication(clock, true);
  await createPeople(secured.accounts);
  const page = await visitor(secured.app).get('/logowanie').set('X-Forwarded-Proto', 'https');
  const token = String(page.headers['set-cookie']).split(';')[0] ?? '';
  const reply = await visitor(secured.app)
    .post('/logowanie')
    .set({ 'X-Forwarded-Proto': 'https', Cookie: token })
    .type('form')
    .send({ _csrf: tokenIn(page.text), email: 'ewaluator@demo.example', haslo: PASSWORD });
  await secured.remove();
  expect(String(page.headers['set-cookie'])).toMatch(/^formularz=[^,]*; HttpOnly; Secure; SameSite=Lax$/);
  const cookies = [reply.headers['set-cookie'] ?? []].flat();
  expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual(['formularz', 'sesja']);
  for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
});

describe('form tokens', () => {
  test('a staff form without one changes nothing and says what to do', async () => {
    const agent = await signedInAs(staff.app, 'ewaluator@demo.example');
    const reply = await agent.post('/zmiana').type('form').send({});
    expect(reply.status).toBe(403);
    expect(reply.text).toContain('Formularz stracił ważność');
    expect(reply.text).toContain('odświeżyć ją i\u00a0wysłać formularz jeszcze raz');
  });

  test('the token of another person, or of the time before signing in, is not accepted', async () => {
    const agent = visitor(staff.app);
    const before = tokenIn((await agent.get('/logowanie')).text);
    await trySignIn(agent, 'ewaluator@demo.example');
    const other = tokenIn((await (await signedInAs(staff.app, 'administrator@demo.example')).get('/badania')).text);
    for (const _csrf of [before, other])
      expect((await agent.post('/zmiana').type('form').send({ _csrf })).status).toBe(403);
    const own = tokenIn((await agent.get('/badania')).text);
    expect((await agent.post('/zmiana').type('form').send({ _csrf: own })).text).toBe('changed');
  });

  test('forms of pages that were opened side by side after signing in are all accepted', async () => {
    const agent = await signedInAs(staff.app, 'ewaluator@demo.example');
    const pages = await Promise.all(['/badania', '/badania', '/badania'].map((path) => agent.get(path)));
    for (const { text } of pages)
      expect(
        (
          await agent
            .post('/zmiana')
            .type('form')
            .send({ _csrf: tokenIn(text) })
        ).text,
      ).toBe('changed');
  });

  test('a sign-in form without one comes back with the typed address', async () => {
    const reply = await visitor(staff.app)
      .post('/logowanie')
      .type('form')
      .send({ email: 'ewaluator@demo.example', haslo: PASSWORD });
    expect(reply.status).toBe(403);
    expect(reply.text).toContain('value="ewaluator@demo.example"');
    expect(reply.text).toContain('Proszę wpisać hasło jeszcze raz');
  });

  test('nobody is signed out by a link or by another site', async () => {
    const agent = await signedInAs(staff.app, 'ewaluator@demo.example');
    expect((await agent.get('/wylogowanie')).status).toBe(404);
    expect((await agent.post('/wylogowanie').set('Sec-Fetch-Site', 'cross-site')).status).toBe(403);
    expect((await agent.get('/badania')).status).toBe(200);
  });
});

describe('language and theme', () => {
  test('are kept in cookies and lead back to the page', async () => {
    const agent = visitor(staff.app);
    const reply = await agent
      .post('/ustawienia/wyglad')
      .set('Host', 'localhost')
      .set('Referer', 'http://localhost/pomoc')
      .type('form')
      .send({ jezyk: 'en', motyw: 'dark' });
    expect([reply.status, reply.headers['location']]).toEqual([303, '/pomoc']);
    expect((await agent.get('/pomoc')).text).toContain('<html lang="en" data-theme="dark">');
    await agent.post('/ustawienia/wyglad').type('form').send({ motyw: 'system' });
    expect((await agent.get('/pomoc')).text).toContain('<html lang="en">');
  });

  test('know no other values and no way to another site', async () => {
    expect((await visitor(staff.app).post('/ustawienia/wyglad').type('form').send({ jezyk: 'xx' })).status).toBe(400);
    const reply = await visitor(staff.app)
      .post('/ustawienia/wyglad')
      .set('Referer', 'https://evil.example/x')
      .type('form')
      .send({ motyw: 'dark' });
    expect(reply.headers['location']).toBe('/');
  });
});

test.each(['/deklaracja-dostepnosci', '/dane-osobowe', '/pomoc'])('%s is there in both languages', async (path) => {
  const polish = await visitor(staff.app).get(path);
  const english = await visitor(staff.app).get(path).set('Cookie', 'jezyk=en');
  expect([polish.status, english.status]).toEqual([200, 200]);
  expect(polish.text).toContain('<html lang="pl">');
  expect(english.text).toContain('<html lang="en">');
});

test('the accessibility statement carries the ids that the Polish monitoring looks for', async () => {
  const { text } = await visitor(staff.app).get('/deklaracja-dostepnosci');
  const ids =
    'wstep podmiot url data-publikacja data-aktualizacja status data-sporzadzenie data-przeglad kontakt osoba email telefon procedura architektura aplikacje';
  for (const id of ids.split(' ')) expect(text.split(`id="a11y-${id}"`)).toHaveLength(2);
  expect(text).toContain('To jest wzór do uzupełnienia');
});
