import request from 'supertest';
import type { Evaluation } from '../../../../src/features/evaluations';
import type { QuestionnaireDefinition } from '../../../../src/features/questionnaires/domain';
import type { Response } from '../../../../src/features/responses';
import type { Clock } from '../../../../src/platform/clock';
import type { VersionId } from '../../../../src/platform/ids';
import { startTestApplication, type TestApplication } from '../../../support/application';
import { FIVE_PAGES, ONE_PAGE } from './questionnaire';

/** A clock that a test can move. */
export class HandClock implements Clock {
  #at = new Date('2026-11-18T13:32:00Z');
  now(): Date {
    return new Date(this.#at);
  }
  moveTo(moment: string): void {
    this.#at = new Date(moment);
  }
}

export interface TestFieldwork {
  readonly application: TestApplication;
  readonly clock: HandClock;
  readonly evaluation: Evaluation;
  /** Address of a new open link to the questionnaire of five pages, or to the one with one page. */
  openLink(pages?: 5 | 1): Promise<string>;
  personalLink(): Promise<string>;
  /** A new open link to a questionnaire of one's own. */
  linkTo(definition: QuestionnaireDefinition): Promise<string>;
  /** Publishes the next version of a questionnaire; its links lead there. */
  publishNext(definition: QuestionnaireDefinition): Promise<VersionId>;
  responses(): Promise<readonly Response[]>;
  /** How many documents each collection holds. */
  census(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

/** An evaluation open from 19 October to 30 November 2026, on the real application and store. */
export const startFieldwork = async (): Promise<TestFieldwork> => {
  const clock = new HandClock();
  const application = await startTestApplication({ DEMO: '0' }, clock);
  const { chapters, storage } = application;
  const evaluation = await chapters.evaluations.createEvaluation({
    title: 'Ewaluacja próbna',
    shortTitle: 'Próba',
    commissioner: 'Regionalny Ośrodek Polityki Społecznej',
    wojewodztwo: '26',
    regionName: 'Województwo Świętokrzyskie',
    institutions: [],
    opensOn: '2026-10-19',
    closesOn: '2026-11-30',
    resultState: 'preliminary',
    smallestGroup: 5,
    demonstration: false,
  });
  const publish = async (definition: QuestionnaireDefinition): Promise<VersionId> =>
    (await chapters.questionnaires.publishVersion(evaluation.id, definition)).id;
  const versions = { 5: await publish(FIVE_PAGES), 1: await publish(ONE_PAGE) };
  const link = async (kind: 'open' | 'personal', versionId: VersionId): Promise<string> => {
    const invitation = await chapters.fieldwork.createInvitation({ evaluationId: evaluation.id, versionId, kind });
    return `/a/${invitation.token}`;
  };
  return {
    application,
    clock,
    evaluation,
    openLink: (pages = 5) => link('open', versions[pages]),
    personalLink: () => link('personal', versions[5]),
    linkTo: async (definition) => link('open', await publish(definition)),
    publishNext: async (definition) => {
      const { code } = definition;
      const all = await chapters.questionnaires.listVersions(evaluation.id);
      const earlier = all.filter((version) => version.code === code).map(({ id }) => id);
      const versionId = await publish(definition);
      await chapters.fieldwork.moveOpenInvitations({ evaluationId: evaluation.id, code, versionId, earlier });
      return versionId;
    },
    responses: () => chapters.responses.readResponses({ kind: 'all' }, evaluation.id),
    census: async () => {
      const names = ['responses', 'drafts', 'invitations', 'resultRequests', 'codeAttempts'];
      const counts = names.map(
        async (name) => [name, await storage.connection.collection(name).countDocuments({})] as const,
      );
      return Object.fromEntries(await Promise.all(counts));
    },
    stop: () => application.remove(),
  };
};

export type Fields = Readonly<Record<string, string | readonly string[]>>;

const encode = (fields: Fields): string =>
  Object.entries(fields)
    .flatMap(([name, values]) =>
      [values].flat().map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
    )
    .join('&');

/** One person with one browser; `cookies: false` refuses to keep any. */
export const respondent = ({ application }: TestFieldwork, { cookies = true } = {}) => {
  const browser = cookies ? request.agent(application.address) : request(application.address);
  const get = (path: string) => browser.get(path).set('Accept', 'text/html');
  const post = (path: string, fields: Fields) =>
    browser.post(path).set('Accept', 'text/html').type('form').send(encode(fields));
  return { get, post };
};

export type Respondent = ReturnType<typeof respondent>;

/** Text with ordinary spaces, to compare with what a test can type. */
export const plain = (text: string): string =>
  text.replaceAll('\u00a0', ' ').replaceAll('&#34;', '"').replaceAll('&#36;', '$');

/** The submission id that a page carries. */
export const submissionIn = (html: string): string => /name="zgloszenie" value="([^"]+)"/.exec(html)?.[1] ?? '';

export const headingIn = (html: string): string => plain(/<h1[^>]*>([^<]*)</.exec(html)?.[1] ?? '');

export const titleIn = (html: string): string => plain(/<title>([^<]*)</.exec(html)?.[1] ?? '');

/** The only response that was not there before. */
export const newResponse = async (
  fieldwork: TestFieldwork,
  before: readonly Response[],
): Promise<Response | undefined> => {
  const known = new Set(before.map(({ id }) => id));
  return (await fieldwork.responses()).find(({ id }) => !known.has(id));
};

/** Opens the first page and gives its submission id. */
export const begin = async (person: Respondent, link: string): Promise<string> =>
  submissionIn((await person.get(`${link}/s/1`)).text);

/** What each page of five is answered with, unless a test says otherwise. */
export const ANSWERS: Readonly<Record<number, Fields>> = {
  1: { K1: 'pes', K2: 'owes-polnoc' },
  2: { U1: ['a', 'b'], J1: '5', J2: '98', G1: 'tak', G2: '4' },
  3: { S1: 's02,s01', P4: '2661011' },
  4: { E1: 'Więcej zleceń' },
  5: { Z1: '9', Z5: '1' },
};

export const ALL_ANSWERS: Fields = Object.assign({}, ...Object.values(ANSWERS)) as Fields;

/** Fills in all five pages and gives the address of the thank-you page. */
export const answerAll = async (person: Respondent, link: string): Promise<string> => {
  const zgloszenie = await begin(person, link);
  let location = '';
  for (const [page, fields] of Object.entries(ANSWERS)) {
    const reply = await person.post(`${link}/s/${page}`, { zgloszenie, ...fields });
    location = reply.headers['location'] ?? `no redirect from page ${page}: ${reply.status}`;
  }
  return location;
};
