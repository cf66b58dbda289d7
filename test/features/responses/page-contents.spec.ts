import fc from 'fast-check';
import {
  compileVersion,
  evaluate,
  isTrue,
  onDay,
  pathThrough,
  type Answer,
  type AnswerSheet,
} from '../../../src/features/questionnaires/domain';
import { pageContents, questionsOf } from '../../../src/features/responses/domain';
import { EVERY_KIND } from './support/every-kind';
import { FIVE_PAGES } from './support/questionnaire';

const everyKind = onDay(compileVersion(EVERY_KIND), '2026-11-21');
const fivePages = onDay(compileVersion(FIVE_PAGES), '2026-11-21');

const maybe = <Value>(...values: readonly Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

const sheets: fc.Arbitrary<AnswerSheet> = fc
  .record({
    Z0: maybe('tak', 'nie'),
    K1: maybe('pes', 'prywatna', 'inna'),
    G1: maybe('tak', 'nie'),
    N1: maybe(0, 5, 10),
    N2: maybe(0, 5, 9),
    U1: maybe(['U1a'], ['U1a', 'U1c'], ['zadna']),
    O1_U1a: maybe('dobrze', 'zle'),
    O1_U1c: maybe('dobrze', 'zle'),
  })
  .map(
    (sheet) => Object.fromEntries(Object.entries(sheet).filter(([, answer]) => answer !== undefined)) as AnswerSheet,
  );

describe('What a page holds for its script', () => {
  test.each([
    ['every kind of question', everyKind],
    ['the questionnaire of five pages', fivePages],
  ])('decides as the server does, from the answers that the page carries: %s', (_title, compiled) => {
    fc.assert(
      fc.property(sheets, fc.integer({ min: 1, max: compiled.pages.length }), (answers, pageNumber) => {
        const path = pathThrough(compiled, answers);
        const { items, earlier, calculations } = pageContents(compiled, pageNumber, answers);
        const known: Record<string, Answer> = { ...earlier };
        for (const [code, answer] of Object.entries(path.answers)) {
          const field = compiled.fieldByCode.get(code);
          if (field?.page === pageNumber && field.kind !== 'calculated') known[code] = answer;
        }
        for (const { code, expression } of calculations) {
          const value = evaluate(expression, known);
          if (value !== '') known[code] = typeof value === 'string' ? value : Number(value);
        }
        for (const { item, decidedHere, isShown } of items)
          if (decidedHere !== null) expect([item.code, isTrue(decidedHere, known)]).toEqual([item.code, isShown]);
      }),
    );
  });

  test('leaves out what earlier answers rule out, also the blocks of services that were not used', () => {
    const codes = pageContents(everyKind, 5, { Z0: 'tak', U1: ['U1b'] }).items.map(({ item }) => item.code);
    expect(codes).toEqual(['O1_U1b', 'O2_U1b']);
  });

  test('never holds calculated values', () => {
    const codes = pageContents(everyKind, 2, { Z0: 'tak', N1: 10, N2: 1 }).items.map(({ item }) => item.code);
    expect(codes).toContain('N3');
    expect(codes).not.toContain('ODESZLO');
  });

  test('ends the questionnaire where a text that ends it is shown', () => {
    expect(pageContents(everyKind, 1, { Z0: 'nie' }).isEnd).toBe(true);
    expect(pageContents(everyKind, 1, { Z0: 'tak' }).isEnd).toBe(false);
  });
});

test('questions are counted once, also where a block repeats them, and calculated values not at all', () => {
  // consent and name, ten kinds and the follow-up, services, two in the block, the recommendation
  expect(questionsOf(everyKind)).toBe(2 + 10 + 1 + 2 + 1);
});
