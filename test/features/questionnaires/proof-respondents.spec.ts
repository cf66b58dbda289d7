import { compileVersion, type CompiledVersion, type Item } from '../../../src/features/questionnaires/domain';
import {
  countFields,
  knownPlaces,
  runRespondents,
  type SyntheticRun,
} from '../../../src/features/questionnaires/domain/proof/respondents';
import { testDataFile } from '../../../src/features/questionnaires/proof/test-data-file';
import { loadTranslators } from '../../../src/platform/i18n';
import { seededRandom } from '../../../src/platform/random';
import type { EvaluationId } from '../../../src/platform/ids';
import { choicesOf, draftOf, end, multiple, number, open, single } from './proof-definitions';
import { partners } from './versions';

const runOn = (compiled: CompiledVersion, seed = 1): SyntheticRun => {
  const walk = runRespondents(compiled, seededRandom(seed), knownPlaces());
  for (;;) {
    const step = walk.next();
    if (step.done === true) return step.value;
  }
};

/** A questionnaire with every kind of item, and a corner that chance does not find. */
const everyKind = compileVersion(
  draftOf(
    [
      { kind: 'consent', code: 'W1', text: 'Zgoda?', agreeLabel: 'Tak', declineLabel: 'Nie', required: true },
      end('E', "${W1} = 'nie'"),
    ],
    [
      single('K1', ['pes', 'ngo', 'jst'], { required: true }),
      multiple('U1', [...choicesOf('a', 'b', 'c'), { code: 'zadna', label: 'żadna', exclusive: true }], { most: 2 }),
      number('P6', 0, 5000, { required: true }),
      number('P7', 0, 5000, { shownIf: '${P6} > 0', notAbove: 'P6' }),
      { kind: 'calculated', code: 'C', text: 'C', expression: '${P7} div ${P6}' },
      { ...open('X', "${P6} = 4321 and ${K1} = 'jst'") },
    ],
    [
      { kind: 'repeat', code: 'B', text: 'Usługa ${U1}', over: 'U1', items: [single('O1', ['1', '2', '3'])] },
      {
        kind: 'sum',
        code: 'S',
        text: 'Podział',
        total: 100,
        rows: [
          { code: 'S1', text: 'Jedno' },
          { code: 'S2', text: 'Drugie' },
        ],
      },
      { kind: 'date', code: 'D', text: 'Kiedy?', earliest: '2026-01-01', latest: '2026-12-31' },
      { kind: 'email', code: 'M', text: 'Adres?' },
      { kind: 'territory', code: 'T', text: 'Gdzie?', level: 'gmina' },
      { kind: 'scale0to10', code: 'Z', text: 'Polecenie', lowLabel: 'nie', highLabel: 'tak' },
      { kind: 'ranking', code: 'R', text: 'Kolejność', most: 2, choices: choicesOf('a', 'b', 'c') },
    ] satisfies readonly Item[],
  ),
);

describe('invented respondents', () => {
  const run = runOn(everyKind);

  test('come to every item, choose every answer, and see each condition hold and not hold', () => {
    const { items, choices, holding, failing } = run.coverage;
    expect([items.unseen, choices.unseen, holding.unseen, failing.unseen]).toEqual([[], [], [], []]);
  });

  test('are refused each wrong answer they try', () => {
    expect(run.refusals.tried).toBeGreaterThan(200);
    expect(run.refusals.letThrough).toEqual([]);
  });

  test('some break off, and what they did not come to is 95', () => {
    const left = run.responses.filter(({ isFinished }) => !isFinished);
    expect(left.length).toBeGreaterThan(5);
    expect(left.some(({ sheet }) => JSON.stringify(sheet['Z']) === '{"missing":95}')).toBe(true);
  });

  test('nobody gets stuck where every required answer can be given', () => {
    expect(run.stuckAt).toEqual([]);
  });

  test('get stuck where no answer is accepted', () => {
    const trap = number('A', 0, 9, { required: true, constraint: '. > 100' });
    expect(runOn(compileVersion(draftOf([trap]))).stuckAt).toEqual(['A']);
  });

  test('what nobody can come to is named', () => {
    const hidden = open('X', "${K1} = 'a' and ${K1} = 'b'");
    const { coverage } = runOn(compileVersion(draftOf([single('K1', ['a', 'b']), hidden])));
    expect(coverage.items.unseen).toEqual(['X']);
    expect(coverage.holding.unseen).toEqual(['X']);
  });

  test('the same seed gives the same data', () => {
    expect(runOn(everyKind, 7).responses).toEqual(runOn(everyKind, 7).responses);
  });

  test('each response is asked, not asked or not reached at each field', () => {
    const { responses } = run;
    for (const { asked, missing } of countFields(everyKind, responses))
      expect(asked + missing[95] + missing[96]).toBe(responses.length);
  });

  test('the questionnaire for partners of ROPS is covered whole', () => {
    const { items, choices, holding, failing } = runOn(partners).coverage;
    expect([items.unseen, choices.unseen, holding.unseen, failing.unseen]).toEqual([[], [], [], []]);
  }, 30_000);
});

describe('the file of test data', () => {
  const { pl } = loadTranslators('locales');
  const sheet = { A: '=HYPERLINK("http://example.org")', B: ['a', 'b'], C: 2.5, D: { missing: 96 as const } };
  const response = { number: 1, strategy: 'any' as const, isFinished: true, reachedPage: 2, sheet };
  const run = { ...runOn(compileVersion(draftOf([single('A', ['1', '2'])]))), responses: [response] };
  const file = testDataFile(pl, {
    ...run,
    evaluationId: 'e' as EvaluationId,
    code: 'proba',
    revision: 3,
    version: 2,
    hash: '',
    seed: 1,
    ranAt: new Date(0),
    ranBy: 'A',
  });

  test('opens in an office program, says in each row what it is, and runs no formula', () => {
    expect(file).toBe(
      '\uFEFF"zbiór";"wersja";"szkic";"respondent";"sposób";"ukończona";"ostatnia strona";"A";"B";"C";"D"\r\n' +
        '"dane testowe";"2";"3";"1";"losowo";"tak";"2";"\'=HYPERLINK(""http://example.org"")";"a b";"2,5";"96"\r\n',
    );
  });
});
