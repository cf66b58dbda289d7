import fc from 'fast-check';
import {
  compileVersion,
  faultsIn,
  pathThrough,
  readPage,
  nextPage,
  pagesOnPath,
  type AnswerSheet,
  type CompiledVersion,
  type FormFields,
  type Item,
} from '../../../src/features/questionnaires/domain';
import { estimatePaths, proveQuestionnaire } from '../../../src/features/questionnaires/domain/proof';
import { reachOf, waysThrough } from '../../../src/features/questionnaires/domain/proof/logic/reach';
import { checkpointsOf } from '../../../src/features/questionnaires/domain/proof/logic/condition-remarks';
import { honestAnswer } from '../../../src/features/questionnaires/domain/proof/respondents/honest-answer';
import { seededRandom, type Random } from '../../../src/platform/random';
import { choicesOf, draftOf, multiple, number, single } from './proof-definitions';

const exclusive = [...choicesOf('a', 'b', 'c'), { code: 'zadna', label: 'żadna', exclusive: true as const }];

/** The questions a small questionnaire is made of, in this order. */
const QUESTIONS = ['K1', 'K2', 'P6', 'P7', 'U1', 'C'] as const;

const atom = (codes: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...(codes.length === 0 ? ['K0'] : codes)).chain((code) => {
    if (code === 'K0') return fc.constant('1 = 1');
    if (code.startsWith('K'))
      return fc
        .tuple(fc.constantFrom('=', '!='), fc.constantFrom("'a'", "'b'", "'c'", "''"))
        .map(([sign, choice]) => `\${${code}} ${sign} ${choice}`);
    if (code === 'C') return fc.constantFrom('${C} = 1', '${C} != 1', '${C} > 0');
    if (code.startsWith('P'))
      return fc
        .tuple(
          fc.constantFrom('=', '!=', '<', '<=', '>', '>='),
          fc.constantFrom('0', '3', '90', codes.includes('P6') ? '${P6}' : '5'),
        )
        .map(([sign, limit]) => `\${${code}} ${sign} ${limit}`);
    return fc.oneof(
      fc.constantFrom('a', 'b', 'zadna').map((choice) => `selected(\${U1}, '${choice}')`),
      fc
        .tuple(fc.constantFrom('=', '<', '>='), fc.nat(4))
        .map(([sign, count]) => `count-selected(\${U1}) ${sign} ${count}`),
    );
  });

const condition = (codes: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    atom(codes),
    fc.tuple(atom(codes), fc.constantFrom('and', 'or'), atom(codes)).map((parts) => parts.join(' ')),
    fc.tuple(atom(codes), atom(codes)).map(([a, b]) => `not(${a} or ${b})`),
  );

const shown = (before: readonly string[]) => fc.option(condition(before), { nil: undefined, freq: 2 });

const calculation = (before: readonly string[]): fc.Arbitrary<Item> =>
  fc.tuple(condition(before), shown(before)).map(([asked, shownIf]) => ({
    kind: 'calculated',
    code: 'C',
    text: 'C',
    expression: `if(${asked}, 1, 0)`,
    ...(shownIf === undefined ? {} : { shownIf }),
  }));

const question = (code: (typeof QUESTIONS)[number], before: readonly string[]): fc.Arbitrary<Item> => {
  if (code === 'C') return calculation(before);
  return fc
    .record({ shownIf: shown(before), isRequired: fc.boolean(), isLimited: fc.boolean(), isWhole: fc.boolean() })
    .map(({ shownIf, isRequired, isLimited, isWhole }) => {
      const required = isRequired ? { required: true as const } : {};
      const rest = { ...(shownIf === undefined ? {} : { shownIf }), ...required };
      if (code.startsWith('K')) return single(code, ['a', 'b', 'c'], rest);
      if (code === 'U1') return multiple(code, exclusive, { ...rest, most: 2 });
      const { whole, ...plain } = number(code, 0, 90, rest) as Extract<Item, { kind: 'number' }>;
      return {
        ...plain,
        ...(isWhole && whole === true ? { whole } : {}),
        ...(isLimited ? { constraint: '. < 50' } : {}),
        ...(code === 'P7' && before.includes('P6') && !isRequired ? { notAbove: 'P6' } : {}),
      };
    });
};

/** Some of the questions, an end between them, and three texts with conditions behind. */
const questionnaire: fc.Arbitrary<readonly Item[]> = fc.subarray([...QUESTIONS], { minLength: 1 }).chain((codes) => {
  const questions = codes.map((code, index) => question(code, codes.slice(0, index)));
  const texts = ['X1', 'X2', 'X3'].map((code) =>
    fc.tuple(condition(codes), fc.boolean()).map(([shownIf, ends]): Item => ({
      kind: 'information',
      code,
      text: 'Tekst.',
      shownIf,
      ...(ends && code === 'X1' ? { ends: true } : {}),
    })),
  );
  return fc.tuple(...questions, ...texts);
});

