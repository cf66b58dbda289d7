/* eslint-disable no-restricted-syntax -- HTML is what hostile files are made of */
import type { Item } from '../../../src/features/questionnaires/domain';
import { readLimeSurvey } from '../../../src/features/questionnaires/interchange/limesurvey/read-limesurvey';

type Row = Readonly<Record<string, string | number>>;

const tableXml = (name: string, rows: readonly Row[]): string =>
  `<${name}><fields></fields><rows>${rows
    .map(
      (row) =>
        `<row>${Object.entries(row)
          .map(([field, value]) => `<${field}><![CDATA[${value}]]></${field}>`)
          .join('')}</row>`,
    )
    .join('')}</rows></${name}>`;

const lss = (tables: Readonly<Record<string, readonly Row[]>>): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>623</DBVersion><languages><language>pl</language></languages>${Object.entries(
      tables,
    )
      .map(([name, rows]) => tableXml(name, rows))
      .join('')}</document>`,
  );

const SETTINGS: Readonly<Record<string, readonly Row[]>> = {
  surveys: [{ sid: 1, language: 'pl', additional_languages: 'en' }],
  surveys_languagesettings: [
    {
      surveyls_survey_id: 1,
      surveyls_language: 'pl',
      surveyls_title: 'Badanie klientów',
      surveyls_welcometext: '<p>Dzień dobry!</p>',
    },
    { surveyls_survey_id: 1, surveyls_language: 'en', surveyls_title: 'Client survey' },
  ],
  groups: [{ gid: 1, sid: 1, group_order: 1, grelevance: '' }],
  group_l10ns: [
    { id: 1, gid: 1, group_name: 'Rola', language: 'pl' },
    { id: 2, gid: 1, group_name: 'Role', language: 'en' },
  ],
};

interface Made {
  readonly questions: Row[];
  readonly subquestions: Row[];
  readonly question_l10ns: Row[];
  readonly answers: Row[];
  readonly answer_l10ns: Row[];
  readonly question_attributes: Row[];
}

/** A survey in the shape of LimeSurvey 4 to 6, question by question. */
const surveyOf = (
  ...questions: readonly {
    readonly type: string;
    readonly code: string;
    readonly text?: string;
    readonly relevance?: string;
    readonly mandatory?: string;
    readonly other?: string;
    readonly rows?: readonly (readonly [code: string, text: string])[];
    readonly answers?: readonly (readonly [code: string, text: string, scale?: number])[];
    readonly attributes?: Readonly<Record<string, string>>;
  }[]
): Buffer => {
  const made: Made = {
    questions: [],
    subquestions: [],
    question_l10ns: [],
    answers: [],
    answer_l10ns: [],
    question_attributes: [],
  };
  questions.forEach(
    (
      {
        type,
        code,
        text = code,
        relevance = '1',
        mandatory = 'N',
        other = 'N',
        rows = [],
        answers = [],
        attributes = {},
      },
      at,
    ) => {
      const qid = 100 + at;
      made.questions.push({
        qid,
        parent_qid: 0,
        sid: 1,
        gid: 1,
        type,
        title: code,
        other,
        mandatory,
        question_order: at,
        relevance,
      });
      made.question_l10ns.push({ id: qid, qid, question: text, help: '', language: 'pl' });
      rows.forEach(([rowCode, label], index) => {
        const own = qid * 100 + index;
        made.subquestions.push({
          qid: own,
          parent_qid: qid,
          gid: 1,
          type: 'T',
          title: rowCode,
          question_order: index,
          scale_id: 0,
          relevance: '1',
        });
        made.question_l10ns.push({ id: own, qid: own, question: label, language: 'pl' });
      });
      answers.forEach(([answerCode, label, scale = 0], index) => {
        const aid = qid * 1000 + index;
        made.answers.push({ aid, qid, code: answerCode, sortorder: index, assessment_value: 0, scale_id: scale });
        made.answer_l10ns.push({ id: aid, aid, answer: label, language: 'pl' });
      });
      for (const [attribute, value] of Object.entries(attributes))
        made.question_attributes.push({ qid, attribute, value });
    },
  );
  return lss({ ...SETTINGS, ...made });
};

const read = async (bytes: Buffer) => {
  const { definition, remarks } = await readLimeSurvey(bytes);
  if (definition === null) throw new Error('No definition');
  return { definition, remarks, items: definition.pages.flatMap(({ items }): readonly Item[] => items) };
};
const YES_NO = [
  ['A1', 'Tak'],
  ['A2', 'Nie'],
] as const;

describe('a structure file of LimeSurvey', () => {
  test('gives title, introduction, pages and translations', async () => {
    const { definition } = await read(surveyOf({ type: 'S', code: 'imie', text: '<b>Jak</b> się nazywa?' }));
    expect(definition).toMatchObject({
      code: 'badanie-klientow',
      title: 'Badanie klientów',
      lead: 'Dzień dobry!',
      languages: ['en'],
      pages: [
        { id: 'rola', title: 'Rola', items: [{ kind: 'open', code: 'Imie', text: 'Jak się nazywa?', oneLine: true }] },
      ],
    });
    expect(definition.translations?.[0]?.texts).toEqual([
      { key: 'title', from: 'Badanie klientów', text: 'Client survey' },
      { key: 'page/rola', from: 'Rola', text: 'Role' },
    ]);
  });

  test.each([
    ['L', { kind: 'single', choices: [{ code: 'A1' }, { code: 'A2' }] }],
    ['!', { kind: 'single', appearance: 'minimal' }],
    ['O', { kind: 'single' }],
    ['5', { kind: 'single', choices: [{ code: '1', value: 1 }, {}, {}, {}, { value: 5 }] }],
    ['Y', { kind: 'single', choices: [{ code: 'Y', label: 'Tak' }, { code: 'N' }] }],
    ['G', { kind: 'single', choices: [{ label: 'Kobieta' }, { label: 'Mężczyzna' }] }],
    [
      'F',
      {
        kind: 'battery',
        choices: [{ code: 'A1', value: 1 }, { value: 2 }],
        rows: [{ code: 'K1_a', text: 'Wiersz a' }, {}],
      },
    ],
    ['H', { kind: 'battery' }],
    ['A', { kind: 'battery', choices: [{}, {}, {}, {}, { value: 5 }] }],
    ['C', { kind: 'battery', choices: [{ value: 1 }, { value: 2 }, { missing: 98 }] }],
    [
      'E',
      {
        kind: 'battery',
        choices: [
          { code: 'I', value: 3 },
          { code: 'S', value: 2 },
          { code: 'D', value: 1 },
        ],
      },
    ],
    ['M', { kind: 'multiple', choices: [{ code: 'a', label: 'Wiersz a' }, { code: 'b' }] }],
    ['P', { kind: 'multiple' }],
    ['R', { kind: 'ranking', most: 2 }],
    ['N', { kind: 'number', least: 0 }],
    ['T', { kind: 'open', longest: 1000 }],
    ['U', { kind: 'open' }],
    ['D', { kind: 'date' }],
    ['X', { kind: 'information' }],
  ])('type %s is known', async (type, item) => {
    const { items } = await read(
      surveyOf({
        type,
        code: 'K1',
        answers: YES_NO,
        rows: [
          ['a', 'Wiersz a'],
          ['b', 'Wiersz b'],
        ],
      }),
    );
    expect(items).toMatchObject([{ code: 'K1', ...item }]);
  });

  test.each(['|', 'I', ':', ';'])('type %s is refused by name', async (type) => {
    const { items, remarks } = await read(surveyOf({ type, code: 'K1' }, { type: 'T', code: 'K2' }));
    expect(items.map(({ code }) => code)).toEqual(['K2']);
    expect(remarks).toContainEqual(
      expect.objectContaining({ level: 'refused', kind: 'type', place: expect.objectContaining({ code: 'K1' }) }),
    );
  });

  test('several fields become questions of their own, or a sum when they must add up', async () => {
    const rows = [
      ['a', 'Pierwsze'],
      ['b', 'Drugie'],
    ] as const;
    const { items } = await read(
      surveyOf(
        { type: 'K', code: 'K1', rows },
        { type: 'K', code: 'K2', rows, attributes: { equals_num_value: '100' } },
        { type: 'Q', code: 'K3', rows },
      ),
    );
    expect(items.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      'number K1_a',
      'number K1_b',
      'sum K2',
      'open K3_a',
      'open K3_b',
    ]);
    expect(items[2]).toMatchObject({ total: 100, rows: [{ code: 'K2_a' }, { code: 'K2_b' }] });
  });

  test('a table with two scales becomes two', async () => {
    const { items } = await read(
      surveyOf({
        type: '1',
        code: 'K1',
        rows: [['a', 'Wiersz']],
        answers: [
          ['A1', 'źle'],
          ['A2', 'dobrze'],
          ['B1', 'nieważne', 1],
          ['B2', 'ważne', 1],
        ],
      }),
    );
    expect(items).toMatchObject([
      { kind: 'battery', code: 'K1_1', rows: [{ code: 'K1_a_1' }], choices: [{ label: 'źle' }, { label: 'dobrze' }] },
      { kind: 'battery', code: 'K1_2', rows: [{ code: 'K1_a_2' }], choices: [{ label: 'nieważne' }, {}] },
    ]);
  });

  test('other, exclusive answers, most answers, mandatory, limits and order by chance come along', async () => {
    const { items } = await read(
      surveyOf(
        {
          type: 'M',
          code: 'U1',
          mandatory: 'Y',
          other: 'Y',
          rows: [
            ['a', 'A'],
            ['z', 'Żadne'],
          ],
          attributes: { max_answers: '2', exclude_all_others: 'z', random_order: '1' },
        },
        {
          type: 'N',
          code: 'P6',
          attributes: { min_num_value_n: '1', max_num_value_n: '50', num_value_int_only: '1', suffix: 'osób' },
        },
      ),
    );
    expect(items).toMatchObject([
      {
        required: true,
        random: true,
        most: 2,
        choices: [{ code: 'a' }, { code: 'z', exclusive: true }, { code: 'oth', other: true }],
      },
      { least: 1, most: 50, whole: true, unit: 'osób' },
    ]);
  });

  test.each([
    ['K1.NAOK == "A1"', "${K1} = 'A1'"],
    ['((K1.NAOK == "A1" or K1 == "A2")) and P6.NAOK > 3', "(${K1} = 'A1' or ${K1} = 'A2') and ${P6} > 3"],
    ['U1_a == "Y" && U1_b != "Y"', "selected(${U1}, 'a') and not(selected(${U1}, 'b'))"],
    ['!is_empty(K1)', "not(not(${K1} != ''))"],
    ['F1_r.NAOK >= 4', '${F1_r} >= 4'],
    ['K1_other.NAOK != ""', "${K1_inne} != ''"],
    ['K1.NAOK == "-oth-"', "${K1} = 'oth'"],
    ['if(P6 > 2, P6 * 2, 0) / 2 > 1', 'if(${P6} > 2, ${P6} * 2, 0) div 2 > 1'],
  ])('the condition %s is told in our words', async (relevance, shownIf) => {
    const { items } = await read(
      surveyOf(
        { type: 'L', code: 'K1', answers: YES_NO, other: 'Y' },
        {
          type: 'M',
          code: 'U1',
          rows: [
            ['a', 'A'],
            ['b', 'B'],
          ],
        },
        { type: 'F', code: 'F1', rows: [['r', 'R']], answers: YES_NO },
        { type: 'N', code: 'P6' },
        { type: 'T', code: 'X', relevance },
      ),
    );
    expect(items.at(-1)).toMatchObject({ shownIf });
  });

  test.each(['regexMatch("/a/", K1)', 'TOKEN:ATTRIBUTE_1 == "x"', 'K1.NAOK = "A1"', 'nieznane == 1', '('.repeat(3000)])(
    'the condition %s is quoted in the report',
    async (relevance) => {
      const { items, remarks } = await read(
        surveyOf({ type: 'L', code: 'K1', answers: YES_NO }, { type: 'T', code: 'X', relevance }),
      );
      expect(items.at(-1)).not.toHaveProperty('shownIf');
      expect(remarks).toContainEqual(
        expect.objectContaining({ level: 'refused', kind: 'script', place: expect.objectContaining({ code: 'X' }) }),
      );
    },
  );

  test('rows filtered by an earlier choice get its condition', async () => {
    const { items } = await read(
      surveyOf(
        {
          type: 'M',
          code: 'U1',
          rows: [
            ['a', 'A'],
            ['b', 'B'],
          ],
        },
        {
          type: 'F',
          code: 'O1',
          rows: [
            ['a', 'A'],
            ['b', 'B'],
          ],
          answers: YES_NO,
          attributes: { array_filter: 'U1' },
        },
      ),
    );
    expect(items[1]).toMatchObject({
      rows: [{ shownIf: "selected(${U1}, 'a')" }, { shownIf: "selected(${U1}, 'b')" }],
    });
  });

  test('the older shape, where every language repeats the whole row, is read, too', async () => {
    const { definition, items } = await read(
      lss({
        surveys: [{ sid: 1, language: 'pl' }],
        surveys_languagesettings: [{ surveyls_language: 'pl', surveyls_title: 'Stare' }],
        groups: [
          { gid: 1, group_name: 'Grupa', group_order: 0, language: 'pl' },
          { gid: 1, group_name: 'Group', group_order: 0, language: 'en' },
        ],
        questions: [
          {
            qid: 5,
            parent_qid: 0,
            gid: 1,
            type: 'L',
            title: 'k',
            question: 'Pytanie',
            other: 'N',
            mandatory: 'N',
            question_order: 0,
            language: 'pl',
            relevance: '1',
          },
          {
            qid: 5,
            parent_qid: 0,
            gid: 1,
            type: 'L',
            title: 'k',
            question: 'Question',
            other: 'N',
            mandatory: 'N',
            question_order: 0,
            language: 'en',
            relevance: '1',
          },
        ],
        answers: [
          { qid: 5, code: 'a', answer: 'Tak', sortorder: 1, language: 'pl', scale_id: 0 },
          { qid: 5, code: 'a', answer: 'Yes', sortorder: 1, language: 'en', scale_id: 0 },
          { qid: 5, code: 'b', answer: 'Nie', sortorder: 2, language: 'pl', scale_id: 0 },
        ],
      }),
    );
    expect(items).toMatchObject([
      {
        code: 'K',
        text: 'Pytanie',
        choices: [
          { code: 'a', label: 'Tak' },
          { code: 'b', label: 'Nie' },
        ],
      },
    ]);
    expect(definition.translations?.[0]?.texts.map(({ text }) => text)).toEqual(['Group', 'Question', 'Yes']);
  });

  test('what has no counterpart is named: hidden questions, quotas, unknown attributes', async () => {
    const bytes = surveyOf(
      { type: 'T', code: 'ukryte', attributes: { hidden: '1' } },
      { type: 'T', code: 'K1', attributes: { nieznany_atrybut: 'x' } },
    );
    const withQuota = Buffer.from(
      bytes.toString().replace('</document>', `${tableXml('quota', [{ id: 1 }])}</document>`),
    );
    const { remarks, items } = await read(withQuota);
    expect(items.map(({ code }) => code)).toEqual(['K1']);
    expect(
      remarks
        .filter(({ level }) => level === 'refused')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['attribute', 'hidden', 'lime-table']);
  });

  test.each([
    ['no XML of LimeSurvey', '<html><body>x</body></html>', 'interchange.not-limesurvey'],
    ['a billion laughs', '<!DOCTYPE a [<!ENTITY b "b">]><document/>', 'interchange.unsafe-xml'],
    ['an unfinished file', '<document><LimeSurveyDocType>Survey', 'interchange.not-limesurvey'],
    ['deep tags', '<deep>'.repeat(1000), 'interchange.not-limesurvey'],
    [
      'a single group',
      '<document><LimeSurveyDocType>Group</LimeSurveyDocType><questions><rows><row><qid>1</qid></row></rows></questions></document>',
      'interchange.not-limesurvey',
    ],
  ])('%s is refused', async (_name, xml, code) => {
    await expect(readLimeSurvey(Buffer.from(xml))).rejects.toMatchObject({ code });
  });
});
