import type { Evaluation } from '../../../src/features/evaluations';
import {
  anEvaluation,
  createPeople,
  movableClock,
  signedInAs,
  startStaffApplication,
  tokenIn,
  type StaffApplication,
} from '../accounts/staff-application';

const clock = movableClock();
let staff: StaffApplication;
let study: Evaluation;
type Agent = Awaited<ReturnType<typeof signedInAs>>;
let evaluator: Agent;

beforeAll(async () => {
  staff = await startStaffApplication(clock);
  await createPeople(staff.accounts);
  evaluator = await signedInAs(staff.app, 'ewaluator@demo.example');
  clock.setTo('2026-12-01');
  study = await staff.evaluations.createEvaluation({ ...anEvaluation, opensOn: '2026-10-19' });
});
afterAll(() => staff.remove());

const PAGE = () => `/badania/${study.id}/wyniki-ostateczne`;
const send = async (form: Readonly<Record<string, string>>) => {
  const page = await evaluator.get(PAGE());
  return evaluator
    .post(PAGE())
    .type('form')
    .send({ _csrf: tokenIn(page.text), ...form });
};

test('the overview leads to the page that closes the results', async () => {
  expect((await evaluator.get(`/badania/${study.id}`)).text).toContain(PAGE());
});

test.each([
  ['a day before fieldwork', { dzien: '2026-10-18', potwierdzam: '1' }],
  ['a day to come', { dzien: '2999-01-01', potwierdzam: '1' }],
  ['no day at all', { dzien: '2026-02-31', potwierdzam: '1' }],
  ['hostile text', { dzien: '"><img src=x>', potwierdzam: '1' }],
  ['no confirmation', { dzien: '2026-10-20' }],
])('%s is refused with a sentence, and what was typed is kept', async (_, form) => {
  const reply = await send(form);
  expect(reply.status).toBe(400);
  expect(reply.text).toContain('role="alert"');
  expect(reply.text).toContain('<title>Błąd: ');
  expect(reply.text).not.toContain('<img');
  expect((await staff.evaluations.readEvaluation(study.id)).resultState).toBe('preliminary');
});

test('a director may not close the results', async () => {
  const director = await signedInAs(staff.app, 'dyrektor@demo.example');
  expect((await director.get(PAGE())).status).toBe(403);
});

test('results are closed once, with day and author, and it is written down', async () => {
  const both = await Promise.allSettled([
    staff.evaluations.finishResults(study.id, { on: '2026-11-20', by: 'Anna Wrona' }),
    staff.evaluations.finishResults(study.id, { on: '2026-11-20', by: 'Anna Wrona' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await staff.evaluations.readEvaluation(study.id)).toMatchObject({
    resultState: 'final',
    finalOn: '2026-11-20',
  });
  expect(await staff.evaluations.readResultLog(study.id)).toMatchObject([{ on: '2026-11-20', by: 'Anna Wrona' }]);
  const page = await evaluator.get(PAGE()).expect(200);
  expect(page.text).toContain('Wyniki ostateczne od 20 listopada 2026. Zamknięcie: Anna Wrona');
  expect((await evaluator.get(`/badania/${study.id}`)).text).toContain('Wyniki ostateczne');
});

test('results that are final cannot be closed again, not even by an old form', async () => {
  const other = await staff.evaluations.createEvaluation(anEvaluation);
  const page = await evaluator.get(`/badania/${other.id}/wyniki-ostateczne`);
  await staff.evaluations.finishResults(other.id, { on: '2026-11-20', by: 'Jan Nowak' });
  const reply = await evaluator
    .post(`/badania/${other.id}/wyniki-ostateczne`)
    .type('form')
    .send({ _csrf: tokenIn(page.text), dzien: '2026-11-20', potwierdzam: '1' });
  expect(reply.status).toBe(409);
  expect(reply.text).toContain('Wyniki są już ostateczne');
});
