import type { Evaluation } from '../../../src/features/evaluations';
import {
  anEvaluation,
  createPeople,
  movableClock,
  signedInAs,
  startStaffApplication,
  type StaffApplication,
} from '../accounts/staff-application';

const clock = movableClock();
let staff: StaffApplication;
type Agent = Awaited<ReturnType<typeof signedInAs>>;
let evaluator: Agent;

beforeAll(async () => {
  staff = await startStaffApplication(clock);
  await createPeople(staff.accounts);
  evaluator = await signedInAs(staff.app, 'ewaluator@demo.example');
});
afterAll(() => staff.remove());

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');

test('before the first study the list says so, and no demonstration mark is shown', async () => {
  const { text } = await evaluator.get('/badania');
  expect(text).toContain('Nie ma jeszcze żadnego badania');
  expect(text).not.toContain('Dane demonstracyjne');
});

describe('with a study', () => {
  let study: Evaluation;
  beforeAll(async () => {
    study = await staff.evaluations.createEvaluation(anEvaluation);
  });

  test('it is read back as it was written', async () => {
    expect(await staff.evaluations.readEvaluation(study.id)).toEqual(study);
    expect(await staff.evaluations.listEvaluations()).toEqual([study]);
  });

  test('the list shows its stage, number of responses and days, and marks demonstration data', async () => {
    clock.setTo('2026-11-18');
    const page = textOf((await evaluator.get('/badania')).text);
    for (const words of [
      '1 badanie w toku',
      'dzień 31 z 43',
      'Wypełnione ankiety 210',
      'Koniec realizacji 30.11 za 12 dni',
      'Dane demonstracyjne.',
    ])
      expect(page).toContain(words);
    expect(page).toContain('Realizacja kończy się za 12 dni System wsparcia ES 2026: 210 wypełnionych ankiet');
  });

  test.each([
    ['2026-10-18', 'Przed realizacją', 'start za 1 dzień'],
    ['2026-11-30', 'Realizacja', 'Realizacja kończy się dziś'],
    ['2026-12-01', 'Realizacja zakończona', '1 dzień temu'],
  ])('on %s it is "%s": %s', async (day, state, when) => {
    clock.setTo(day);
    const page = textOf((await evaluator.get('/badania')).text);
    expect(page).toContain(state);
    expect(page).toContain(when);
    clock.setTo('2026-11-18');
  });

  test('the overview has links for respondents, institutions, dates and the way to results', async () => {
    const { text } = await evaluator.get(`/badania/${study.id}`);
    expect(text).toContain(`href="https://ewaluacja.example/a/${study.id}-klienci"`);
    expect(text).toContain(`href="/badania/${study.id}/wyniki"`);
    expect(text).toContain(`href="/badania/${study.id}/raporty/streszczenie.pdf"`);
    const page = textOf(text);
    for (const words of [
      'OWES Północ',
      '2 powiaty',
      'całe województwo',
      '19 października 2026',
      'Próg 5 osób',
      'Wyniki wstępne',
    ])
      expect(page).toContain(words);
    expect(text).toMatch(/aria-current="page">.*Przegląd/);
  });

  test('a person who chose English reads it in English', async () => {
    const reader = await signedInAs(staff.app, 'administrator@demo.example');
    await reader.post('/ustawienia/wyglad').type('form').send({ jezyk: 'en' });
    const page = textOf((await reader.get(`/badania/${study.id}`)).text);
    for (const words of ['Overview', 'day 31 of 43', '2 powiats', '19 October 2026', 'Preliminary results'])
      expect(page).toContain(words);
  });

  test.each(['/badania/nie-ma', '/badania/%00', '/badania/[object%20Object]', `/badania/${'x'.repeat(2_000)}`])(
    '%s is no study',
    async (path) => {
      const reply = await evaluator.get(path);
      expect(reply.status).toBe(404);
      expect(reply.text).toContain('Nie ma takiego badania');
    },
  );
});
