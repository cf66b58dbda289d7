import supertest from 'supertest';
import { newId, type EvaluationId } from '../../../src/platform/ids';
import type { Actor } from '../../../src/features/accounts';
import type { AgreementWords } from '../../../src/features/workshop';
import type { Agreement, Meeting } from '../../../src/features/workshop/domain';
import { groupOf } from '../../../src/features/workshop/domain';
import { DEMO_PASSWORD, type TestApplication } from '../../support/application';

export const STUDY = 'demonstracja' as EvaluationId;
export const REGISTER = `/badania/${STUDY}/wdrazanie`;

export type Agent = ReturnType<typeof supertest.agent>;

export const EVALUATOR: Actor = { id: newId<'account'>(), role: 'evaluator', name: 'Anna Wrona' };

export const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
export const fieldIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

export const signedInTo =
  (application: TestApplication) =>
  async (person: string): Promise<Agent> => {
    const agent = supertest.agent(application.address);
    const page = await agent.get('/logowanie');
    await agent
      .post('/logowanie')
      .type('form')
      .send({ _csrf: tokenIn(page.text), email: `${person}@demo.example`, haslo: DEMO_PASSWORD })
      .expect(303);
    return agent;
  };

/** A meeting that ended, with what it agreed. */
export const holdMeeting = async (
  { chapters }: TestApplication,
  evaluationId: EvaluationId = STUDY,
): Promise<Meeting> => {
  const evaluation = await chapters.evaluations.readEvaluation(evaluationId);
  return chapters.workshop.createMeeting(
    {
      evaluationId,
      groupId: groupOf(evaluation),
      title: 'Spotkanie grupy tematycznej',
      day: '2026-12-10',
      from: '10:00',
      to: '13:00',
      place: 'ROPS, sala 5',
      agenda: '',
      materials: [],
      rules: { votesEach: 3, spheresEach: 3, ballot: 'secret', quorum: null, guests: true },
      members: [],
    },
    EVALUATOR,
  );
};

export const agree = (
  { chapters }: TestApplication,
  meeting: Meeting,
  words: Partial<AgreementWords> = {},
): Promise<Agreement> =>
  chapters.workshop.agreements.addAgreement(
    meeting,
    {
      text: 'Uprościć wniosek o wsparcie',
      addressees: [{ kind: 'institution', code: 'owes-polnoc' }],
      person: 'Ewa Nowak',
      due: '2027-03-31',
      dimension: 'quality',
      origin: { kind: 'discussion' },
      ...words,
    },
    EVALUATOR.name,
  );

export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Fills in the form of an entry and sends it as a browser does. */
export const sendReport = async (
  agent: Agent,
  code: string,
  fields: Readonly<Record<string, string>>,
  { file, page, act = '' }: { readonly file?: SentFile; readonly page?: string; readonly act?: string } = {},
) => {
  const html = page ?? (await agent.get(`${REGISTER}/${code}`).expect(200)).text;
  const request = agent.post(`${REGISTER}/${code}${act}`);
  const all = {
    _csrf: tokenIn(html),
    id: fieldIn(html, 'id'),
    wersja: fieldIn(html, 'wersja'),
    tekst: '',
    odnosniki: '',
    ...fields,
  };
  for (const [name, value] of Object.entries(all)) request.field(name, value);
  return file === undefined ? request : request.attach('dowod', file.bytes, file.name);
};

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
