import type { Response } from 'supertest';
import type { Item, QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import { allItems } from '../../../src/features/questionnaires/domain/edit';
import { ITEM_KINDS } from '../../../src/features/questionnaires/editor/form/item-form';
import { newId, type EvaluationId } from '../../../src/platform/ids';
import { startTestApplication, type TestApplication } from '../../support/application';
import { changed, changedAt, fieldsOf, signedIn, wordsOf, type Fields, type Person } from './editor-person';

/** The page from the form that holds this control on. */
const formAround = (html: string, control: string): string =>
  html.slice(html.lastIndexOf('<form', html.indexOf(control)));

const EVALUATION = 'demonstracja' as EvaluationId;
const HOME = '/badania/demonstracja/kwestionariusz/owes-clients';

describe('the questionnaire editor', () => {
  let application: TestApplication;
  let anna: Person;
  let jan: Person;
  let director: Person;

  beforeAll(async () => {
    application = await startTestApplication();
    const { accounts } = application.chapters;
    await accounts.createAccount({
      email: 'jan@demo.example',
      name: 'Jan Lis',
      title: 'Ewaluator',
      role: 'evaluator',
      password: 'haslo-demonstracyjne',
    });
    anna = await signedIn(application, 'ewaluator@demo.example');
    jan = await signedIn(application, 'jan@demo.example');
    director = await signedIn(application, 'dyrektor@demo.example');
  }, 60_000);
  afterAll(() => application.remove());

  const definition = async (code = 'owes-clients'): Promise<QuestionnaireDefinition> =>
    (await application.chapters.questionnaires.drafts.readDraft({ evaluationId: EVALUATION, code })).definition;
  const itemCalled = async (code: string): Promise<Item | undefined> =>
    allItems(await definition()).find((item) => item.code === code);
  const codes = async (): Promise<readonly string[]> => allItems(await definition()).map(({ code }) => code);
  const formOf = async (person: Person, code: string): Promise<Fields> =>
    fieldsOf((await person.open(`${HOME}/pytania/${code}`)).text, 'pytanie');
  const press = (person: Person, code: string, fields: Fields, button = 'zapisz'): Promise<Response> =>
    person.send(`${HOME}/pytania/${code}`, changed(fields, { akcja: button }));
  const typed = async (person: Person, code: string, changes: Readonly<Record<string, string | null>>) =>
    press(person, code, changed(await formOf(person, code), changes));
  const undo = async (person: Person): Promise<Response> =>
    person.send(`${HOME}/cofnij`, fieldsOf((await person.open(`${HOME}/pytania/K1`)).text, 'cofnij'));
  const addAfter = async (person: Person, code: string, kind = 'open'): Promise<string> => {
    const [[, csrf] = ['', '']] = await formOf(person, code);
    const reply = await person.send(`${HOME}/pytania`, [
      ['_csrf', csrf],
      ['miejsce', `po:${code}`],
      ['typ', kind],
    ]);
    return /pytania\/(\w+)/.exec(String(reply.headers['location']))?.[1] ?? '';
  };

  describe('one person', () => {
    test('is led to the first item', async () => {
      const reply = await anna.open(HOME);
      expect(reply.headers['location']).toBe(`${HOME}/pytania/K1`);
    });

    test('saves an item as it stands without changing anything', async () => {
      const before = await definition();
      for (const code of await codes()) {
        const reply = await typed(anna, code, {});
        expect([code, reply.status]).toEqual([code, 303]);
      }
      expect(await definition()).toEqual(before);
    });

    test('adds, writes, copies, moves and deletes an item, and takes each back', async () => {
      const start = await definition();
      const code = await addAfter(anna, 'K1');
      expect((await codes()).slice(0, 3)).toEqual(['K1', code, 'K2']);
      await typed(anna, code, { tekst: 'Skąd wiedzą Państwo o ośrodku?', wymagane: '1' });
      expect(await itemCalled(code)).toMatchObject({ text: 'Skąd wiedzą Państwo o ośrodku?', required: true });

      const copied = await press(anna, code, await formOf(anna, code), 'powiel');
      const copy = /pytania\/(\w+)/.exec(String(copied.headers['location']))?.[1] ?? '';
      expect((await codes()).slice(0, 4)).toEqual(['K1', code, copy, 'K2']);

      await press(anna, copy, await formOf(anna, copy), 'gora');
      expect((await codes()).slice(0, 4)).toEqual(['K1', copy, code, 'K2']);

      const gone = await press(anna, copy, await formOf(anna, copy), 'usun');
      const page = await anna.open(String(gone.headers['location']));
      expect(wordsOf(page.text)).toContain('Usunięto pytanie „Skąd wiedzą Państwo o ośrodku?”');

      for (let step = 0; step < 5; step += 1) expect((await undo(anna)).status).toBe(303);
      expect(await definition()).toEqual(start);
      expect(wordsOf((await undo(anna)).text)).toContain('Nie ma czego cofnąć');
    });

    test('is told who refers to an item that goes', async () => {
      const gone = await press(anna, 'G1', await formOf(anna, 'G1'), 'usun');
      const page = await anna.open(String(gone.headers['location']));
      expect(wordsOf(page.text)).toMatch(/Odwołują się do tego pytania: G2/);
      await undo(anna);
    });

    test('adds and removes rows without scripts; the new row has the focus', async () => {
      const code = await addAfter(anna, 'K1', 'single');
      const fields = changedAt(changedAt(await formOf(anna, code), 'o-tekst', 0, 'Pierwsza'), 'o-tekst', 1, 'Druga');
      const more = await press(anna, code, changed(fields, { tekst: 'Która?' }), 'dodaj-odpowiedzi');
      expect(more.status).toBe(200);
      expect(more.text).toMatch(/id="f-o-2"[^>]* autofocus/);
      const typedMore = changedAt(fieldsOf(more.text, 'pytanie'), 'o-tekst', 2, 'Trzecia');
      const fewer = await press(anna, code, typedMore, 'usun-odpowiedzi-0');
      await press(anna, code, fieldsOf(fewer.text, 'pytanie'));
      expect(await itemCalled(code)).toMatchObject({
        text: 'Która?',
        choices: [
          { code: '2', label: 'Druga' },
          { code: '1', label: 'Trzecia' },
        ],
      });
      await undo(anna);
      await undo(anna);
    });

    test('pastes three hundred answers and saves them', async () => {
      const code = await addAfter(anna, 'K1', 'single');
      const list = Array.from(
        { length: 300 },
        (_, index) => `k${index} | Odpowiedź numer ${index}, „zażółć gęślą jaźń”`,
      );
      const pasted = await press(anna, code, changed(await formOf(anna, code), { wklej: list.join('\n') }), 'wklej');
      const fields = fieldsOf(pasted.text, 'pytanie');
      expect((await press(anna, code, fields)).status).toBe(303);
      const item = await itemCalled(code);
      expect(item).toMatchObject({ kind: 'single' });
      expect(item !== undefined && 'choices' in item ? item.choices.length : 0).toBe(300);
      expect((await press(anna, code, await formOf(anna, code))).status).toBe(303);
      expect(await itemCalled(code)).toEqual(item);
      await undo(anna);
      await undo(anna);
    }, 60_000);

    test('hears what another kind has no place for before it is saved', async () => {
      const before = await itemCalled('B1');
      const asked = await typed(anna, 'B1', { typ: 'open' });
      expect(asked.status).toBe(200);
      expect(wordsOf(asked.text)).toContain('Nowy typ nie ma miejsca na wszystko');
      expect(await itemCalled('B1')).toEqual(before);
    });

    test('keeps everything typed when a field cannot be read', async () => {
      const code = await addAfter(anna, 'K1', 'number');
      const reply = await typed(anna, code, { tekst: 'Ile osób?', od: 'zero', do: '10' });
      expect(reply.status).toBe(400);
      expect(reply.text).toContain('<title>Błąd: ');
      const fields = new Map(fieldsOf(reply.text, 'pytanie'));
      expect([fields.get('tekst'), fields.get('od'), fields.get('do')]).toEqual(['Ile osób?', 'zero', '10']);
      await undo(anna);
    });

    test('sees at which character an expression ends to make sense', async () => {
      const code = await addAfter(anna, 'K1', 'calculated');
      const reply = await typed(anna, code, { tekst: 'Suma', wyrazenie: '${P6} + )' });
      expect(reply.status).toBe(400);
      expect(reply.text).toMatch(/<pre class="caret"[^>]*>\$\{P6\} \+ \)\n {8}\^/);
      await undo(anna);
    });

    test('cannot change the name of an answered item without knowing what that does', async () => {
      const refused = await typed(anna, 'B1', { kod: 'B9' });
      expect(refused.status).toBe(400);
      expect(wordsOf(refused.text)).toContain('rozdzieli dawne i nowe wyniki');
      const aware = await press(anna, 'B1', changed(fieldsOf(refused.text, 'pytanie'), { swiadomie: '1' }));
      expect(aware.headers['location']).toContain('/pytania/B9');
      expect(await itemCalled('B9')).toMatchObject({ wording: 2 });
      await undo(anna);
    });

    test('says whether a changed wording is a mended letter or another question', async () => {
      const open = await anna.open(`${HOME}/pytania/B1`);
      expect(wordsOf(open.text)).toMatch(/To pytanie ma już \d+ odpowied/);
      const text = { tekst: 'Jakie są największe bariery?' };
      expect((await typed(anna, 'B1', text)).status).toBe(400);
      await typed(anna, 'B1', { ...text, zmiana: 'tresc' });
      await typed(anna, 'B1', { ...text, zmiana: 'tresc' });
      expect(await itemCalled('B1')).toMatchObject({ wording: 2 });
      await typed(anna, 'B1', { ...text, zmiana: 'literowka' });
      expect(await itemCalled('B1')).not.toHaveProperty('wording');
      for (let step = 0; step < 2; step += 1) await undo(anna);
      expect(await itemCalled('B1')).toMatchObject({ text: expect.stringMatching(/bariery Państwa rozwoju/) });
    });
  });

  describe('two people', () => {
    test('change different items at once, and both are saved', async () => {
      const [one, other] = [await formOf(anna, 'Z4'), await formOf(jan, 'Z3')];
      const hints = await Promise.all([
        press(anna, 'Z4', changed(one, { wskazowka: 'Od Anny' })),
        press(jan, 'Z3', changed(other, { wskazowka: 'Od Jana' })),
      ]);
      expect(hints.map(({ status }) => status)).toEqual([303, 303]);
      expect(await itemCalled('Z4')).toMatchObject({ hint: 'Od Anny' });
      expect(await itemCalled('Z3')).toMatchObject({ hint: 'Od Jana' });
    });

    test('who change the same item see both versions; nothing is overwritten, nothing typed is lost', async () => {
      const annas = await formOf(anna, 'Z4');
      await typed(jan, 'Z4', { wskazowka: 'Wersja Jana' });
      const conflict = await press(anna, 'Z4', changed(annas, { wskazowka: 'Wersja Anny' }));
      expect(conflict.status).toBe(409);
      const words = wordsOf(conflict.text);
      expect(words).toMatch(/Ktoś zmienił to pytanie o \d{2}:\d{2}: Jan Lis/);
      expect(words).toContain('Wskazówka (można pominąć) Wersja Anny Wersja Jana');
      expect(await itemCalled('Z4')).toMatchObject({ hint: 'Wersja Jana' });

      await press(anna, 'Z4', fieldsOf(formAround(conflict.text, 'name="odcisk"'), '.'));
      expect(await itemCalled('Z4')).toMatchObject({ hint: 'Wersja Anny' });
    });

    test('who undo take back only their own', async () => {
      await typed(anna, 'Z4', { wskazowka: 'Anna' });
      await typed(jan, 'Z3', { wskazowka: 'Jan' });
      await undo(anna);
      expect(await itemCalled('Z3')).toMatchObject({ hint: 'Jan' });
      expect(await itemCalled('Z4')).not.toMatchObject({ hint: 'Anna' });
      await typed(anna, 'Z4', { wskazowka: 'Anna' });
      await typed(jan, 'Z4', { wskazowka: 'Jan' });
      const refused = await undo(anna);
      expect(refused.status).toBe(409);
      expect(await itemCalled('Z4')).toMatchObject({ hint: 'Jan' });
    });

    test('one of whom deletes what the other writes: the text can be put back', async () => {
      const code = await addAfter(anna, 'K1');
      const annas = await formOf(anna, code);
      await press(jan, code, await formOf(jan, code), 'usun');
      const reply = await press(anna, code, changed(annas, { tekst: 'Ważne pytanie' }));
      expect(reply.status).toBe(409);
      expect(wordsOf(reply.text)).toContain('Ważne pytanie');
      await anna.send(`${HOME}/pytania/${code}/wstaw`, fieldsOf(formAround(reply.text, 'name="odcisk"'), '.'));
      expect(await itemCalled(code)).toMatchObject({ text: 'Ważne pytanie' });
    });
  });

  test('twenty saves at once lose none', async () => {
    const all = (await codes()).slice(0, 20);
    const persons = all.map((_, index) => (index % 2 === 0 ? anna : jan));
    // One page first: it brings the cookie that all forms of a person share.
    for (const person of [anna, jan]) await formOf(person, 'K1');
    const forms = await Promise.all(all.map((code, index) => formOf(persons[index]!, code)));
    const replies = await Promise.all(
      all.map((code, index) => press(persons[index]!, code, changed(forms[index]!, { porownanie: `fala-${index}` }))),
    );
    expect(replies.map(({ status }) => status)).toEqual(all.map(() => 303));
    const saved = await Promise.all(all.map(itemCalled));
    expect(saved.map((item) => item?.comparisonCode)).toEqual(all.map((_, index) => `fala-${index}`));
  }, 60_000);

  test('saving by itself answers with the time and the new fingerprint, and says at once when somebody was there', async () => {
    const fields = changed(await formOf(anna, 'K3'), { akcja: 'autozapis', wskazowka: 'Pisane' });
    const saved = await anna.send(`${HOME}/pytania/K3`, fields, true);
    expect(saved.body).toMatchObject({
      savedAt: expect.stringMatching(/^\d{2}:\d{2}$/),
      address: `${HOME}/pytania/K3`,
    });
    const next = await anna.send(
      `${HOME}/pytania/K3`,
      changed(fields, { odcisk: String(saved.body.odcisk), wskazowka: 'Pisane dalej' }),
      true,
    );
    expect(next.status).toBe(200);
    const late = await anna.send(`${HOME}/pytania/K3`, fields, true);
    expect([late.status, late.body.text]).toEqual([409, expect.stringContaining('Ktoś zmienił to pytanie')]);
    await undo(anna);
    expect(await itemCalled('K3')).not.toMatchObject({ hint: expect.stringContaining('Pisane') });
  });

  describe('pages', () => {
    test('are added, named, moved and deleted with undo', async () => {
      const start = await definition();
      const [[, csrf] = ['', '']] = await formOf(anna, 'K1');
      const added = await anna.send(`${HOME}/strony`, [
        ['_csrf', csrf],
        ['po', 'rola'],
      ]);
      const address = String(added.headers['location']).split('?')[0] ?? '';
      const open = async (): Promise<Fields> =>
        fieldsOf(formAround((await anna.open(address)).text, 'name="odcisk"'), '.');
      await anna.send(address, changed(await open(), { tytul: 'Nowa strona', akcja: 'gora' }));
      expect((await definition()).pages.slice(0, 2).map(({ title }) => title)).toEqual(['Nowa strona', 'Państwa rola']);
      await anna.send(address, changed(await open(), { akcja: 'usun' }));
      expect((await definition()).pages.length).toBe(start.pages.length);
      for (let step = 0; step < 4; step += 1) await undo(anna);
      expect(await definition()).toEqual(start);
    });

    test('intro: the title is required and conflicts are told', async () => {
      const { text } = await anna.open(`${HOME}/wstep`);
      const fields = fieldsOf(formAround(text, 'name="odcisk"'), '.');
      const wrong = await anna.send(`${HOME}/wstep`, changed(fields, { tytul: ' ', minuty: 'dużo' }));
      expect([wrong.status, wordsOf(wrong.text)]).toEqual([400, expect.stringContaining('Proszę wpisać tytuł')]);
      expect((await anna.send(`${HOME}/wstep`, changed(fields, { minuty: '14' }))).status).toBe(303);
      expect(await definition()).toMatchObject({ minutes: 14 });
      const late = await anna.send(`${HOME}/wstep`, changed(fields, { minuty: '15' }));
      expect([late.status, (await definition()).minutes]).toEqual([409, 14]);
      await undo(anna);
    });
  });

  describe('conditions', () => {
    const conditionForm = async (code: string, way = 'formularz'): Promise<Fields> => {
      const { text } = await anna.open(`${HOME}/pytania/${code}/warunek?sposob=${way}`);
      return fieldsOf(formAround(text, 'name="odcisk"'), '.');
    };
    const save = (code: string, fields: Fields): Promise<Response> =>
      anna.send(`${HOME}/pytania/${code}/warunek`, fields);

    test('by form are written as expressions', async () => {
      const fields = await conditionForm('Z3');
      const reply = await save(
        'Z3',
        changed(fields, {
          akcja: 'zapisz',
          pytanie: 'K1',
          operator: 'chosen',
          wartosc: '',
          'wybor-0': 'pes',
          laczenie: 'all',
        }),
      );
      expect(reply.status).toBe(303);
      expect(await itemCalled('Z3')).toMatchObject({ shownIf: "${K1} = 'pes'" });
      await undo(anna);
    });

    test('by expression are refused at the character', async () => {
      const fields = await conditionForm('Z3', 'wyrazenie');
      const reply = await save('Z3', changed(fields, { wyrazenie: "${K1} = 'pes' and", akcja: 'zapisz' }));
      expect(reply.status).toBe(400);
      expect(wordsOf(reply.text)).toMatch(/od znaku 18/);
    });

    test('that rows cannot say open as an expression', async () => {
      const fields = await conditionForm('Z3', 'wyrazenie');
      await save('Z3', changed(fields, { wyrazenie: '${G3} > ${G4}', akcja: 'zapisz' }));
      const { text } = await anna.open(`${HOME}/pytania/Z3/warunek`);
      expect(wordsOf(text)).toContain('Tego warunku nie da się pokazać w formularzu');
      await undo(anna);
    });
  });

  describe('remarks', () => {
    const remarkForm = (text: string): Fields => fieldsOf(formAround(text, 'name="tresc"'), '.');

    test('are made by those who read, counted on the outline, and closed by those who write', async () => {
      const page = await director.open(`${HOME}/pytania/Z4`);
      expect(page.status).toBe(200);
      expect(page.text).not.toContain('name="odcisk"');
      await director.send(`${HOME}/pytania/Z4/uwagi`, changed(remarkForm(page.text), { tresc: 'Zbyt ogólne.' }));
      const seen = (await anna.open(`${HOME}/pytania/Z4`)).text;
      expect(wordsOf(seen)).toContain('1 uwaga');
      expect(wordsOf(seen)).toContain('Zbyt ogólne.');
      const action = /action="([^"]+\/zamkniecie)"/.exec(seen)?.[1] ?? '';
      const [[, csrf] = ['', '']] = fieldsOf(seen, 'pytanie');
      expect((await anna.send(action, [['_csrf', csrf]])).status).toBe(303);
      expect(wordsOf((await anna.open(`${HOME}/pytania/Z4`)).text)).not.toContain('1 uwaga ');
    });

    test('cannot be empty', async () => {
      const page = await director.open(`${HOME}/pytania/Z4`);
      const reply = await director.send(`${HOME}/pytania/Z4/uwagi`, changed(remarkForm(page.text), { tresc: '  ' }));
      expect([reply.status, wordsOf(reply.text)]).toEqual([400, expect.stringContaining('Proszę wpisać uwagę')]);
    });

    test('those who read change nothing', async () => {
      const fields = await formOf(anna, 'Z4');
      expect((await director.send(`${HOME}/pytania/Z4`, fields)).status).toBe(403);
      expect((await director.open(`${HOME}/wstep`)).status).toBe(403);
    });
  });

  describe('the list of questionnaires', () => {
    const list = '/badania/demonstracja/kwestionariusz';
    const begin = async (title: string, code: string): Promise<Response> => {
      const { text } = await anna.open(list);
      return anna.send(list, changed(fieldsOf(formAround(text, 'name="tytul"'), '.'), { tytul: title, kod: code }));
    };

    test('begins an empty one that is not for readers yet', async () => {
      const reply = await begin('Ankieta pracowników', '');
      expect(reply.headers['location']).toBe(`${list}/ankieta-pracownikow/pytania`);
      expect((await anna.open(String(reply.headers['location']))).headers['location']).toContain('/strony/strona-1');
      const readable = await director.open('/kwestionariusze');
      expect(readable.text).toContain('owes-clients');
      expect(readable.text).not.toContain('ankieta-pracownikow');
      expect((await director.open(`${list}/ankieta-pracownikow/pytania`)).status).toBe(403);
    });

    test('refuses a code that is taken or cannot be one, with the title kept', async () => {
      const taken = await begin('Inna', 'owes-clients');
      expect([taken.status, wordsOf(taken.text)]).toEqual([400, expect.stringContaining('jest już zajęty')]);
      expect(taken.text).toContain('value="Inna"');
      expect((await begin('Inna', '../x')).status).toBe(400);
      expect((await begin('', 'inna')).status).toBe(400);
    });
  });

  test.each(ITEM_KINDS)(
    'an item of kind %s is added, opened in both languages, saved, copied and saved to the bank',
    async (kind) => {
      const code = await addAfter(anna, 'K1', kind);
      for (const language of ['pl', 'en']) {
        const [[, csrf] = ['', '']] = await formOf(anna, 'K1');
        await anna.send('/ustawienia/wyglad', [
          ['_csrf', csrf],
          ['jezyk', language],
        ]);
        expect((await anna.open(`${HOME}/pytania/${code}`)).status).toBe(200);
      }
      await anna.send('/ustawienia/wyglad', [['jezyk', 'pl']]);
      expect((await typed(anna, code, { tekst: `Nowe: ${kind}` })).status).toBe(303);
      const [[, csrf] = ['', '']] = await formOf(anna, code);
      const kept = await anna.send('/bank-pytan/pozycje', [
        ['_csrf', csrf],
        ['badanie', EVALUATION],
        ['kwestionariusz', 'owes-clients'],
        ['pozycja', code],
      ]);
      expect(kept.status).toBe(303);
      const copied = await press(anna, code, await formOf(anna, code), 'powiel');
      expect(copied.status).toBe(303);
      for (let step = 0; step < 3; step += 1) expect((await undo(anna)).status).toBe(303);
    },
  );

  test('a block takes items in, and gives them back', async () => {
    const block = await addAfter(anna, 'U1', 'repeat');
    const [[, csrf] = ['', '']] = await formOf(anna, block);
    await anna.send(`${HOME}/pytania`, [
      ['_csrf', csrf],
      ['miejsce', `blok:${block}`],
      ['typ', 'open'],
    ]);
    await typed(anna, block, { tekst: 'Usługa', powtarza: 'U1' });
    expect(await itemCalled(block)).toMatchObject({ kind: 'repeat', over: 'U1', items: [{ kind: 'open' }] });
    const inner = (await itemCalled(block)) as Extract<Item, { kind: 'repeat' }>;
    await press(anna, inner.items[0]!.code, await formOf(anna, inner.items[0]!.code), 'dol');
    expect(await itemCalled(block)).toMatchObject({ items: [] });
    for (let step = 0; step < 4; step += 1) await undo(anna);
  });

  test('two hundred edits are remembered, and no more', async () => {
    const { editor } = application.chapters.questionnaires;
    const key = { evaluationId: EVALUATION, code: 'rops-partners' };
    const by = { id: newId<'account'>(), name: 'Próba' };
    const frame = { title: 'Badanie', lead: '', minutes: 8 };
    for (let minutes = 1; minutes <= 205; minutes += 1)
      await editor.makeEdit(key, by, {
        edit: () => ({ kind: 'change-frame', frame: { ...frame, minutes } }),
        seen: null,
      });
    const kept = await application.storage.connection
      .collection('questionnaireEdits')
      .countDocuments({ code: key.code });
    expect(kept).toBe(200);
  }, 60_000);

  test('hostile input is text or is refused', async () => {
    const code = await addAfter(anna, 'K1');
    const hostile = '"><img src=x onerror=alert(1)>{{constructor}}\u0000';
    await typed(anna, code, { tekst: hostile, porownanie: hostile });
    const { text } = await anna.open(`${HOME}/pytania/${code}`);
    expect(text).not.toContain('<img src=x');
    expect((await typed(anna, code, { kod: '__proto__' })).status).toBe(400);
    expect((await typed(anna, code, { nieznane: 'x' })).status).toBe(400);
    expect((await anna.open(`${HOME}/pytania/${encodeURIComponent('../K1')}`)).status).toBe(404);
    expect((await anna.open(`${HOME}/pytania/constructor`)).status).toBe(404);
    await undo(anna);
    await undo(anna);
  });
});
