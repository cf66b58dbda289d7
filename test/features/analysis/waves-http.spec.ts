/* eslint-disable no-restricted-syntax -- files with markup are what one test is about */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import supertest from 'supertest';
import { writeWorkbook } from '../../../src/platform/spreadsheet';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

/* An older study by page, over HTTP, with files as they come and as they should not. All data are made up here. */

const HOME = '/badania/demonstracja/fale';
const ORACLE = join(__dirname, '../../../../shared/oracle');

describe('waves over HTTP', () => {
  let application: TestApplication;
  let evaluator: ReturnType<typeof supertest.agent>;
  beforeAll(async () => {
    application = await startTestApplication();
    evaluator = await signedIn('ewaluator');
  }, 60_000);
  afterAll(() => application.remove());

  const signedIn = async (person: string) => {
    const agent = supertest.agent(application.address);
    const token = tokenIn((await agent.get('/logowanie')).text);
    await agent
      .post('/logowanie')
      .type('form')
      .send({ _csrf: token, email: `${person}@demo.example`, haslo: DEMO_PASSWORD })
      .expect(303);
    return agent;
  };
  const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const revisionIn = (html: string): string => /name="rewizja" value="(\d+)"/.exec(html)?.[1] ?? '';

  const upload = async (
    data: Buffer | string,
    name = 'fala.csv',
    codebook?: Buffer | string,
    bookName = 'ksiazka.csv',
  ) => {
    const token = tokenIn((await evaluator.get(`${HOME}/wczytaj`)).text);
    const sent = evaluator.post(`${HOME}/wczytaj`).field('_csrf', token).attach('plik', Buffer.from(data), name);
    return codebook === undefined ? sent : sent.attach('ksiazka', Buffer.from(codebook), bookName);
  };
  const begun = async (...files: Parameters<typeof upload>): Promise<string> => {
    const reply = await upload(...files);
    expect([reply.status, reply.status === 303 ? '' : reply.text.slice(0, 4000)]).toEqual([303, '']);
    return reply.headers['location'] ?? '';
  };
  const post = async (address: string, fields: Readonly<Record<string, string>>) => {
    const page = await evaluator.get(address).expect(200);
    return evaluator
      .post(address)
      .type('form')
      .send({ _csrf: tokenIn(page.text), rewizja: revisionIn(page.text), ...fields });
  };
  const json = async (address: string) => (await evaluator.get(`${address}?format=json`).expect(200)).body;

  const CODEBOOK = [
    'nazwa;etykieta;skala;kod;etykieta kodu;brak',
    'v07;Jak ogólnie oceniają Państwo pracę tego ośrodka?;porządkowa;1;bardzo źle;',
    ';;;2;raczej źle;',
    ';;;3;ani dobrze, ani źle;',
    ';;;4;raczej dobrze;',
    ';;;5;bardzo dobrze;',
    ';;;9;trudno powiedzieć;tak',
    'dni;Ile dni czekali Państwo na odpowiedź;liczba;;;',
  ].join('\n');
  const rowsOf = (count: number, shift = 0): string =>
    Array.from({ length: count }, (_, at) => `${at + shift};${((at * 7 + shift) % 5) + 1};${(at * 11) % 40}`).join(
      '\n',
    );
  const study = (count: number, shift = 0): string => `lp;v07;dni\n${rowsOf(count, shift)}\n`;
  const windows1250 = (text: string): Buffer => {
    const codes: Readonly<Record<string, number>> = {
      ą: 0xb9,
      ę: 0xea,
      ł: 0xb3,
      ó: 0xf3,
      ś: 0x9c,
      ż: 0xbf,
      ź: 0x9f,
      ć: 0xe6,
      ń: 0xf1,
    };
    return Buffer.from(Array.from(text, (letter) => codes[letter] ?? letter.charCodeAt(0)));
  };

  it('is for evaluators only', async () => {
    await supertest(application.address).get(`${HOME}/wczytane`).expect(303);
    await (await signedIn('dyrektor')).get(`${HOME}/wczytaj`).expect(403);
  });

  it('four steps, and nothing in results before the last', async () => {
    const draft = await begun(
      windows1250(study(40).replace('lp', 'źródło')),
      'klienci-2022.csv',
      windows1250(CODEBOOK),
      'książka-kodów.csv',
    );
    const report = await json(draft);
    expect(report).toMatchObject({
      files: { data: { encoding: 'windows-1250', separator: ';' }, codebook: { name: 'książka-kodów.csv' } },
      rows: 40,
      columns: [
        { name: 'źródło', isInCodebook: false },
        { name: 'v07', use: 'match', target: 'owes-clients/Z3', comparability: 'same' },
        { name: 'dni', use: 'keep' },
      ],
    });
    const pairs = await post(draft, { krok: 'dalej' });
    expect(pairs.headers['location']).toBe(`${draft}/porownywalnosc`);
    const approval = await post(`${draft}/porownywalnosc`, { krok: 'dalej' });
    expect(approval.headers['location']).toBe(`${draft}/zatwierdzenie`);
    await evaluator.get('/badania/demonstracja/tabele?zbior=klienci-2022').expect(404);
    const done = await post(`${draft}/zatwierdzenie`, {
      krok: 'zatwierdz',
      tytul: 'Klienci 2022',
      kod: 'klienci-2022',
    });
    expect(done.headers['location']).toBe(`${HOME}/wczytane?dodano=klienci-2022`);
    const table = await evaluator
      .get('/badania/demonstracja/tabele?zbior=klienci-2022&wiersze=v07&format=json')
      .expect(200);
    expect(table.body.blocks[0].bases[0].n).toBe(40);
    const { waves, events } = await json(`${HOME}/wczytane`);
    expect(waves).toMatchObject([
      { code: 'klienci-2022', n: 40, importedBy: 'Anna Wrona', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(events).toMatchObject([{ act: 'taken-in', by: 'Anna Wrona' }]);
    await evaluator.get(draft).expect(404);
  });

  it('shows the change with interval and test, and none once the mode differs', async () => {
    const { items, earlier, later } = await json(HOME);
    expect([earlier.code, later.code]).toEqual(['klienci-2022', 'owes-clients']);
    const [item] = items;
    expect(item).toMatchObject({ name: 'Z3', earlierName: 'v07', kind: 'compared' });
    const { tested, later: now, earlier: before } = item.measures[0];
    expect(tested.difference).toBeCloseTo(now.estimates.value - before.estimates.value, 12);
    expect(tested).toMatchObject({ test: { kind: 'welch' }, verdict: expect.any(String) });
    const page = await evaluator.get(HOME).expect(200);
    expect(page.text).toContain('niezależne próby');
    for (const [kod, tryb] of [
      ['klienci-2022', 'papi'],
      ['owes-clients', 'cawi'],
    ])
      await evaluator
        .post(HOME)
        .type('form')
        .send({
          _csrf: tokenIn(page.text),
          kod,
          tryb,
          zbior: 'owes-clients',
          wczesniej: 'klienci-2022',
          od: '',
          do: '',
          dobor: '',
        })
        .expect(303);
    const apart = await json(HOME);
    expect(apart.items[0]).toMatchObject({ kind: 'beside', reasons: ['other-mode'] });
    expect(JSON.stringify(apart)).not.toContain('"difference"');
  });

  it('a draft waits, and another window does not undo it', async () => {
    const draft = await begun(study(30, 500), 'odłożona.csv');
    const page = (await evaluator.get(draft)).text;
    const saved = await post(draft, { krok: 'zapisz', k0: 'leave' });
    expect(saved.headers['location']).toBe(`${HOME}/wczytane?zapisano=1`);
    expect((await evaluator.get(`${HOME}/wczytane`)).text).toContain('odłożona');
    const late = await evaluator
      .post(draft)
      .type('form')
      .send({ _csrf: tokenIn(page), rewizja: revisionIn(page), krok: 'dalej' });
    expect(late.status).toBe(409);
    expect((await json(draft)).columns[0]).toMatchObject({ name: 'lp', use: 'leave' });
  });

  it('a cell that cannot be read is reported with its row, and counts as somebody decides', async () => {
    const rows = `lp;v07;dni\n1;7;12 dni\n\n2;4;5\n${rowsOf(20, 900)}\n`;
    const draft = await begun(rows, 'komorki.csv', CODEBOOK);
    const { problems, fileRemarks } = await json(draft);
    expect(fileRemarks).toMatchObject([{ kind: 'empty-row', row: 3 }]);
    expect(problems).toMatchObject([
      { kind: 'unknown-code', column: 'v07', text: '7', rows: [2], becomes: { kind: 'empty' } },
      { kind: 'not-a-number', column: 'dni', text: '12 dni', rows: [2] },
    ]);
    await post(draft, { krok: 'zapisz', p0: 'b:98', p1: 'l:12' });
    expect((await json(draft)).problems).toMatchObject([
      { becomes: { kind: 'missing', state: 98 } },
      { becomes: { kind: 'value', value: '12' } },
    ]);
  });

  it('a decision against the rules needs a reason', async () => {
    const book = CODEBOOK.replace('Jak ogólnie oceniają Państwo pracę tego ośrodka?', 'Poziom zadowolenia').replace(
      'v07',
      'Z3',
    );
    const draft = await begun(study(30, 50).replace('v07', 'Z3'), 'inne-slowa.csv', book);
    expect((await json(draft)).columns[1]).toMatchObject({
      comparability: 'apart',
      byRules: { reasons: ['other-words'] },
    });
    const refused = await post(`${draft}/porownywalnosc`, { krok: 'dalej', d1: 'same', u1: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Proszę podać powód');
    await post(`${draft}/porownywalnosc`, { krok: 'zapisz', d1: 'same', u1: 'Ankieta z 2022 r. ma pełne pytanie' });
    expect((await json(draft)).columns[1]).toMatchObject({
      comparability: 'same',
      reason: 'Ankieta z 2022 r. ma pełne pytanie',
    });
  });

  it('two versions of a study that differ by two people are refused', async () => {
    const draft = await begun(`${study(40)}98;2;3\n99;3;4\n`, 'prawie.csv', CODEBOOK);
    const refused = await post(`${draft}/zatwierdzenie`, { krok: 'zatwierdz', tytul: 'Prawie', kod: 'prawie-2022' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('różni się od fali „Klienci 2022”');
  });

  it('a wave is removed after a question, and the log keeps it', async () => {
    const address = `${HOME}/wczytane/klienci-2022/usun`;
    const asked = await evaluator.get(address).expect(200);
    expect(asked.text).toContain('Usunąć falę „Klienci 2022”?');
    await evaluator
      .post(address)
      .type('form')
      .send({ _csrf: tokenIn(asked.text) })
      .expect(303);
    const { waves, events } = await json(`${HOME}/wczytane`);
    expect(waves).toEqual([]);
    expect(events.map(({ act }: { act: string }) => act)).toEqual(['removed', 'taken-in']);
    await evaluator.get('/badania/demonstracja/tabele?zbior=klienci-2022').expect(404);
    await evaluator.get(address).expect(404);
  });

  it('a workbook with its codebook as a workbook: the value beside a formula is taken and named', async () => {
    const data = await writeWorkbook([
      { name: 'Dane', rows: [['v07', 'dni'], ...Array.from({ length: 12 }, (_, at) => [(at % 5) + 1, at])] },
      { name: 'Notatki', rows: [['nic']] },
    ]);
    const book = await writeWorkbook([{ name: 'K', rows: CODEBOOK.split('\n').map((line) => line.split(';')) }]);
    const draft = await begun(data, 'dane.xlsx', book, 'k.xlsx');
    expect(await json(draft)).toMatchObject({
      files: { data: { kind: 'xlsx', sheet: 'Dane' } },
      rows: 12,
      fileRemarks: [{ kind: 'other-sheet', column: 'Notatki' }],
    });
  });

  describe('hostile and broken files get a sentence', () => {
    const zip = (files: Readonly<Record<string, Buffer>>): Buffer => {
      const parts: Buffer[] = [];
      const directory: Buffer[] = [];
      let at = 0;
      for (const [path, content] of Object.entries(files)) {
        const packed = deflateRawSync(content);
        const name = Buffer.from(path);
        const head = Buffer.alloc(30);
        head.writeUInt32LE(0x04034b50, 0);
        head.writeUInt16LE(8, 8);
        head.writeUInt16LE(name.length, 26);
        const entry = Buffer.alloc(46);
        entry.writeUInt32LE(0x02014b50, 0);
        entry.writeUInt16LE(8, 10);
        entry.writeUInt32LE(packed.length, 20);
        entry.writeUInt32LE(content.length, 24);
        entry.writeUInt16LE(name.length, 28);
        entry.writeUInt32LE(at, 42);
        parts.push(head, name, packed);
        directory.push(entry, name);
        at += 30 + name.length + packed.length;
      }
      const size = directory.reduce((sum, { length }) => sum + length, 0);
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      end.writeUInt16LE(Object.keys(files).length, 10);
      end.writeUInt32LE(size, 12);
      end.writeUInt32LE(at, 16);
      return Buffer.concat([...parts, ...directory, end]);
    };
    const types = Buffer.from('<?xml version="1.0"?><Types/>');

    it.each([
      [
        'a picture',
        () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
        'nie jest plik tekstowy|plik CSV albo arkusz',
      ],
      ['nothing but a header', () => Buffer.from('a;b\n'), 'ani jednego wypełnionego wiersza'],
      ['an empty file but for lines', () => Buffer.from('\n\n;;\n'), 'ani jednego wypełnionego wiersza'],
      ['an open quotation mark', () => Buffer.from('a;b\n1;"2\n3;4'), 'Cudzysłów'],
      ['an old .xls', () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(80, '0'), 'hex'), 'bez hasła'],
      ['macros', () => zip({ '[Content_Types].xml': types, 'xl/vbaProject.bin': Buffer.from('x') }), 'makrami'],
      ['a zip bomb', () => zip({ '[Content_Types].xml': Buffer.alloc(40_000_000) }), 'Po rozpakowaniu'],
      [
        'a thousand and one columns',
        () => Buffer.from(`${Array.from({ length: 1001 }, (_, at) => `c${at}`).join(';')}\n1\n`),
        'kolumn',
      ],
      ['more than 100 000 rows', () => Buffer.from(`a;b\n${'1;2\n'.repeat(100_002)}`), 'więcej niż'],
    ])('%s', async (_what, make, sentence) => {
      const reply = await upload(make(), 'plik.csv');
      expect(reply.status).toBe(422);
      expect(reply.text).toMatch(new RegExp(sentence));
      expect(reply.text).toContain('role="alert"');
    });

    it.each([
      ['JSON that is none', '{"dataset": ', 'ma błąd'],
      ['JSON without variables', '{"dataset":"x","title":"y"}', 'variables'],
      ['a table without names', 'x;y\n1;2\n', 'kolumny'],
      ['prototype names', '{"dataset":"x","title":"y","variables":[{"name":"__proto__"}]}', 'variables.0'],
    ])('a codebook: %s', async (_what, book, sentence) => {
      const reply = await upload(study(12), 'dane.csv', book, 'ksiazka');
      expect(reply.status).toBe(422);
      expect(reply.text).toContain(sentence);
    });

    it('no file at all', async () => {
      const token = tokenIn((await evaluator.get(`${HOME}/wczytaj`)).text);
      const reply = await evaluator.post(`${HOME}/wczytaj`).field('_csrf', token);
      expect(reply.status).toBe(422);
      expect(reply.text).toContain('Proszę wybrać plik danych');
    });

    it('names and cells that are markup or formulas stay texts', async () => {
      const rows = `<script>alert(1)</script>;=cmd|' /C calc'!A0;__proto__\n${'<img src=x onerror=alert(1)>;=1+1;constructor\n'.repeat(12)}`;
      const draft = await begun(rows, '"><script>x</script>.csv');
      const page = (await evaluator.get(`${draft}?kolumny=wszystkie`).expect(200)).text;
      expect(page).not.toContain('<script>alert');
      expect(page).not.toContain('<img src=x');
      expect((await json(draft)).columns).toHaveLength(3);
      const done = await post(`${draft}/zatwierdzenie`, { krok: 'zatwierdz', tytul: '<b>x</b>', kod: 'znaczniki' });
      expect(done.status).toBe(303);
      expect((await evaluator.get(`${HOME}/wczytane`)).text).not.toContain('<b>x</b>');
      await evaluator.get('/badania/demonstracja/tabele?zbior=znaczniki&wiersze=__proto__').expect(200);
    });

    it('fields of forms that name nothing change nothing', async () => {
      const draft = await begun(study(20, 3_000), 'pola.csv', CODEBOOK);
      const reply = await post(draft, {
        krok: 'dalej',
        k99: 'leave',
        k1: 'inny/field',
        p77: 'b:98',
        kwestionariusz: 'nie-ma',
      });
      expect(reply.status).toBe(303);
      expect((await json(draft)).columns[1]).toMatchObject({ use: 'match', target: 'owes-clients/Z3' });
      await post(`${draft}/zatwierdzenie`, { krok: 'zatwierdz', tytul: '', kod: 'Zły Kod!' }).then(
        ({ status, text }) => {
          expect(status).toBe(422);
          expect(text).toContain('Proszę podać nazwę fali');
        },
      );
      await evaluator.get(`${HOME}/wczytaj/nie-ma`).expect(404);
      await evaluator.get(`${HOME}?zbior=nie-ma`).expect(404);
      await evaluator.get(`${HOME}?nieznane=1`).expect(400);
    });
  });

  (existsSync(ORACLE) ? it : it.skip)('a study of the oracle comes in with its JSON codebook as it is', async () => {
    const file = (path: string): Buffer => readFileSync(join(ORACLE, path));
    const draft = await begun(file('data/tea.csv'), 'tea.csv', file('codebooks/tea.json'), 'tea.json');
    expect(await json(draft)).toMatchObject({ rows: 300, problems: [] });
    expect((await post(`${draft}/zatwierdzenie`, { krok: 'zatwierdz', tytul: 'Herbata', kod: 'tea' })).status).toBe(
      303,
    );
    await evaluator.get('/badania/demonstracja/tabele?zbior=tea&wiersze=sugar&kolumny=sex').expect(200);
  });
});
