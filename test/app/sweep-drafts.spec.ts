import request from 'supertest';
import { sweepDrafts } from '../../src/app/sweep-drafts';
import { dayOf } from '../../src/platform/clock';
import { createDemonstration } from '../../src/app/demonstration';
import type { EvaluationId } from '../../src/platform/ids';
import { startTestApplication } from '../support/application';

test('a questionnaire left alone for two weeks counts as broken off, once, with its answers so far', async () => {
  let at = new Date('2026-11-02T10:00:00Z');
  const clock = { now: () => at };
  const application = await startTestApplication({ DEMO: '0' }, clock);
  const id = 'przerwana' as EvaluationId;
  const evaluation = await createDemonstration(
    { chapters: application.chapters, clock },
    { id, clients: 0, partners: 0 },
  );

  const page = `/a/${evaluation.id}-klienci-owes/s/1`;
  const shown = await request(application.address).get(page);
  const submission = /name="zgloszenie" value="([^"]+)"/.exec(shown.text)?.[1] ?? '';
  await request(application.address)
    .post(page)
    .type('form')
    .send({ zgloszenie: submission, K1: 'pes', K2: 'owes-polnoc' })
    .expect(303);

  const stored = () => application.chapters.responses.readResponses({ kind: 'all' }, id);
  await sweepDrafts(application.chapters);
  expect(await stored()).toEqual([]);

  at = new Date('2026-11-17T10:00:00Z');
  await sweepDrafts(application.chapters);
  await sweepDrafts(application.chapters);
  const responses = await stored();
  expect(responses).toHaveLength(1);
  expect(responses[0]).toMatchObject({
    status: 'partial',
    answers: { K1: 'pes', K2: 'owes-polnoc', Z3: { missing: 95 }, E4: { missing: 96 } },
  });
  expect(JSON.stringify(responses[0])).not.toContain(`${dayOf(at)}T`);
  await application.remove();
});
