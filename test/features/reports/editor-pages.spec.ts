import fc from 'fast-check';
import type { AccountId, EvaluationId } from '../../../src/platform/ids';
import type { BlockContent, BlockId, ReportId, StoredReport } from '../../../src/features/reports/domain';
import { fingerprint } from '../../../src/features/reports/domain/edit';
import { startTestApplication, type TestApplication } from '../../support/application';
import {
  changed,
  changedAt,
  fieldsOf,
  signedIn,
  wordsOf,
  type Fields,
  type Person,
} from '../questionnaires/editor-person';

const EVALUATION = 'demonstracja' as EvaluationId;
const LIST = `/badania/${EVALUATION}/raporty`;
const TABLE = `/badania/${EVALUATION}/tabele?wiersze=J&kolumny=instytucja`;

const text = (words: string): BlockContent => ({ kind: 'text', text: words });
const heading = (words: string, level: 1 | 2 | 3 = 1): BlockContent => ({ kind: 'heading', level, text: words });
const live = (rows: readonly string[]): BlockContent => ({
  kind: 'data',
  display: 'table',
  title: '',
  source: { kind: 'live', dataset: 'owes-clients', rows, columns: ['instytucja'], weight: null, filter: [] },
});

describe('the report editor over HTTP, without scripts', () => {
  let application: TestApplication;
  let anna: Person;
  let jan: Person;
  beforeAll(async () => {
    application = await startTestApplication();
    anna = await signedIn(application, 'ewaluator@demo.example');
    jan = await signedIn(application, 'administrator@demo.example');
  }, 60_000);
  afterAll(() => application.remove());

  const editor = () => application.chapters.reports.editor;
  const begin = (...blocks: readonly BlockContent[]): Promise<StoredReport> =>
    editor().createReport(EVALUATION, {
      kind: 'own',
      institution: null,
      language: 'pl',
      title: 'Raport próbny',
      blocks,
      by: 'Anna Wrona',
    });
  const addressOf = ({ id }: StoredReport): string => `${LIST}/${id}`;
  const read = ({ id }: Pick<StoredReport, 'id'>): Promise<StoredReport> =>
    editor().readReport({ evaluationId: EVALUATION, id });
  const textsOf = async (report: StoredReport): Promise<readonly string[]> =>
    (await read(report)).blocks.map((block) => ('text' in block ? block.text : block.kind));
  const formOf = async (person: Person, report: StoredReport, query = ''): Promise<Fields> =>
    fieldsOf((await person.open(`${addressOf(report)}${query}`)).text, 'rozdzial');
  const press = (person: Person, report: StoredReport, form: Fields, button: string) =>
    person.send(addressOf(report), changed(form, { akcja: button }));

  it('begins a report from a ready structure and lists it', async () => {
    const page = await anna.open(LIST);
    expect(wordsOf(page.text)).toContain('Nowy raport');
    const fields = changed(fieldsOf(page.text, '.'), { rodzaj: 'preliminary', tytul: 'Wyniki na spotkanie' });
    const reply = await anna.send(LIST, fields);
    expect(reply.status).toBe(303);
    const report = await read({ id: reply.headers['location']?.split('/').at(-1) as ReportId });
    expect(report).toMatchObject({ kind: 'preliminary', language: 'pl', title: 'Wyniki na spotkanie', revision: 1 });
    expect(report.blocks.length).toBeGreaterThan(5);
    expect(wordsOf((await anna.open(LIST)).text)).toContain('Wyniki na spotkanie');
  });

  it('asks which institution a scorecard is about', async () => {
    const fields = fieldsOf((await anna.open(LIST)).text, '.');
    const refused = await anna.send(LIST, changed(fields, { rodzaj: 'scorecard', instytucja: '' }));
    expect(refused.status).toBe(400);
    expect(wordsOf(refused.text)).toContain('Karta wyników jest o jednej instytucji');
    const made = await anna.send(LIST, changed(fields, { rodzaj: 'scorecard', instytucja: 'owes-polnoc' }));
    expect(await read({ id: made.headers['location']?.split('/').at(-1) as ReportId })).toMatchObject({
      institution: 'owes-polnoc',
    });
  });

  it('saves all blocks of a page at once, also when another button is pressed', async () => {
    const report = await begin(heading('Raz'), text('dwa'), text('trzy'));
    const form = await formOf(anna, report);
    const typed = changedAt(changedAt(form, 'tekst', 1, 'dwa inaczej'), 'tekst', 2, 'trzy inaczej');
    const reply = await press(anna, report, typed, `gora:${report.blocks[2]?.id ?? ''}`);
    expect(reply.status).toBe(303);
    expect(await textsOf(report)).toEqual(['Raz', 'trzy inaczej', 'dwa inaczej']);
  });

  it('adds, duplicates and removes blocks, and takes each back', async () => {
    const report = await begin(text('a'), text('b'));
    const [a, b] = report.blocks;
    await press(anna, report, changed(await formOf(anna, report), { po: a?.id ?? '' }), 'dodaj:note');
    expect(await textsOf(report)).toEqual(['a', '', 'b']);
    await press(anna, report, await formOf(anna, report), `powiel:${b?.id ?? ''}`);
    expect(await textsOf(report)).toEqual(['a', '', 'b', 'b']);
    const removed = await press(anna, report, await formOf(anna, report), `usun:${a?.id ?? ''}`);
    expect(await textsOf(report)).toEqual(['', 'b', 'b']);
    const page = await anna.open(removed.headers['location'] ?? '');
    expect(wordsOf(page.text)).toMatch(/Usunięto blok\. Cofnij/);
    for (const left of [
      ['a', '', 'b', 'b'],
      ['a', '', 'b'],
      ['a', 'b'],
    ]) {
      const html = (await anna.open(addressOf(report))).text;
      const undo = /value="(cofnij:[\w-]+)"/.exec(html)?.[1] ?? '';
      await press(anna, report, fieldsOf(html, 'rozdzial'), undo);
      expect(await textsOf(report)).toEqual(left);
    }
  });

  it('keeps both texts when two people change one block, and saves the rest', async () => {
    const report = await begin(text('wspólny'), text('drugi'));
    const [annas, jans] = [await formOf(anna, report), await formOf(jan, report)];
    await press(jan, report, changedAt(jans, 'tekst', 0, 'tekst Jana'), 'zapisz');
    const typed = changedAt(changedAt(annas, 'tekst', 0, 'tekst Anny'), 'tekst', 1, 'drugi Anny');
    const conflict = await press(anna, report, typed, 'zapisz');
    expect(conflict.status).toBe(409);
    expect(await textsOf(report)).toEqual(['tekst Jana', 'drugi Anny']);
    expect(wordsOf(conflict.text)).toMatch(/Ktoś zmienił ten sam blok.*Oba teksty są poniżej/);
    expect(conflict.text).toContain('tekst Jana');
    const decision = fieldsOf(conflict.text, 'oba');
    expect(decision.find(([name]) => name === 'tekst')?.[1].trim()).toBe('tekst Anny');
    await anna.send(addressOf(report), changed(decision, { akcja: 'zapisz', wybor: 'obie' }));
    expect(await textsOf(report)).toEqual(['tekst Jana\n\ntekst Anny', 'drugi Anny']);
  });

  it('does not overwrite what it only showed: an untouched block keeps what somebody else wrote', async () => {
    const report = await begin(text('a'), text('b'));
    const annas = await formOf(anna, report);
    await press(jan, report, changedAt(await formOf(jan, report), 'tekst', 0, 'a Jana'), 'zapisz');
    const reply = await press(anna, report, changedAt(annas, 'tekst', 1, 'b Anny'), 'zapisz');
    expect(reply.status).toBe(303);
    expect(await textsOf(report)).toEqual(['a Jana', 'b Anny']);
  });

  it('puts a block back where it stood with the text typed in it when somebody removed it', async () => {
    const report = await begin(text('a'), text('b'), text('c'));
    const annas = await formOf(anna, report);
    await press(jan, report, await formOf(jan, report), `usun:${report.blocks[1]?.id ?? ''}`);
    const conflict = await press(anna, report, changedAt(annas, 'tekst', 1, 'b Anny'), 'zapisz');
    expect(conflict.status).toBe(409);
    expect(wordsOf(conflict.text)).toContain('Usunięty blok');
    await anna.send(addressOf(report), changed(fieldsOf(conflict.text, 'oba'), { akcja: 'zapisz', wybor: 'moja' }));
    expect(await textsOf(report)).toEqual(['a', 'b Anny', 'c']);
  });

  it('does not remove a block that somebody has just changed', async () => {
    const report = await begin(text('a'));
    const html = (await anna.open(addressOf(report))).text;
    const button = /value="(usun:[^"]+)"/.exec(html)?.[1] ?? '';
    await press(jan, report, changedAt(await formOf(jan, report), 'tekst', 0, 'a Jana'), 'zapisz');
    const reply = await press(anna, report, fieldsOf(html, 'rozdzial'), button);
    expect(reply.headers['location']).toContain('po=zmianie');
    expect(await textsOf(report)).toEqual(['a Jana']);
  });

  it('does not take back an edit over somebody else’s text', async () => {
    const report = await begin(text('a'));
    await press(anna, report, changedAt(await formOf(anna, report), 'tekst', 0, 'a Anny'), 'zapisz');
    await press(jan, report, changedAt(await formOf(jan, report), 'tekst', 0, 'a Jana'), 'zapisz');
    const html = (await anna.open(addressOf(report))).text;
    const undo = /value="(cofnij:[\w-]+)"/.exec(html)?.[1] ?? '';
    const refused = await press(anna, report, fieldsOf(html, 'rozdzial'), undo);
    expect(refused.status).toBe(409);
    expect(wordsOf(refused.text)).toContain('Tej zmiany nie można cofnąć');
    expect(await textsOf(report)).toEqual(['a Jana']);
  });

  it('saves one block by itself while somebody types, and says so in words', async () => {
    const report = await begin(text('a'));
    const form = await formOf(anna, report);
    const names = ['_csrf', 'blok', 'odcisk', 'rodzaj', 'tekst', 'poziom', 'zrodlo'];
    const own = (fields: Fields) =>
      changed(
        fields.filter(([name]) => names.includes(name)),
        { akcja: 'autozapis' },
      );
    const saved = await anna.send(`${addressOf(report)}/autozapis`, own(changedAt(form, 'tekst', 0, 'a i b')), true);
    expect(saved.status).toBe(200);
    expect((saved.body as { savedAt: string }).savedAt).toMatch(/^\d{2}:\d{2}$/);
    const late = await anna.send(`${addressOf(report)}/autozapis`, own(changedAt(form, 'tekst', 0, 'a i c')), true);
    expect(late.status).toBe(409);
    expect((late.body as { text: string }).text).toContain('Nic nie zostało nadpisane');
    expect(await textsOf(report)).toEqual(['a i b']);
    const fresh = changed(form, { odcisk: (saved.body as { odcisk: string }).odcisk });
    const again = await anna.send(`${addressOf(report)}/autozapis`, own(changedAt(fresh, 'tekst', 0, 'a i c')), true);
    expect(again.status).toBe(200);
    expect(await textsOf(report)).toEqual(['a i c']);
  });

  it('keeps a text that is too long on the page and says how long it may be', async () => {
    const report = await begin(text('a'));
    const form = changedAt(await formOf(anna, report), 'tekst', 0, 'ż'.repeat(10_001));
    const reply = await press(anna, report, form, 'zapisz');
    expect(reply.status).toBe(400);
    expect(wordsOf(reply.text)).toMatch(/Proszę skrócić do 10000 znaków\. Wpisano 10001/);
    expect(reply.text).toContain('ż'.repeat(10_001));
    expect(await textsOf(report)).toEqual(['a']);
    await press(anna, report, changedAt(form, 'tekst', 0, 'ż'.repeat(10_000)), 'zapisz');
    expect(await textsOf(report)).toEqual(['ż'.repeat(10_000)]);
  });

  it('takes a table by its address, freezes it, shows that nothing would change, and makes it live again', async () => {
    const report = await begin(heading('Raz'));
    const added = await press(anna, report, await formOf(anna, report), 'dodaj:table');
    const address = (added.headers['location'] ?? '').split('?')[0] ?? '';
    const form = fieldsOf((await anna.open(address)).text, 'blok');
    const wrong = await anna.send(address, changed(form, { akcja: 'wez', adres: '/badania/inne/tabele?wiersze=J' }));
    expect(wrong.status).toBe(400);
    expect(wordsOf(wrong.text)).toContain('Ta tabela jest z innego badania');
    const typed = { akcja: 'wez', adres: `http://x.example${TABLE}`, tytul: 'Zgoda rośnie' };
    expect((await anna.send(address, changed(form, typed))).status).toBe(303);
    const block = (await read(report)).blocks[1];
    expect(block).toMatchObject({ kind: 'data', title: 'Zgoda rośnie', source: { kind: 'live', rows: ['J'] } });
    const id = block?.id as BlockId;
    await press(anna, report, await formOf(anna, report), `zamroz:${id}`);
    const frozen = (await read(report)).blocks[1];
    expect(frozen).toMatchObject({ source: { kind: 'frozen', asked: { rows: ['J'], columns: ['instytucja'] } } });
    const page = await anna.open(addressOf(report));
    expect(wordsOf(page.text)).toMatch(/Zamrożony.*Zgoda rośnie.*Zamrożono \d+ \p{L}+, n = \d+\./u);
    const differences = await anna.open(`${addressOf(report)}/bloki/${id}/odswiez`);
    expect(wordsOf(differences.text)).toContain('liczby są te same');
    await anna.send(`${addressOf(report)}/bloki/${id}/odswiez`, fieldsOf(differences.text, '.'));
    const again = (await read(report)).blocks[1];
    expect(again).toMatchObject({ source: { kind: 'frozen' } });
    expect(again).not.toEqual(frozen);
    await press(anna, report, await formOf(anna, report), `ozyw:${id}`);
    expect((await read(report)).blocks[1]).toMatchObject({ source: { kind: 'live', rows: ['J'] } });
  });

  it('freezes all live blocks at once and says which could not be', async () => {
    const report = await begin(live(['J1a']), live(['J']), live(['NIE_MA']));
    const reply = await press(anna, report, await formOf(anna, report), 'zamroz-wszystkie');
    expect(reply.headers['location']).toMatch(/po=zamrozeniu&odmowy=\d/);
    const sources = (await read(report)).blocks.flatMap((block) => (block.kind === 'data' ? [block.source.kind] : []));
    expect(sources).toContain('frozen');
    expect(sources.at(-1)).toBe('live');
    const page = await anna.open(reply.headers['location'] ?? '');
    expect(wordsOf(page.text)).toMatch(/nie można zamrozić/);
  });

  it('keeps a frozen block frozen when only its title changes, and makes it live when it asks something else', async () => {
    const report = await begin(live(['J']));
    const id = report.blocks[0]?.id ?? '';
    await press(anna, report, await formOf(anna, report), `zamroz:${id}`);
    const address = `${addressOf(report)}/bloki/${id}`;
    const form = fieldsOf((await anna.open(address)).text, 'blok');
    await anna.send(address, changed(form, { akcja: 'zapisz', tytul: 'Nowy tytuł' }));
    expect((await read(report)).blocks[0]).toMatchObject({ title: 'Nowy tytuł', source: { kind: 'frozen' } });
    const second = fieldsOf((await anna.open(address)).text, 'blok');
    await anna.send(address, changed(second, { akcja: 'zapisz', kolumny: null }));
    expect((await read(report)).blocks[0]).toMatchObject({ source: { kind: 'live', columns: [] } });
  });

  it('filters a table by answers, one step after the other', async () => {
    const report = await begin(live(['J']));
    const address = `${addressOf(report)}/bloki/${report.blocks[0]?.id ?? ''}`;
    const form = fieldsOf((await anna.open(address)).text, 'blok');
    const listed = await anna.send(address, changed(form, { akcja: 'kategorie', zmienna: 'instytucja' }));
    const page = await anna.open((listed.headers['location'] ?? '').split('#')[0] ?? '');
    expect(page.text.includes('name="kod" value="owes-polnoc"')).toBe(true);
    const chosen = changed(fieldsOf(page.text, 'blok'), { akcja: 'filtr', kod: 'owes-polnoc' });
    await anna.send(address, chosen);
    expect((await read(report)).blocks[0]).toMatchObject({
      source: { filter: [{ variable: 'instytucja', codes: ['owes-polnoc'] }] },
    });
    const filtered = fieldsOf((await anna.open(address)).text, 'blok');
    await anna.send(address, changed(filtered, { akcja: 'bez-filtra:0' }));
    expect((await read(report)).blocks[0]).toMatchObject({ source: { filter: [] } });
  });

  it('keeps both versions when the settings of a block collide', async () => {
    const report = await begin(live(['J']));
    const address = `${addressOf(report)}/bloki/${report.blocks[0]?.id ?? ''}`;
    const annas = fieldsOf((await anna.open(address)).text, 'blok');
    const jans = fieldsOf((await jan.open(address)).text, 'blok');
    await jan.send(address, changed(jans, { akcja: 'zapisz', tytul: 'Tytuł Jana' }));
    const conflict = await anna.send(address, changed(annas, { akcja: 'zapisz', tytul: 'Tytuł Anny' }));
    expect(conflict.status).toBe(409);
    expect(wordsOf(conflict.text)).toContain('Tytuł Jana');
    const mine = fieldsOf(conflict.text, 'blok');
    expect(mine.find(([name]) => name === 'tytul')?.[1]).toBe('Tytuł Anny');
    await anna.send(address, changed(mine, { akcja: 'zapisz' }));
    expect((await read(report)).blocks[0]).toMatchObject({ title: 'Tytuł Anny' });
  });

  it('checks before publication: empty blocks, headings that skip a level, data that are not there', async () => {
    const report = await begin(heading('Raz'), heading('Za głęboko', 3), text(''), live(['NIE_MA']));
    const words = wordsOf((await anna.open(addressOf(report))).text);
    expect(words).toMatch(/1 nagłówek przeskakuje poziom: 2/);
    expect(words).toMatch(/1 blok jest pusty: 3/);
    expect(words).toMatch(/1 blok z danymi nie ma tytułu, źródła albo n: 4/);
    expect(words).toContain('Grupy poniżej 5 osób są ukryte');
  });

  it('shows one chapter at a time and keeps 300 blocks of a report', async () => {
    const chapters = Array.from({ length: 30 }, (_, index) => [
      heading(`Rozdział ${index + 1}`),
      ...Array.from({ length: 9 }, (_each, at) => text(`Tekst ${index + 1}.${at + 1}`)),
    ]).flat();
    const report = await begin(...chapters);
    const third = await anna.open(`${addressOf(report)}?rozdzial=3`);
    expect(third.text).toContain('Tekst 3.9');
    expect(third.text).not.toContain('Tekst 4.1');
    expect(wordsOf(third.text)).toContain('bloki 21–30');
    const form = fieldsOf(third.text, 'rozdzial');
    await press(anna, report, changedAt(form, 'tekst', 9, 'Zmieniony'), 'zapisz');
    const after = await read(report);
    expect(after.blocks).toHaveLength(300);
    expect(after.blocks[29]).toMatchObject({ text: 'Zmieniony' });
  });

  it('loses no text of two people, in whatever order they read and save', async () => {
    const key = (report: StoredReport) => ({ evaluationId: EVALUATION, id: report.id });
    const people = ['anna', 'jan'].map((name) => ({ id: name as AccountId, name }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), fc.boolean()), { maxLength: 8 }), async (turns) => {
        const report = await begin(text('początek'));
        const seen = [report, report];
        const typed: string[] = ['początek'];
        for (const [index, [who, isFresh]] of turns.entries()) {
          const by = people[who];
          if (by === undefined) continue;
          if (isFresh) seen[who] = await read(report);
          const block = seen[who]?.blocks[0];
          if (block?.kind !== 'text') continue;
          const mark = `${by.name}${index}`;
          const content = { kind: 'text', text: `${block.text} ${mark}` } as const;
          const saved = await editor().saveTyped(key(report), by, [
            { id: block.id, seen: fingerprint(block), content },
          ]);
          // What was not saved comes back to the person who typed it.
          if (saved.conflicts.length === 0) typed.push(mark);
          else expect(saved.conflicts[0]?.typed.content.text).toContain(mark);
          seen[who] = saved.report;
        }
        const [words = ''] = await textsOf(report);
        for (const mark of typed) expect(words).toContain(mark);
      }),
      { numRuns: 12 },
    );
  });

  it('previews the report as HTML and PDF', async () => {
    const report = await begin(heading('Jakość'), text('Słowo **ważne**.'), live(['J']));
    const html = await anna.open(`${addressOf(report)}/podglad?rozdzial=1`);
    expect(html.status).toBe(200);
    expect(wordsOf(html.text)).toContain('Słowo ważne');
    const pdf = await anna.open(`${addressOf(report)}/podglad.pdf`);
    expect(pdf.status).toBe(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
  });

  it('renames, removes and brings back', async () => {
    const report = await begin(text('a'));
    const page = await anna.open(addressOf(report));
    const rename = page.text.split(`action="${addressOf(report)}/tytul"`)[1] ?? '';
    const fields = fieldsOf(`<form>${rename}`, '.').slice(0, 3);
    await anna.send(`${addressOf(report)}/tytul`, changed(fields, { tytul: 'Inny tytuł' }));
    expect((await read(report)).title).toBe('Inny tytuł');
    const question = await anna.open(`${addressOf(report)}/usun`);
    await anna.send(`${addressOf(report)}/usun`, fieldsOf(question.text, '.'));
    expect((await anna.open(addressOf(report))).status).toBe(404);
    const list = (await anna.open(LIST)).text;
    expect(wordsOf(list)).toMatch(/usunięty raport.*Inny tytuł/);
    await anna.send(`${addressOf(report)}/przywroc`, fieldsOf(list, '.').slice(0, 1));
    expect((await anna.open(addressOf(report))).status).toBe(200);
  });

  it('is closed to those who only read, and refuses what no page sends', async () => {
    const report = await begin(text('a'));
    for (const who of ['dyrektor', 'koordynator-polnoc']) {
      const person = await signedIn(application, `${who}@demo.example`);
      expect((await person.open(addressOf(report))).status).toBe(403);
      expect((await person.open(`${addressOf(report)}/podglad.pdf`)).status).toBe(403);
    }
    const form = await formOf(anna, report);
    expect(
      (
        await press(
          anna,
          report,
          form.filter(([name]) => name !== 'rodzaj'),
          'zapisz',
        )
      ).status,
    ).toBe(400);
    expect((await press(anna, report, changed(form, { obce: 'x' }), 'zapisz')).status).toBe(400);
    expect((await anna.open(`${LIST}/00000000-0000-4000-8000-000000000000`)).status).toBe(404);
  });
});
