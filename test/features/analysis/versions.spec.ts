import { analyseAll, createDataset, NO_FILTER, type Results } from '../../../src/features/analysis/domain';
import { presentFigures, presentKpis } from '../../../src/features/analysis/present';
import {
  compileVersion,
  type AnswerSheet,
  type CompiledVersion,
  type Item,
} from '../../../src/features/questionnaires/domain';
import type { Response } from '../../../src/features/responses/domain';
import type { VersionId } from '../../../src/platform/ids';
import { loadTranslators } from '../../../src/platform/i18n';
import { AGREE5, evaluation, questionnaire, response, times } from './answers';

const { pl } = loadTranslators('locales');

const statements = (texts: Readonly<Record<string, string>>, more: Partial<Item> = {}): Item =>
  ({
    kind: 'battery',
    code: 'J',
    text: 'Czy zgadzają się Państwo?',
    criterion: 'jakosc',
    scale: 'AGREE5',
    choices: AGREE5,
    rows: Object.entries(texts).map(([code, text]) => ({ code, text })),
    ...more,
  }) as Item;

const J1 = 'Doradca rozumiał moją sytuację';
const OLD = 'Czas oczekiwania na spotkanie był krótki';
const NEW = 'Na decyzję urzędu czekało się niedługo';

const numbered = (compiled: CompiledVersion, version: number): CompiledVersion =>
  compileVersion({ ...compiled.definition, version });

/** Versions in the order of publishing, on consecutive days of November from the 17th; answers of each. */
const told = (
  ...published: readonly (readonly [items: readonly Item[], answers: readonly AnswerSheet[]])[]
): Results => {
  const idOf = (at: number) => `wersja-${at + 1}` as VersionId;
  const versions = new Map(
    published.map(([items], at) => [idOf(at), numbered(questionnaire(...items), at + 1)] as const),
  );
  const publishedOn = new Map(published.map((_each, at) => [idOf(at), `2026-11-${17 + at}`] as const));
  const responses = published.flatMap(([, answers], at): readonly Response[] =>
    answers.map((sheet) => response(sheet, { versionId: idOf(at) })),
  );
  const dataset = createDataset({ evaluation, versions, publishedOn, responses, viewpoint: { kind: 'all' } });
  return analyseAll(dataset, [...versions.values()], NO_FILTER);
};

const sheets = (count: number, sheet: AnswerSheet): readonly AnswerSheet[] =>
  Array.from({ length: count }, () => sheet);
const questionsIn = ({ sections }: Results) => sections.flatMap(({ questions }) => questions);
const ratings = (results: Results, id = 'owes-clients.J') => {
  const found = questionsIn(results).find(({ question }) => question.id === id);
  if (found?.kind !== 'ratings') throw new Error(`No ratings called ${id}`);
  return found;
};
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const flagsOf = (results: Results): readonly string[] =>
  presentFigures(results, evaluation, pl).flatMap(({ figures }) =>
    figures.flatMap(({ flags = [] }) => flags.map(plain)),
  );

