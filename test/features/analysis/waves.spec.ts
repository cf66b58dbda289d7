import fc from 'fast-check';
import { readWave } from '../../../src/features/analysis/domain/variables/read-wave';
import type { CategoryVariable, Variable, VariableSet } from '../../../src/features/analysis/domain/variables/variable';
import {
  buildWave,
  codebookOfRows,
  describeColumns,
  judge,
  NO_CHOICES,
  respondentsApart,
  sharedQuestions,
  suggestRecoding,
  suggestTarget,
  tableOfRows,
  type Target,
} from '../../../src/features/analysis/domain/waves';
import { detectText, readDelimited } from '../../../src/platform/spreadsheet';

/* Files of older studies: reading, matching and judging. All data are made up here. */

const latin = (text: string, codes: Readonly<Record<string, number>>): Buffer =>
  Buffer.from(Array.from(text, (letter) => codes[letter] ?? letter.charCodeAt(0)));
const WINDOWS = { ą: 0xb9, ś: 0x9c, ź: 0x9f, ł: 0xb3, ż: 0xbf, ó: 0xf3, ć: 0xe6, ę: 0xea, ń: 0xf1 };
const ISO = { ...WINDOWS, ą: 0xb1, ś: 0xb6, ź: 0xbc };

const scale = (labels: readonly string[]): CategoryVariable['categories'] =>
  labels.map((label, at) => ({ code: String(at + 1), label, value: at + 1, missing: null }));
const AGREE = ['zdecydowanie nie', 'raczej nie', 'ani tak, ani nie', 'raczej tak', 'zdecydowanie tak'];
const question = (label: string, labels: readonly string[] = AGREE): CategoryVariable => ({
  kind: 'category',
  name: 'J1',
  label,
  level: 'ordinal',
  categories: scale(labels),
  places: new Int16Array(),
});
const target = (field: string, label: string): Target => ({
  questionnaire: 'klienci',
  field,
  variable: { ...question(label), name: field },
});

describe('encodings and separators of text files', () => {
  const text = 'płeć;ocena źródła\nkobieta;ąśźżółćęń\n';
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['windows-1250', latin(text, WINDOWS)],
    ['iso-8859-2', latin(text, ISO)],
  ])('%s is found out', (encoding, bytes) => {
    const found = detectText(bytes);
    expect(found?.encoding).toBe(encoding);
    expect(found?.text.replace('\uFEFF', '')).toBe(text);
  });

  it('a file that is no text is told from one', () => {
    expect(detectText(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))).toBeNull();
  });

  it.each([
    [';', 'a;b\n1,5;2\n2,5;3\n'],
    [',', 'a,b\n1,2\n"x;y;z",3\n'],
    ['\t', 'a\tb\n1\t2\n'],
    ['|', 'a|b|c\n1|2|3\n'],
  ])('the separator %j is found out', (separator, file) => {
    expect(readDelimited(Buffer.from(file), 100).separator).toBe(separator);
  });

  it('a quotation mark that is never closed is refused with its row', () => {
    expect(() => readDelimited(Buffer.from('a;b\n1;"2\n3;4\n'), 100)).toThrow('spreadsheet.unclosed-quote');
  });

  it('any bytes at all are read or refused with a sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          readDelimited(bytes, 50);
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^spreadsheet\./);
        }
      }),
    );
  });
});

describe('rows of a file', () => {
  const remarksOf = (rows: readonly (readonly string[])[]) =>
    tableOfRows(rows, 'text').remarks.map(({ kind, row, column, text }) => [kind, row, column, text]);

  it('columns of one name are told apart, and a column without a name is called by its number', () => {
    const { header } = tableOfRows([['v1', 'v1', '', 'v1']], 'text');
    expect(header).toEqual(['v1', 'v1 (2)', '#3', 'v1 (3)']);
  });

  it('what does not fit is named with its row as in the file', () => {
    expect(remarksOf([['a', 'b'], ['1', '2', 'za dużo'], [], ['3']])).toEqual([
      ['extra-cells', 2, '', 'za dużo'],
      ['empty-row', 3, '', ''],
      ['missing-cells', 4, 'b', ''],
    ]);
  });

  it('rows keep their numbers over empty ones', () => {
    expect(tableOfRows([['a'], [], ['1'], ['2']], 'text').rowNumbers).toEqual([3, 4]);
  });
});