/** Answers of somebody who goes through the form page by page; null when no answer of theirs is taken. */
const randomRespondent = (compiled: CompiledVersion, random: Random): AnswerSheet | null => {
  const places = { gmina: [], powiat: [] };
  let answers: AnswerSheet = {};
  let page = pagesOnPath(compiled, answers)[0] ?? null;
  while (page !== null) {
    const respondent = { number: 1, strategy: 'any' as const, given: {}, random };
    let isSent = false;
    for (let tries = 0; tries < 15 && !isSent; tries += 1) {
      const { asked } = pathThrough(compiled, answers);
      const fields = compiled.fields.filter((field) => field.page === page && asked.has(field.code));
      const form: FormFields = Object.fromEntries(
        fields.map((field) => [
          field.code,
          !field.required && random() < 0.25 ? '' : honestAnswer(field, respondent, { places, answers, tries }),
        ]),
      );
      const reading = readPage(compiled, page, form, answers);
      answers = reading.answers;
      isSent = reading.issues.length === 0 && reading.revealed.length === 0;
    }
    if (!isSent) return null;
    page = nextPage(compiled, page, answers);
  }
  return answers;
};

/** One item a page, so that each is answered before the next is shown. */
const compiledOf = (items: readonly Item[]): CompiledVersion => compileVersion(draftOf(...items.map((item) => [item])));

/** A fraction that must equal a whole number on the only way to the last text: once called unreachable. */
const fractionAgainstWhole: readonly Item[] = [
  { kind: 'number', code: 'P6', text: 'Ile P6?', least: 0, most: 90, required: true, constraint: '. < 50' },
  { kind: 'number', code: 'P7', text: 'Ile P7?', least: 0, most: 90, whole: true, notAbove: 'P6' },
  { kind: 'information', code: 'X1', text: 'Tekst.', shownIf: '${P7} != ${P6}', ends: true },
  { kind: 'information', code: 'X2', text: 'Tekst.', shownIf: '${P6} = 0' },
  { kind: 'information', code: 'X3', text: 'Tekst.', shownIf: '${P6} != 0 and ${P6} = ${P6}' },
];

describe('what the proof says of places is true of a thousand respondents', () => {
  test('an item called unreachable is never reached; one called always shown always is', () => {
    const seen = { never: 0, always: 0 };
    fc.assert(
      fc.property(questionnaire, fc.integer(), (items, seed) => {
        const compiled = compiledOf(items);
        const ways = waysThrough(compiled);
        const random = seededRandom(seed);
        const paths = Array.from({ length: 1000 }, () => randomRespondent(compiled, random)).flatMap((answers) =>
          answers === null ? [] : [pathThrough(compiled, answers)],
        );
        for (const item of compiled.items) {
          if (item.item.kind === 'calculated') continue;
          const [place] = checkpointsOf(ways, item);
          const reach = reachOf(ways, place!.target);
          if (!reach.isComplete) continue;
          const isShown = paths.filter(({ shown: codes }) => codes.has(item.item.code)).length;
          if (!reach.holds) expect([item.item.code, isShown]).toEqual([item.item.code, 0]);
          if (!reach.fails && !reach.endsBefore)
            expect([item.item.code, isShown]).toEqual([item.item.code, paths.length]);
          seen.never += Number(!reach.holds);
          seen.always += Number(!reach.fails && !reach.endsBefore && item.shownIf !== null);
        }
      }),
      { numRuns: 12, examples: [[fractionAgainstWhole, 0]] },
    );
    expect(seen.never).toBeGreaterThan(5);
    expect(seen.always).toBeGreaterThan(5);
  }, 60_000);

  test('conditions on choices, numbers and what is worked out from them are always told to the end', () => {
    fc.assert(
      fc.property(questionnaire, (items) => {
        const kinds = proveQuestionnaire(draftOf(...items.map((item) => [item]))).remarks.map(({ kind }) => kind);
        expect(kinds).not.toContain('not-checked');
      }),
      { numRuns: 40 },
    );
  });
});

describe('whatever the draft, the proof does not throw', () => {
  const anyText = fc.oneof(
    fc.constantFrom('', '${', "${K1} = 'a", '.', '${K1} + ', "regex(${K1}, '(')"),
    fc.string({ maxLength: 12 }),
  );
  const anyItem: fc.Arbitrary<Item> = fc
    .record({
      kind: fc.constantFrom(
        'single',
        'multiple',
        'number',
        'ranking',
        'battery',
        'open',
        'repeat',
        'calculated',
        'sum',
        'consent',
        'date',
      ),
      code: fc.constantFrom('K1', 'K2', 'U1', '', 'x y'),
      text: anyText,
      shownIf: fc.option(anyText, { nil: undefined }),
      constraint: fc.option(anyText, { nil: undefined }),
      over: fc.constantFrom('K1', 'U1', ''),
      expression: anyText,
      choices: fc.array(fc.record({ code: fc.constantFrom('a', 'b', ''), label: anyText }), { maxLength: 3 }),
      rows: fc.array(fc.record({ code: fc.constantFrom('J1', 'K1'), text: anyText }), { maxLength: 2 }),
      items: fc.constant([]),
      least: fc.integer(),
      most: fc.integer(),
      longest: fc.nat(),
      total: fc.integer(),
      agreeLabel: anyText,
      declineLabel: anyText,
    })
    .map((item) => item as unknown as Item);

  test('neither on faults nor on anything else', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyItem, { maxLength: 4 }), { maxLength: 3 }), (pages) => {
        const draft = draftOf(...pages);
        const { remarks } = proveQuestionnaire(draft);
        if (faultsIn(draft).length > 0) expect(remarks.some(({ kind }) => kind === 'fault')).toBe(true);
        expect(() => estimatePaths(draft)).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });
});
