/* eslint-disable no-restricted-syntax -- HTML is what hostile files are made of */
import type { Workbook } from '../../../src/platform/spreadsheet';
import type { Item } from '../../../src/features/questionnaires/domain';
import { faultsIn } from '../../../src/features/questionnaires/domain';
import { readXlsForm } from '../../../src/features/questionnaires/interchange/xlsform/read-xlsform';
import { writeXlsForm } from '../../../src/features/questionnaires/interchange/xlsform/write-xlsform';
import { OWES_CLIENTS } from '../../../src/features/questionnaires/templates';

const table = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

const CHOICES = `list_name|name|label
yn|tak|Tak
yn|nie|Nie
svc|a_1|Szkolenie
svc|b|Doradztwo
svc|none|Żadne
ag|1|Nie zgadzam się
ag|2|Zgadzam się
ag|98|Trudno powiedzieć`;

const formOf = (
  survey: string,
  choices = CHOICES,
  settings = 'form_title|form_id\nMoja ankieta|moja_ankieta',
): Workbook => ({
  sheets: [
    { name: 'survey', rows: table(survey) },
    { name: 'choices', rows: table(choices) },
    { name: 'settings', rows: table(settings) },
  ],
  remarks: [],
});

const read = async (...parts: Parameters<typeof formOf>) => {
  const { definition, remarks } = await readXlsForm(formOf(...parts));
  if (definition === null) throw new Error('No definition');
  return { definition, remarks, items: definition.pages.flatMap(({ items }): readonly Item[] => items) };
};
const kindsOf = (remarks: readonly { kind: string }[]): readonly string[] => [
  ...new Set(remarks.map(({ kind }) => kind)),
];

