import { compileVersion, type Field } from '../../../src/features/questionnaires/domain';
import { moveRanked, rankedCodes } from '../../../src/features/responses/domain';
import { FIVE_PAGES } from './support/questionnaire';
import { ANSWERS, begin, respondent, startFieldwork, type Respondent, type TestFieldwork } from './support/fieldwork';

describe('Ranking without scripts', () => {
  let fieldwork: TestFieldwork;
  beforeAll(async () => {
    fieldwork = await startFieldwork();
  });
  afterAll(() => fieldwork.stop());

  const orderIn = (html: string): string => /type="hidden" name="S1" value="([^"]*)"/.exec(html)?.[1] ?? 'no ranking';

  const press = async (person: Respondent, link: string, zgloszenie: string, ruch: string): Promise<string> => {
    const S1 = orderIn((await person.get(`${link}/s/3`)).text);
    const reply = await person.post(`${link}/s/3`, { zgloszenie, S1, P4: '2661011', ruch });
    expect([reply.status, reply.headers['location']]).toEqual([303, `${link}/s/3#S1`]);
    return (await person.get(`${link}/s/3`)).text;
  };

  test('buttons add, move and remove; the rest of the page stays', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    for (const page of [1, 2]) await person.post(`${link}/s/${page}`, { zgloszenie, ...ANSWERS[page] });
    const orders: string[] = [];
    let html = '';
    for (const move of [
      'add:s03',
      'add:s01',
      'up:s01',
      'add:s04',
      'add:s02',
      'down:s01',
      'remove:s03',
      'up:s01',
      'up:s09',
    ]) {
      html = await press(person, link, zgloszenie, `S1:${move}`);
      orders.push(orderIn(html));
    }
    expect(orders).toEqual([
      's03',
      's03,s01',
      's01,s03',
      's01,s03,s04',
      's01,s03,s04',
      's03,s01,s04',
      's01,s04',
      's01,s04',
      's01,s04',
    ]);
    expect(html).toContain('<option value="2661011" selected>');
    expect(html).toMatch(/Przesuń w\sgórę: Sfera s04/);
  });
});

describe('moveRanked', () => {
  const compiled = compileVersion({
    ...FIVE_PAGES,
    pages: [
      {
        id: 'p',
        title: 'p',
        items: [
          {
            kind: 'ranking',
            code: 'S1',
            text: 'Sfery',
            most: 3,
            choices: [
              { code: 'a', label: 'a' },
              { code: 'b', label: 'b' },
              { code: 'zadna', label: 'Żadna', exclusive: true },
            ],
          },
        ],
      },
    ],
  });
  const field = compiled.fieldByCode.get('S1') as Extract<Field, { kind: 'ranking' }>;

  test('"żadna" replaces the others', () => {
    expect(moveRanked(['a', 'b'], { kind: 'add', code: 'zadna' }, field)).toEqual(['zadna']);
  });

  test('"żadna" yields to the others', () => {
    expect(moveRanked(['zadna'], { kind: 'add', code: 'b' }, field)).toEqual(['b']);
  });

  test('an order is read from a form whatever is around the codes', () => {
    expect(rankedCodes(' b, a,,')).toEqual(['b', 'a']);
    expect(rankedCodes(undefined)).toEqual([]);
  });
});