describe('Answers to two versions of a question', () => {
  const first = [statements({ J1, J4: OLD })];

  test('flow together by code when nothing has changed, and nothing is flagged', () => {
    const results = told([first, sheets(20, { J1: '5', J4: '2' })], [first, sheets(10, { J1: '2', J4: '2' })]);
    // J1 by hand: (20 × 5 + 10 × 2) / 30 = 4
    expect(ratings(results).rows[0]!.total).toMatchObject({ n: 30, estimates: { mean: { n: 30, mean: 4 } } });
    expect(questionsIn(results).flatMap(({ notices }) => notices)).toEqual([]);
    expect(flagsOf(results)).toEqual([]);
  });

  test('flow together in silence after a mended typing error', () => {
    const mended = [statements({ J1, J4: `${OLD}.` })];
    const results = told([first, sheets(20, { J1: '5', J4: '5' })], [mended, sheets(10, { J1: '5', J4: '2' })]);
    // (20 × 5 + 10 × 2) / 30 = 4
    expect(ratings(results).rows[1]).toMatchObject({
      row: { text: `${OLD}.` },
      total: { n: 30, estimates: { mean: { mean: 4 } } },
    });
    expect(flagsOf(results)).toEqual([]);
  });

  test('flow together and are flagged on every figure when the wording changed', () => {
    const reworded = [statements({ J1, J4: NEW }, { wording: 2 })];
    const results = told([first, sheets(34, { J1: '5', J4: '5' })], [reworded, sheets(16, { J1: '5', J4: '3' })]);
    // J4: (34 × 5 + 16 × 3) / 50 = 4.36
    expect(ratings(results).rows[1]!.total).toMatchObject({ n: 50, estimates: { mean: { mean: 4.36 } } });
    expect(ratings(results).notices).toEqual([
      {
        kind: 'wording',
        questionnaire: 'owes-clients',
        code: 'J4',
        version: 2,
        publishedOn: '2026-11-18',
        earlier: 34,
      },
    ]);
    const sentence =
      'Treść pytania J4 zmieniona w wersji 2 (18 listopada 2026); 34 odpowiedzi dotyczą wersji wcześniejszej.';
    expect([...new Set(flagsOf(results))]).toEqual([sentence]);
  });

  test('stay apart when the scale changed: earlier answers are in no base, and the figure says so', () => {
    const four = statements({ J1, J4: OLD }, { choices: AGREE5.slice(1) });
    const results = told([first, sheets(30, { J1: '1', J4: '1' })], [[four], sheets(12, { J1: '4', J4: '5' })]);
    // Only the second version: 12 answers of 4; the 30 earlier ones would have pulled the mean to 1.86.
    expect(ratings(results).rows[0]!.total).toMatchObject({
      n: 12,
      counts: { answered: 12, choices: [0, 0, 12, 0] },
    });
    expect(ratings(results).notices.map(({ kind, code, earlier }) => [kind, code, earlier])).toEqual([
      ['scale', 'J1', 30],
      ['scale', 'J4', 30],
    ]);
    expect(flagsOf(results)[0]).toBe(
      'Skala lub lista odpowiedzi pytań J1, J4 zmieniona w wersji 2 (18 listopada 2026). ' +
        'W wyniku nie ma odpowiedzi sprzed zmiany: 30 odpowiedzi dotyczy wersji wcześniejszej.',
    );
  });

  test('stay apart when the question became one of another kind', () => {
    const open: Item = { kind: 'open', code: 'B1', text: 'Bariery', longest: 100, criterion: 'trafnosc' };
    const choice: Item = {
      kind: 'multiple',
      code: 'B1',
      text: 'Bariery',
      criterion: 'trafnosc',
      choices: ['a', 'b'].map((code) => ({ code, label: code })),
    };
    const results = told([[open], sheets(9, { B1: 'a' })], [[choice], sheets(11, { B1: ['a'] })]);
    const [question] = questionsIn(results);
    expect(question).toMatchObject({ kind: 'multiple', total: { n: 11, counts: { choices: [11, 0] } } });
    expect(question?.notices).toMatchObject([{ kind: 'different', version: 2, earlier: 9 }]);
  });

  test('are flagged from the version on in which the present words stand, over three versions', () => {
    const reworded = [statements({ J1, J4: NEW }, { wording: 2 })];
    const results = told(
      [first, sheets(20, { J1: '5', J4: '5' })],
      [first, sheets(7, { J1: '5', J4: '5' })],
      [reworded, sheets(10, { J1: '5', J4: '5' })],
    );
    expect(ratings(results).notices).toMatchObject([
      { code: 'J4', version: 3, publishedOn: '2026-11-19', earlier: 27 },
    ]);
  });

  test('of a group too small to be told are flagged without a number', () => {
    const reworded = [statements({ J1, J4: NEW }, { wording: 2 })];
    const fewBefore = told([first, sheets(4, { J1: '5', J4: '5' })], [reworded, sheets(20, { J1: '5', J4: '5' })]);
    const fewAfter = told([first, sheets(20, { J1: '5', J4: '5' })], [reworded, sheets(4, { J1: '5', J4: '5' })]);
    expect(ratings(fewBefore).notices[0]?.earlier).toBeNull();
    expect(ratings(fewAfter).notices[0]?.earlier).toBeNull();
    expect(flagsOf(fewBefore)[0]).toContain('część odpowiedzi dotyczy wersji wcześniejszej');
  });

  test('are not flagged when nobody answered the earlier version', () => {
    const reworded = [statements({ J1, J4: NEW }, { wording: 2 })];
    expect(flagsOf(told([first, []], [reworded, sheets(20, { J1: '5', J4: '5' })]))).toEqual([]);
  });
});