describe('an XLSForm of another tool', () => {
  test('gives pages from groups, and a table of selects becomes a battery', async () => {
    const { definition, items, remarks } = await read(`type|name|label|appearance|relevant
begin_group|g1|Strona pierwsza|field-list|
select_one yn|q1|Czy tak?|minimal|
begin_group|tab|Proszę ocenić|table-list|\${q1} = 'tak'
select_one ag|r1|Wiersz pierwszy||
select_one ag|r2|Wiersz drugi||
end_group||||
end_group||||`);
    expect(definition).toMatchObject({ code: 'moja-ankieta', title: 'Moja ankieta' });
    expect(definition.pages.map(({ title }) => title)).toEqual(['Strona pierwsza']);
    expect(items).toMatchObject([
      { kind: 'single', code: 'Q1', appearance: 'minimal' },
      {
        kind: 'battery',
        code: 'Tab',
        shownIf: "${Q1} = 'tak'",
        rows: [{ code: 'R1', text: 'Wiersz pierwszy' }, { code: 'R2' }],
        choices: [{ value: 1 }, { value: 2 }, { code: '98', missing: 98 }],
      },
    ]);
    expect(kindsOf(remarks)).toEqual(['choice-missing', 'code', 'minutes']);
    expect(faultsIn(definition)).toEqual([]);
  });

  test('the older way to write a table is read, too', async () => {
    const { items } = await read(`type|name|label|appearance
select_one ag|t|Proszę ocenić|label
select_one ag|r1|Wiersz 1|list-nolabel
select_one ag|r2|Wiersz 2|list-nolabel`);
    expect(items).toMatchObject([
      { kind: 'battery', text: 'Proszę ocenić', rows: [{ text: 'Wiersz 1' }, { text: 'Wiersz 2' }] },
    ]);
  });

  test('conditions follow the new codes of questions and choices', async () => {
    const { items } = await read(`type|name|label|relevant
select_multiple svc|usługi|Usługi|
text|dlaczego|Dlaczego \${usługi}?|selected(\${usługi}, 'a_1') and not(selected(\${usługi}, "none"))`);
    expect(items[1]).toMatchObject({
      text: 'Dlaczego ${Uslugi}?',
      shownIf: "selected(${Uslugi}, 'a-1') and not(selected(${Uslugi}, 'none'))",
    });
  });

  test('limits in constraints become limits of the items, the rest stays a constraint', async () => {
    const { items } = await read(`type|name|label|constraint|constraint_message
integer|n|Ile osób?|. >= 0 and . < 100|Za dużo
decimal|m|Ile z nich?|. >= 0 and . <= 50 and . <= \${n} and . != 13|
select_multiple svc|s|Usługi|count-selected(.) <= 2 and not(selected(., 'none') and count-selected(.) > 1)|
text|t|Uwagi|string-length(.) <= 300|
date|d|Kiedy?|. >= date('2020-01-01') and . <= date('2026-12-31')|`);
    expect(items).toMatchObject([
      { kind: 'number', whole: true, least: 0, most: 99, constraintText: 'Za dużo' },
      { kind: 'number', least: 0, most: 50, notAbove: 'N', constraint: '. != 13' },
      { kind: 'multiple', most: 2, choices: [{}, {}, { code: 'none', exclusive: true }] },
      { kind: 'open', longest: 300 },
      { kind: 'date', earliest: '2020-01-01', latest: '2026-12-31' },
    ]);
    expect(items[0]).not.toHaveProperty('constraint');
  });

  test('"other" comes as a choice with a text, whichever way it is written', async () => {
    const { items, remarks } = await read(`type|name|label|relevant
select_one yn or_other|a|Pierwsze|
select_one svc|b|Drugie|
text|b_other|Jaka inna?|\${b} = 'none'`);
    expect(items).toMatchObject([
      { choices: [{}, {}, { code: 'other', other: true }] },
      { choices: [{}, {}, { code: 'none', other: true }] },
    ]);
    expect(items).toHaveLength(2);
    expect(kindsOf(remarks)).toEqual(expect.arrayContaining(['or-other', 'other-merged']));
  });

  test('repeats over a list or a number are blocks; others are asked once, and the report says so', async () => {
    const { items, remarks } = await read(`type|name|label|repeat_count
select_multiple svc|s|Usługi|
begin_repeat|blok|Usługa|count-selected(\${s})
text|jak|Jak było?|
end_repeat|||
begin_repeat|inny|Inny|3
text|co|Co jeszcze?|
end_repeat|||`);
    expect(items).toMatchObject([
      { code: 'S' },
      { kind: 'repeat', over: 'S', items: [{ code: 'Jak' }] },
      { kind: 'open', code: 'Co' },
    ]);
    expect(remarks.filter(({ kind }) => kind === 'repeat-once')).toMatchObject([
      { place: { row: 6 }, details: { count: '3' } },
    ]);
  });

  test('translations come along; languages that we do not have are named with their number of texts', async () => {
    const { definition, items, remarks } = await read(
      `type|name|label::Polski (pl)|label::English (en)|label::Deutsch (de)|hint::English (en)
select_one yn|q1|Czy tak?|Is it so?|Ist es so?|
text|q2|Dlaczego?|||`,
      'list_name|name|label::Polski (pl)|label::English (en)\nyn|t|Tak|Yes\nyn|n|Nie|No',
    );
    expect(items[0]).toMatchObject({ text: 'Czy tak?' });
    expect(definition.languages).toEqual(['en']);
    expect(definition.translations).toEqual([
      {
        language: 'en',
        texts: [
          { key: 'page/pytania', from: 'Pytania', text: 'Questions' },
          { key: 'Q1/text', from: 'Czy tak?', text: 'Is it so?' },
          { key: 'Q1/choice/t', from: 'Tak', text: 'Yes' },
          { key: 'Q1/choice/n', from: 'Nie', text: 'No' },
        ],
      },
    ]);
    expect(remarks).toContainEqual(
      expect.objectContaining({ level: 'refused', kind: 'language', details: { language: 'Deutsch (de)', count: 1 } }),
    );
  });

  test('a form without Polish is taken in its own language, and says so', async () => {
    const { items, remarks } = await read('type|name|label::English (en)\ntext|q|Why?');
    expect(items[0]).toMatchObject({ text: 'Why?' });
    expect(kindsOf(remarks)).toContain('language-as-polish');
  });

  test('every row that cannot be taken is named with its sheet, row, column and code', async () => {
    const { remarks, items } = await read(`type|name|label|default|media::image|choice_filter|readonly|required
start|start||||||
geopoint|gdzie|Gdzie?|||||
select_one brak|x|Lista?|||||
text||Bez nazwy|||||
text|ok|Dobre|abc|a.png|||\${x} = 1
audio|nagranie|Nagranie|||||
end_group|||||||`);
    expect(items.map(({ code }) => code)).toEqual(['Ok']);
    const refused = remarks
      .filter(({ level }) => level === 'refused')
      .map(({ kind, place }) => `${place.row} ${place.column} ${kind}`)
      .sort();
    expect(refused).toEqual([
      '2  metadata',
      '3  type',
      '4  no-such-list',
      '5  row-without-name',
      '6 default column',
      '6 media::image column',
      '6 required required-condition',
      '7  type',
      '8  end-without-begin',
    ]);
  });

  test('a condition that our subset does not have is quoted, and the question is asked of everyone', async () => {
    const { items, remarks } = await read("type|name|label|relevant\ntext|q|Pytanie|pulldata('a', 'b', 'c', 'd') = 1");
    expect(items[0]).not.toHaveProperty('shownIf');
    expect(remarks).toContainEqual(
      expect.objectContaining({
        level: 'refused',
        kind: 'expression',
        place: { sheet: 'survey', row: 2, column: 'relevant', code: 'q' },
      }),
    );
  });

  test('markup and markdown in labels become plain text', async () => {
    const { items, remarks } = await read(
      'type|name|label\ntext|q|**Ważne:** <b>pytanie</b><script>alert(1)</script> [tu](http://x.pl)',
    );
    expect(items[0]).toMatchObject({ text: 'Ważne: pytanie tu' });
    expect(kindsOf(remarks)).toEqual(expect.arrayContaining(['text-script', 'text-markup']));
  });

  test('groups 1,000 deep are refused', async () => {
    const deep = `type|name|label\n${'begin_group|g|G\n'.repeat(1000)}`;
    await expect(read(deep)).rejects.toThrow('interchange.too-deep');
  });
});

