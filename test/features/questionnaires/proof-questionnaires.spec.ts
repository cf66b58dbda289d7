import { TEMPLATES, materialise } from '../../../src/features/questionnaires/templates';
import { proveItem, proveQuestionnaire, estimatePaths } from '../../../src/features/questionnaires/domain/proof';
import type { Choice, Item, QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import { TWO_HUNDRED_ITEMS } from '../../../scripts/bench/two-hundred-items';
import { choicesOf, draftOf, multiple, single } from './proof-definitions';
import { clients, owes, partners } from './versions';

const remarksOn = (definition: QuestionnaireDefinition): readonly string[] =>
  proveQuestionnaire(definition).remarks.map(({ severity, kind, field }) => `${severity} ${kind} ${field ?? '-'}`);

describe('the questionnaires that are asked get few remarks, and each is true', () => {
  test('clients of OWES', () => {
    expect(remarksOn(clients.definition)).toEqual([
      'advice many-choices U1',
      'warning two-things J4',
      'warning double-negation E2',
      'warning two-things E3',
    ]);
  });

  test('partners of ROPS', () => {
    expect(remarksOn(partners.definition)).toEqual(['warning two-things R15']);
  });

  test('no template has an error, or a condition that could not be checked', () => {
    const remarks = TEMPLATES.flatMap(({ definition }) => remarksOn(materialise(definition, { owes })));
    expect(remarks.filter((remark) => /^error|not-checked/.test(remark))).toEqual([]);
  });

  test('two hundred items that look at one another are checked to the end', () => {
    const remarks = remarksOn(TWO_HUNDRED_ITEMS);
    expect(remarks.filter((remark) => remark.includes('not-checked'))).toEqual([]);
  }, 60_000);
});

describe('the length of the ways', () => {
  test('those who know no OWES are done in less than half the time', () => {
    const { all, groups } = estimatePaths(clients.definition)!;
    expect(all.shortest.minutes).toBeLessThan(all.longest.minutes / 2);
    expect(groups.map(({ steers }) => steers.map(({ item }) => item))).toEqual(Array(12).fill(['K1', 'K2']));
  });

  test('without any routing everyone goes the same way', () => {
    const range = { minutes: 1, rows: 2 };
    expect(estimatePaths(draftOf([single('A', ['1', '2']), single('B', ['1', '2'])]))?.groups).toEqual([
      { steers: [], shortest: range, typical: range, longest: range },
    ]);
  });

  test('a way that takes longer than promised is told', () => {
    expect(remarksOn({ ...clients.definition, minutes: 5 })).toContain('advice longer-than-promised -');
  });

  test('nobody walks a draft with faults', () => {
    expect(estimatePaths(draftOf([single('A', ['1'])]))).toBeNull();
  });
});

describe('the form of an item', () => {
  const points: readonly Choice[] = ['1', '2', '3'].map((code) => ({ code, label: code, value: Number(code) }));
  const statements = (count: number, choices = points): Item => ({
    kind: 'battery',
    code: 'J',
    text: 'Zgoda?',
    scale: 'AGREE5',
    choices,
    rows: Array.from({ length: count }, (_, index) => ({ code: `J${index}`, text: `Zdanie ${index}` })),
  });
  const dontKnow: Choice = { code: '98', label: 'trudno powiedzieć', missing: 98 };
  const thirteen = Array.from({ length: 13 }, (_, index) => `c${index}`);

  test.each<[string, Item, readonly string[]]>([
    ['a scale without a way out', statements(3), ['advice no-way-out J']],
    ['a battery of eleven rows', statements(11, [...points, dontKnow]), ['advice many-rows J']],
    ['thirteen choices', single('A', thirteen), ['advice many-choices A']],
    ['thirteen choices in a drop-down list', single('A', thirteen, { appearance: 'minimal' }), []],
    [
      'a sensitive question that is required',
      single('A', ['1', '2'], { sensitive: true, required: true }),
      ['warning required-sensitive A'],
    ],
    ['a long list without "żadne"', multiple('A', choicesOf('a', 'b', 'c', 'd', 'e', 'f')), ['advice no-exclusive A']],
    [
      'a long list with "inne"',
      multiple('A', [...choicesOf('a', 'b', 'c', 'd', 'e', 'f'), { code: 'inne', label: 'Inne', other: true }]),
      [],
    ],
    ['an abbreviation', single('A', ['1', '2'], { text: 'Czy znają Państwo LGD?' }), ['advice abbreviation A']],
    [
      'an abbreviation that its hint explains',
      single('A', ['1', '2'], { text: 'Czy znają Państwo LGD?', hint: 'LGD to lokalna grupa działania.' }),
      [],
    ],
    [
      'a sentence of 21 words',
      single('A', ['1', '2'], { text: `${Array.from({ length: 21 }, () => 'tak').join(' ')}?` }),
      ['advice long-sentence A'],
    ],
    [
      'a question that denies once',
      single('A', ['1', '2'], { text: 'Dlaczego nie korzystają Państwo ze wsparcia?' }),
      [],
    ],
  ])('%s', (_title, item, remarks) => {
    expect(remarksOn(draftOf([item]))).toEqual(remarks);
  });
});

describe('the check of one item', () => {
  test('says what is well, too', () => {
    expect(proveItem(clients.definition, 'J')).toMatchObject({
      praises: ['has-dont-know', 'short-sentences', 'no-negation', 'translated'],
      remarks: [{ kind: 'two-things', item: 'J', field: 'J4' }],
    });
    expect(proveItem(clients.definition, 'O1').praises).toContain('has-not-applicable');
    expect(proveItem(clients.definition, 'U1').praises).toContain('has-exclusive');
  });

  test('an item that is not there has no remarks', () => {
    expect(proveItem(clients.definition, 'X9')).toEqual({ remarks: [], praises: [] });
  });

  test('each offered language is checked for this item alone', () => {
    const draft: QuestionnaireDefinition = {
      ...draftOf([single('A', ['1', '2']), single('B', ['1', '2'])]),
      languages: ['en'],
      translations: [
        {
          language: 'en',
          texts: [
            { key: 'A/text', from: 'Inaczej?', text: 'Question?' },
            { key: 'A/choice/1', from: 'odpowiedź 1', text: 'answer 1' },
            { key: 'A/choice/2', from: 'odpowiedź 2', text: 'answer 2' },
          ],
        },
      ],
    };
    expect(proveItem(draft, 'A').remarks).toMatchObject([{ kind: 'translation-outdated', details: { count: 1 } }]);
    expect(proveItem(draft, 'B').remarks).toMatchObject([
      { kind: 'translation-missing', details: { count: 3, all: 3 } },
    ]);
    expect(proveQuestionnaire(draft).remarks.map(({ kind }) => kind)).toEqual([
      'translation-missing',
      'translation-outdated',
    ]);
  });

  test('a long sentence in an easy text is told with its item', () => {
    const text = `${Array.from({ length: 16 }, () => 'tak').join(' ')}.`;
    const draft: QuestionnaireDefinition = {
      ...draftOf([single('A', ['1', '2'])]),
      languages: ['pl-etr'],
      translations: [{ language: 'pl-etr', texts: [{ key: 'A/text', from: 'Pytanie A?', text }] }],
    };
    expect(proveItem(draft, 'A').remarks).toContainEqual(
      expect.objectContaining({
        kind: 'long-easy-sentence',
        item: 'A',
        details: expect.objectContaining({ count: 16 }),
      }),
    );
  });
});