describe('a codebook as a table', () => {
  it('has one row for each code, with the name given once', () => {
    const found = codebookOfRows(
      [
        ['nazwa', 'etykieta', 'skala', 'kod', 'etykieta kodu', 'brak'],
        ['v1', 'Ocena', 'porządkowa', '1', 'źle', ''],
        ['', '', '', '2', 'dobrze', ''],
        ['', '', '', '9', 'trudno powiedzieć', 'tak'],
        ['dni', 'Dni', 'liczba', '', '', ''],
      ],
      { dataset: 'd', title: 'd' },
    );
    expect(found?.codebook.variables).toEqual([
      {
        name: 'v1',
        label: 'Ocena',
        type: 'number',
        scale: 'ordinal',
        values: [
          { code: '1', label: 'źle' },
          { code: '2', label: 'dobrze' },
          { code: '9', label: 'trudno powiedzieć' },
        ],
        missingCodes: ['9'],
      },
      { name: 'dni', label: 'Dni', type: 'number', scale: 'ratio', values: [], missingCodes: [] },
    ]);
  });

  it('without a column of names it is none', () => {
    expect(
      codebookOfRows(
        [
          ['x', 'y'],
          ['1', '2'],
        ],
        { dataset: 'd', title: 'd' },
      ),
    ).toBeNull();
  });
});

describe('which question of ours a column is', () => {
  const targets = [target('J1', 'Doradcy mają potrzebną wiedzę'), target('J2', 'Dokumenty są zrozumiałe dla nas')];
  it.each([
    ['by its words', 'v7', 'doradcy mają potrzebną wiedzę', 'J1', 'wording'],
    ['by its code', 'j2', 'Papiery', 'J2', 'code'],
    ['by words that are almost the same', 'v8', 'Dokumenty są zrozumiałe', 'J2', 'similar-wording'],
  ])('%s', (_how, name, label, field, reason) => {
    const found = suggestTarget({ name, label }, targets);
    expect([found?.target.field, found?.reason]).toEqual([field, reason]);
  });
  it('is left open where nothing speaks for any', () => {
    expect(suggestTarget({ name: 'v9', label: 'Wiek' }, targets)).toBeNull();
  });
});

describe('whether two questions may be compared', () => {
  const ours = question('Doradcy mają dobrze poznaną potrzebną wiedzę');
  const judged = (wave: Variable) =>
    judge(wave, ours, 'categories' in wave ? suggestRecoding(wave.categories, ours.categories) : new Map());
  it('same words and answers: yes', () => {
    expect(judged(ours)).toMatchObject({ comparability: 'same', reasons: ['same'] });
  });
  it('one other word: yes, and it is said', () => {
    const wave = question('Doradcy mają dobrze poznaną potrzebną wiedzę prawną');
    expect(judged(wave)).toMatchObject({ comparability: 'same', reasons: ['one-word'] });
  });
  it('a negation is no small change', () => {
    const wave = question('Doradcy nie mają dobrze poznaną potrzebną wiedzę');
    expect(judged(wave).comparability).toBe('apart');
  });
  it('the same answers in the other order: after recoding', () => {
    const wave = question(ours.label, AGREE.toReversed());
    expect(judged(wave)).toMatchObject({ comparability: 'recoded', reasons: ['recoded'] });
  });
  it('four answers instead of five: no', () => {
    const wave = question(ours.label, ['tak', 'raczej tak', 'raczej nie', 'nie']);
    expect(judged(wave)).toMatchObject({
      comparability: 'apart',
      reasons: ['other-points'],
      points: { wave: 4, ours: 5 },
    });
  });
  it('a number is not turned into answers', () => {
    const wave: Variable = {
      kind: 'number',
      name: 'd',
      label: ours.label,
      level: 'ratio',
      values: new Float64Array(),
      states: new Int8Array(),
    };
    expect(judged(wave)).toMatchObject({ comparability: 'apart', reasons: ['numbers'] });
  });
});