describe('Questions that the newest version no longer asks', () => {
  test('stay within reach after the others, flagged as removed', () => {
    const both = [statements({ J1, J4: OLD })];
    const results = told([both, sheets(20, { J1: '5', J4: '2' })], [[statements({ J1 })], sheets(10, { J1: '5' })]);
    expect(ratings(results).rows.map(({ row }) => row.id)).toEqual(['owes-clients.J1']);
    expect(ratings(results).rows[0]!.total).toMatchObject({ n: 30 });
    const removed = ratings(results, 'owes-clients.J-v1');
    expect(removed.rows).toMatchObject([{ row: { id: 'owes-clients.J4' }, total: { n: 20 } }]);
    expect(removed.notices).toMatchObject([{ kind: 'removed', code: 'J4', version: 2, earlier: 20 }]);
    expect(flagsOf(results)).toContain(
      'Pytanie J4 usunięte w wersji 2 (18 listopada 2026); 20 odpowiedzi dotyczy wersji wcześniejszej.',
    );
  });

  test('are left out when nobody answered them', () => {
    const results = told([[statements({ J1, J4: OLD })], []], [[statements({ J1 })], sheets(10, { J1: '5' })]);
    expect(questionsIn(results)).toHaveLength(1);
  });
});

describe('Questions of one meaning in two questionnaires', () => {
  const overall = (code: string, choices = AGREE5): Item => ({
    kind: 'single',
    code,
    text: 'Jak oceniają Państwo współpracę?',
    criterion: 'jakosc',
    scale: 'AGREE5',
    comparisonCode: 'overall-rating',
    choices,
  });
  const joined = (partnersChoices: typeof AGREE5): Results => {
    const clients = questionnaire(overall('Z3'));
    const partners = compileVersion({
      ...questionnaire(overall('R29', partnersChoices)).definition,
      code: 'rops-partners',
    });
    const [ours, theirs] = ['klienci' as VersionId, 'partnerzy' as VersionId];
    const responses = [
      ...times(20, () => response({ Z3: '5' }, { versionId: ours })),
      ...times(20, () => response({ R29: '2' }, { versionId: theirs, questionnaireCode: 'rops-partners' })),
    ];
    const versions = new Map([
      [ours, clients],
      [theirs, partners],
    ]);
    const dataset = createDataset({ evaluation, versions, responses, viewpoint: { kind: 'all' } });
    return analyseAll(dataset, [clients, partners], NO_FILTER);
  };

  test('are one question where the answers to choose from are the same', () => {
    const [question, ...others] = questionsIn(joined(AGREE5));
    // (20 × 5 + 20 × 2) / 40 = 3.5
    expect(question).toMatchObject({ rows: [{ total: { n: 40, estimates: { mean: { mean: 3.5 } } } }] });
    expect(others).toEqual([]);
  });

  test('stay apart and name each other where they are not', () => {
    const results = joined(AGREE5.slice(0, 5));
    expect(questionsIn(results).map(({ question }) => [question.codes, question.apartFrom])).toEqual([
      ['Z3', ['R29']],
      ['R29', ['Z3']],
    ]);
    expect(questionsIn(results)[0]).toMatchObject({ rows: [{ total: { n: 20, estimates: { mean: { mean: 5 } } } }] });
    expect(flagsOf(results)).toContain('Nie połączono z pytaniem R29, bo ma inną skalę lub listę odpowiedzi.');
    expect(presentKpis(results, evaluation, pl)[0]?.context.map(plain)).toContain('bez pytania R29, inna skala');
  });
});
