/* eslint-disable @typescript-eslint/no-explicit-any -- bodies of HTTP answers */
import supertest from 'supertest';
import type { Evaluation } from '../../../src/features/evaluations';
import type { Choice, QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import type { Response } from '../../../src/features/responses';
import { newId, type VersionId } from '../../../src/platform/ids';
import { startTestApplication, type TestApplication } from '../../support/application';
import { anEvaluation } from '../accounts/staff-application';
import { HandClock } from '../responses/support/fieldwork';
import { AGREE5 } from './answers';

/*
 * One fact for each complaint about wrong numbers in ../shared/peers.md, 2.1. Four hundred people answer, two hundred of each
 * institution; every expected number is worked out from the counts below, or names its source.
 */

const PASSWORD = 'poprawne haslo testowe';

const named = (code: string, label: string, change: Partial<Choice> = {}): Choice => ({ code, label, ...change });

const SERVICES = [
  named('a', 'Doradztwo'),
  named('b', 'Szkolenia'),
  named('c', 'Dotacja'),
  named('d', 'Animacja'),
  named('zadne', 'Żadne z tych', { exclusive: true }),
];

const QUESTIONNAIRE: QuestionnaireDefinition = {
  code: 'owes-clients',
  version: 1,
  locale: 'pl',
  title: 'Ankieta',
  lead: 'Chcemy wiedzieć.',
  minutes: 2,
  pages: [
    {
      id: 'a',
      title: 'Pytania',
      items: [
        {
          kind: 'single',
          code: 'K2',
          text: 'Z którym OWES?',
          criterion: 'profil',
          choices: [named('polnoc', 'Północ'), named('poludnie', 'Południe')],
        },
        { kind: 'multiple', code: 'U1', text: 'Z czego?', criterion: 'trafnosc', choices: SERVICES },
        {
          kind: 'single',
          code: 'S1',
          text: 'Skąd?',
          criterion: 'trafnosc',
          choices: [
            named('siec', 'Internet'),
            named('znajomi', 'Znajomi'),
            named('inna', 'Inaczej, jak?', { other: true }),
          ],
        },
        {
          kind: 'battery',
          code: 'J',
          text: 'Czy zgadzają się Państwo?',
          criterion: 'jakosc',
          scale: 'AGREE5',
          choices: AGREE5,
          rows: [{ code: 'J1', text: 'Doradca rozumiał moją sytuację' }],
        },
        {
          kind: 'multiple',
          code: 'U2',
          text: 'Co dalej?',
          criterion: 'trafnosc',
          shownIf: "selected(${U1}, 'd')",
          choices: [named('x', 'Kredyt'), named('y', 'Wspólnik')],
        },
      ],
    },
  ],
};

/**
 * Of 400 people 340 ticked services: 305 a, 170 b, 85 c, 34 d, and 18 none of them, 612 ticks; 60 left the question empty.
 * Even places belong to the north, odd ones to the south.
 */
const ticksOf = (at: number): readonly string[] => {
  if (at >= 340) return [];
  const ticks = [...(at < 305 ? ['a'] : []), ...(at % 2 === 0 ? ['b'] : []), ...(at % 4 === 0 ? ['c'] : [])];
  const all = at % 10 === 0 ? [...ticks, 'd'] : ticks;
  return all.length === 0 ? ['zadne'] : all;
};

/** North: 80 internet, 80 friends, 40 otherwise; south: 100, 40, 60. */
const sourceOf = (at: number): string => {
  const [first, second] = at % 2 === 0 ? [80, 160] : [100, 140];
  const place = Math.floor(at / 2);
  if (place < first) return 'siec';
  return place < second ? 'znajomi' : 'inna';
};

/** North: 100 fours and 100 fives; south: 120 and 80. */
const ratingOf = (at: number): string => (Math.floor(at / 2) < (at % 2 === 0 ? 100 : 120) ? '4' : '5');

const answersOf = (at: number): Response['answers'] => {
  const ticks = ticksOf(at);
  const source = sourceOf(at);
  return {
    K2: at % 2 === 0 ? 'polnoc' : 'poludnie',
    ...(ticks.length > 0 && { U1: ticks }),
    S1: source,
    ...(source === 'inna' && { S1_inne: `Ulotka ${at}` }),
    J1: ratingOf(at),
    U2: ticks.includes('d') ? ['x', 'y'] : { missing: 96 },
  };
};

describe('what users of other systems complain about', () => {
  let application: TestApplication;
  let evaluation: Evaluation;
  let staff: ReturnType<typeof supertest.agent>;

  beforeAll(async () => {
    application = await startTestApplication({ DEMO: '0' }, new HandClock());
    const { chapters, address } = application;
    const [north] = anEvaluation.institutions;
    evaluation = await chapters.evaluations.createEvaluation({
      ...anEvaluation,
      institutions: [
        { ...north!, code: 'polnoc', shortName: 'OWES Północ' },
        { ...north!, code: 'poludnie', shortName: 'OWES Południe', series: 's2' },
      ],
    });
    const account = { email: 'ewaluator@demo.example', password: PASSWORD, name: 'Anna', title: 'Ewaluatorka' };
    await chapters.accounts.createAccount({ ...account, role: 'evaluator' });
    staff = supertest.agent(address);
    const _csrf = /name="_csrf" value="([^"]+)"/.exec((await staff.get('/logowanie')).text)?.[1];
    await staff.post('/logowanie').type('form').send({ _csrf, email: account.email, haslo: PASSWORD }).expect(303);
    const { id } = await chapters.questionnaires.publishVersion(evaluation.id, QUESTIONNAIRE);
    await chapters.responses.importResponses(Array.from({ length: 400 }, (_, at) => response(at, id)));
  }, 60_000);
  afterAll(() => application.remove());

  const response = (at: number, versionId: VersionId): Response => ({
    id: newId(),
    evaluationId: evaluation.id,
    versionId,
    questionnaireCode: 'owes-clients',
    mode: 'cawi',
    status: 'complete',
    answers: answersOf(at),
    receivedOn: '2026-11-18',
    receiptNumber: 'AAAA-0000',
  });

  const results = async (query = '') => {
    const address = `/badania/${evaluation.id}/wyniki${query}`;
    return (await staff.get(address).set('Accept', 'application/json').expect(200)).body;
  };
  const question = async (codes: string, query = ''): Promise<any> =>
    (await results(query)).sections
      .flatMap((section: any) => section.questions)
      .find((found: any) => found.question.codes === codes);
  const block = async (rows: string): Promise<any> =>
    (
      await staff
        .get(`/badania/${evaluation.id}/tabele?wiersze=${rows}&kolumny=instytucja`)
        .set('Accept', 'application/json')
        .expect(200)
    ).body.blocks[0];
  const page = async (): Promise<string> =>
    (await staff.get(`/badania/${evaluation.id}/wyniki`).expect(200)).text.replaceAll('\u00a0', ' ');

  describe('about the base of a multiple choice', () => {
    test('LimeSurvey: shares are of people, so together they may pass 100 per cent, and the page says so', async () => {
      const { total } = await question('U1');
      const sum = (total.estimates.choices as { share: number }[]).reduce((all, { share }) => all + share, 0);
      expect(sum).toBeCloseTo(612 / 340, 12);
      expect(await page()).toContain('Odpowiedzi nie sumują się do 100%.');
    });

    test('Decidim: an answer is one option, not one combination of ticks: five options, five bars', async () => {
      const { choices, total } = await question('U1');
      expect([choices.length, total.counts.choices]).toEqual([5, [305, 170, 85, 34, 18]]);
    });

    test('PostHog: the divisor is those who answered, not their 612 ticks', async () => {
      const { total } = await question('U1');
      expect(total.estimates.choices[1].share).toBe(170 / 340);
      expect(total.counts.mentions).toBe(612);
    });

    test('KoboToolbox: the heading says who answered and who was asked, not everyone who came', async () => {
      const { total } = await question('U2');
      expect(total.counts).toMatchObject({ answered: 34, asked: 34, notAsked: 366 });
      expect(await page()).toContain('Podstawa: 34 osób z odpowiedzią; pytanie zadano 34 osobom.');
    });

    test('Indico: who left the question empty is in no percentage, and is counted apart', async () => {
      const { total } = await question('U1');
      expect(total.counts).toMatchObject({ answered: 340, leftEmpty: 60, asked: 400 });
    });

    test('Moodle: ticked by 61 of every 68 people is 90 per cent, not the 50 per cent of its part of all ticks', async () => {
      const { total } = await question('U1');
      expect(total.estimates.choices[0].share).toBe(61 / 68);
      expect(await page()).toMatch(/Doradztwo[^%]*<b>90%<\/b>/);
    });

    test('Nextcloud: where everyone ticks two options, each has 100 per cent and not 50', async () => {
      const { total } = await question('U2');
      expect(total.estimates.choices.map(({ share }: any) => share)).toEqual([1, 1]);
    });

    test('and tables divide as the dashboard does, with mentions only where they are asked for', async () => {
      const { rows, bases } = await block('U1');
      expect(rows[0].cells[0].n / bases[0].n).toBe(61 / 68);
    });
  });

  test('LimeSurvey: "other" is an answer of a single choice like any other, whatever people wrote beside it', async () => {
    const { choices, total } = await question('S1');
    expect(choices.map(({ code }: any) => code)).toEqual(['siec', 'znajomi', 'inna']);
    expect(total.counts.choices).toEqual([180, 120, 100]);
    expect(total.estimates.choices[2].share).toBe(0.25);
  });

  test('KoboToolbox: filters changed quickly: each of many replies at once is for the filter it names', async () => {
    const institutions = ['polnoc', 'poludnie', 'polnoc', 'poludnie'];
    const replies: any[] = await Promise.all(
      institutions.map((institution) =>
        staff.get(`/badania/${evaluation.id}/wyniki?instytucja=${institution}`).set('Accept', 'application/json'),
      ),
    );
    for (const { status, body } of replies.filter((reply) => reply.status === 200)) {
      expect(status).toBe(200);
      const found = body.sections
        .flatMap((section: any) => section.questions)
        .find((one: any) => one.kind === 'choice');
      expect(found.total.counts.choices).toEqual(body.filter.institution === 'polnoc' ? [80, 80, 40] : [100, 40, 60]);
    }
    expect(replies.every(({ status }) => status === 200 || status === 429)).toBe(true);
    expect(replies.at(-1).status).toBe(200);
  });

  test('KoboToolbox: broken down by institution, every list has every answer in the same order', async () => {
    const { choices, groups } = await question('S1');
    expect(groups.map(({ result }: any) => result.counts.choices.length)).toEqual([choices.length, choices.length]);
    const { rows, bases } = await block('S1');
    for (const { cells } of rows) expect(cells).toHaveLength(bases.length);
  });

  describe('about statistics that nobody checked', () => {
    test('simple-statistics: the interval of a mean takes the sample’s deviation, with n − 1', async () => {
      const { rows } = await question('J');
      const { result } = rows[0].groups[0];
      // 100 fours and 100 fives: s² = 50/199; 4.5 ∓ 1.971957 · s/√200, Student's t with 199 degrees of freedom.
      expect(result.estimates.mean.sd).toBeCloseTo(Math.sqrt((200 * 0.25) / 199), 12);
      expect(result.estimates.meanInterval.low).toBeCloseTo(4.430106, 6);
      expect(result.estimates.meanInterval.high).toBeCloseTo(4.569894, 6);
    });

    test('simple-statistics: a difference comes with its p, adjusted for all that are shown', async () => {
      const { comparisons } = await question('J');
      expect(comparisons).toHaveLength(1);
      expect(comparisons[0].adjustedP).toBeGreaterThan(0);
    });

    test('jStat: from 342 degrees of freedom p is still a number, and the right one', async () => {
      const [comparison] = (await question('J')).comparisons;
      // Welch: t = 2.015248 with 397.8343 degrees of freedom; the density integrated numerically gives p = 0.0445507676.
      expect(comparison.p).toBeCloseTo(0.0445507676, 9);
    });

    test('stdlib: chi-square of a table that is not square', async () => {
      // Expected 90, 60 and 50 in both columns: (100 + 100)/90 + (400 + 400)/60 + (100 + 100)/50; of 2 degrees, p = e^(−χ²/2).
      const statistic = 200 / 90 + 800 / 60 + 200 / 50;
      const [test] = (await block('S1')).tests;
      expect(test).toMatchObject({ kind: 'chi-square', df: 2 });
      expect(test.statistic).toBeCloseTo(statistic, 10);
      expect(test.p).toBeCloseTo(Math.exp(-statistic / 2), 10);
    });
  });
});