describe('what would be stored', () => {
  const rows = [
    ['v1', 'uwagi'],
    ['1', 'x'],
    ['5', 'y'],
    ['6', 'z'],
    ['9', ''],
    ['', ''],
  ];
  const codebook = {
    dataset: 'd',
    title: 'd',
    source: null,
    frequencyVariable: null,
    variables: [
      {
        name: 'v1',
        label: 'Doradcy mają potrzebną wiedzę',
        type: 'number' as const,
        scale: 'ordinal' as const,
        values: [
          ...AGREE.toReversed().map((label, at) => ({ code: String(at + 1), label })),
          { code: '9', label: 'trudno powiedzieć' },
        ],
        missingCodes: ['9'],
      },
    ],
  };
  const ours = target('J1', 'Doradcy mają potrzebną wiedzę');
  const withDontKnow: Target = {
    ...ours,
    variable: {
      ...question('Doradcy mają potrzebną wiedzę'),
      categories: [...scale(AGREE), { code: '98', label: 'nie wiem', value: null, missing: 98 }],
    },
  };
  const table = tableOfRows(rows, 'sheet');
  const sources = {
    table,
    columns: describeColumns(table, codebook),
    frequencyVariable: null,
    targets: [withDontKnow],
    missingLabels: { 97: 'nie dotyczy', 98: 'trudno powiedzieć' },
  };
  const storedPlaces = (fixes: Parameters<typeof buildWave>[1]['fixes']): readonly number[] => {
    const variable = buildWave(sources, { ...NO_CHOICES, fixes }).set.variables.get('v1');
    return variable?.kind === 'category' ? [...variable.places] : [];
  };

  it('answers stand in our categories, "trudno powiedzieć" among them, and unknown codes are empty', () => {
    expect(storedPlaces([])).toEqual([4, 0, -99, 5]);
  });
  it('an unknown code can be settled as a missing answer', () => {
    expect(storedPlaces([{ column: 'v1', text: '6', becomes: { kind: 'missing', state: 98 } }])).toEqual([4, 0, 5, 5]);
  });
  it('an unknown code can be settled as an answer', () => {
    expect(storedPlaces([{ column: 'v1', text: '6', becomes: { kind: 'value', value: '1' } }])).toEqual([4, 0, 4, 5]);
  });
  it('problems are the same before and after they are settled, with the row of the file', () => {
    const fix = { column: 'v1', text: '6', becomes: { kind: 'value', value: '1' } } as const;
    for (const fixes of [[], [fix]])
      expect(buildWave(sources, { ...NO_CHOICES, fixes }).remarks).toEqual([
        { row: 4, column: 'v1', kind: 'unknown-code', text: '6' },
      ]);
  });
  it('a column left out is not stored; the match is kept with the variable', () => {
    const { set } = buildWave(sources, { ...NO_CHOICES, columns: [{ column: 'uwagi', use: 'leave', target: null }] });
    expect([...set.variables.keys()]).toEqual(['v1']);
    expect(set.variables.get('v1')?.origin).toMatchObject({
      kind: 'wave',
      match: { questionnaire: 'klienci', field: 'J1', comparability: 'recoded', reason: null },
    });
  });
});

describe('two versions of one study', () => {
  const people = Array.from({ length: 60 }, (_, at) => [at * 7, at % 5, at * 3, (at * at) % 11].map(String));
  const setOf = (rows: readonly (readonly string[])[]): VariableSet => {
    const table = tableOfRows([['a', 'b', 'c', 'd'], ...rows], 'sheet');
    const columns = describeColumns(table, null);
    const variables = columns.map(({ described }) => described);
    return readWave(
      { dataset: '', title: '', source: null, frequencyVariable: null, variables },
      table.header,
      table.rows,
    ).set;
  };
  const apart = (first: VariableSet, second: VariableSet) =>
    respondentsApart(first, second, sharedQuestions(first, second));

  it('that differ by three people are known by it', () => {
    expect(apart(setOf(people), setOf(people.slice(3)))).toBe(3);
  });
  it('that are the same differ by nobody', () => {
    expect(apart(setOf(people), setOf(people.toReversed()))).toBeNull();
  });
  it('samples of strangers are not taken for versions of one', () => {
    const others = people.map((row, at) => [String(at * 13 + 1), row[1] ?? '', row[2] ?? '', row[3] ?? '']);
    expect(apart(setOf(people), setOf(others))).toBeNull();
  });
});