describe('our own file edited in a spreadsheet', () => {
  const edited = async (change: (cell: string, column: string) => string) => {
    const sheets = (await writeXlsForm(OWES_CLIENTS)).map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map((cell, at) => change(cell, rows[0]?.[at] ?? ''))),
    }));
    return readXlsForm({ sheets, remarks: [] });
  };

  test('takes the new wording and keeps what XLSForm cannot hold', async () => {
    const { definition, remarks } = await edited((cell) =>
      cell.startsWith('Czy podmiot ma status') ? 'Czy mają Państwo status PS?' : cell,
    );
    const item = definition?.pages.flatMap(({ items }) => items).find(({ code }) => code === 'P2');
    expect(item).toMatchObject({ text: 'Czy mają Państwo status PS?', criterion: 'profil' });
    expect(remarks).toEqual([]);
  });

  test('says what no longer fits beside an edited row', async () => {
    const { remarks, definition } = await edited((cell) =>
      cell.startsWith('Jak ogólnie są Państwo') ? 'Jak bardzo?' : cell,
    );
    expect(definition?.pages.flatMap(({ items }) => items).find(({ code }) => code === 'O1')).toMatchObject({
      text: 'Jak bardzo?',
      criterion: 'jakosc',
    });
    expect(remarks).toMatchObject([{ kind: 'edited-outside', details: { parts: 'scale' } }]);
  });
});
