import fc from 'fast-check';
import {
  checkSheet,
  completeSheet,
  isMissing,
  moveInRanking,
  pathThrough,
  readPage,
  type Answer,
  type AnswerSheet,
  type CompiledVersion,
  type Field,
  type FormFields,
} from '../../../src/features/questionnaires/domain';
import { story } from './story';
import { clients, partners } from './versions';

const postedFor = (field: Field): fc.Arbitrary<string | string[]> => {
  switch (field.kind) {
    case 'multiple':
      return fc.array(fc.constantFrom(...field.choices.keys()), { maxLength: 6 });
    case 'ranking':
      return fc.array(fc.constantFrom(...field.choices.keys()), { maxLength: 6 }).map((codes) => codes.join(','));
    case 'number':
      return fc.oneof(fc.integer({ min: -2, max: 40 }).map(String), fc.constantFrom('', 'abc', '2,5', '1 000'));
    case 'territory':
      return fc.constantFrom('2604112', '2661011', '2604', '2661', '0000000', '');
    case 'open':
    case 'other-text':
      return fc.string({ maxLength: 30 });
    case 'part':
      return fc.constantFrom('25', '50', '33,3', '100', '', 'x');
    case 'date':
      return fc.constantFrom('2026-11-21', '21.11.2026', '31.02.2026', '');
    case 'email':
      return fc.constantFrom('jan@poczta.pl', 'jan', '');
    case 'calculated':
      return fc.constantFrom('1', 'podrobione');
    case 'single':
    case 'row':
    case 'consent':
    case 'scale0to10':
      return fc.constantFrom(...field.choices.keys(), '', 'nieznane');
  }
};

/** A form with something in any fields of the version, allowed there or not. */
const formsOf = ({ fields }: CompiledVersion): fc.Arbitrary<FormFields> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.code, postedFor(field)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<FormFields>;

/** Sends the same form on every page, as somebody would who answers all the way. */
const fillIn = (version: CompiledVersion, form: FormFields, pages = version.pages.length): AnswerSheet =>
  version.pages
    .slice(0, pages)
    .reduce<AnswerSheet>((answers, page) => readPage(version, page.number, form, answers).answers, {});

const versions = fc.constantFrom(clients, partners, story);
const filledIn = versions.chain((version) =>
  formsOf(version).map((form) => ({ version, answers: fillIn(version, form) })),
);

const codesAndMissing = (answer: Answer | undefined) => (isMissing(answer) ? answer.missing : 'answer');

describe('whatever people answer', () => {
  test('a finished sheet holds each field of the version exactly once', () => {
    fc.assert(
      fc.property(filledIn, fc.nat(9), ({ version, answers }, reachedPage) => {
        const sheet = completeSheet(version, answers, { reachedPage });
        expect(Object.keys(sheet)).toEqual(version.fields.map(({ code }) => code));
      }),
    );
  });

  test('fields that were not asked never hold an answer', () => {
    fc.assert(
      fc.property(filledIn, ({ version, answers }) => {
        const { asked } = pathThrough(version, answers);
        const sheet = completeSheet(version, answers, { reachedPage: version.pages.length });
        for (const { code, kind } of version.fields)
          if (!asked.has(code) && kind !== 'calculated') expect(sheet[code]).toEqual({ missing: 96 });
      }),
    );
  });

  test('what reading accepts, the last check accepts too, silence on required questions aside', () => {
    fc.assert(
      fc.property(filledIn, ({ version, answers }) => {
        expect(checkSheet(version, answers).filter(({ kind }) => kind !== 'required')).toEqual([]);
      }),
    );
  });

  test('an exclusive choice stands alone, and nobody chooses more than allowed', () => {
    fc.assert(
      fc.property(filledIn, ({ version, answers }) => {
        for (const field of version.fields) {
          const answer = answers[field.code];
          if (!('most' in field) || !('choices' in field) || !Array.isArray(answer)) continue;
          const codes = answer as readonly string[];
          expect(codes.length).toBeLessThanOrEqual(field.most);
          expect(new Set(codes).size).toBe(codes.length);
          if (codes.some((code) => field.choices.get(code)?.exclusive)) expect(codes).toHaveLength(1);
        }
      }),
    );
  });

  test('the five kinds of silence do not run into one another', () => {
    fc.assert(
      fc.property(filledIn, fc.nat(9), ({ version, answers }, reachedPage) => {
        const { asked } = pathThrough(version, answers);
        const sheet = completeSheet(version, answers, { reachedPage });
        for (const field of version.fields) {
          const kind = codesAndMissing(sheet[field.code]);
          if (kind === 96) expect(asked.has(field.code)).toBe(false);
          if (kind === 95) expect(field.page).toBeGreaterThan(reachedPage);
          if (kind === 99) expect(asked.has(field.code) && field.page <= reachedPage).toBe(true);
          if (kind === 97 || kind === 98) expect(answers[field.code]).toEqual({ missing: kind });
        }
      }),
    );
  });

  test('a finished sheet finished again stays as it is', () => {
    fc.assert(
      fc.property(filledIn, ({ version, answers }) => {
        const sheet = completeSheet(version, answers, { reachedPage: version.pages.length });
        expect(completeSheet(version, sheet, { reachedPage: version.pages.length })).toEqual(sheet);
      }),
    );
  });

  test('sending a page twice changes nothing', () => {
    fc.assert(
      fc.property(
        versions.chain((version) => formsOf(version).map((form) => ({ version, form }))),
        ({ version, form }) => {
          const once = fillIn(version, form);
          for (const { number } of version.pages) expect(readPage(version, number, form, once).answers).toEqual(once);
        },
      ),
    );
  });
});

describe('what a filter hides', () => {
  test('is never counted: hidden answers change neither the path nor the finished sheet', () => {
    fc.assert(
      fc.property(filledIn, ({ version, answers }) => {
        const path = pathThrough(version, answers);
        const seen = Object.fromEntries(Object.entries(answers).filter(([code]) => path.asked.has(code)));
        const reachedPage = version.pages.length;
        expect(pathThrough(version, seen)).toEqual(path);
        expect(completeSheet(version, seen, { reachedPage })).toEqual(completeSheet(version, answers, { reachedPage }));
      }),
    );
  });

  test('leaves the base of a multiple choice to those who were asked: an answer, 97-99 or nothing else', () => {
    fc.assert(
      fc.property(filledIn, ({ version, answers }) => {
        const { asked } = pathThrough(version, answers);
        const sheet = completeSheet(version, answers, { reachedPage: version.pages.length });
        for (const { code, kind } of version.fields) {
          if (kind !== 'multiple') continue;
          const said = codesAndMissing(sheet[code]);
          expect(asked.has(code) ? ['answer', 97, 98, 99] : [96]).toContain(said);
          if (said === 'answer') expect(sheet[code]).not.toEqual([]);
        }
      }),
    );
  });

  test('parts of a sum that are accepted add up to the whole', () => {
    fc.assert(
      fc.property(formsOf(story), (form) => {
        const { F7a = 0, F7b = 0, F7c = 0 } = pathThrough(story, fillIn(story, { ...form, W1: 'tak' })).answers;
        const sum = Number(F7a) + Number(F7b) + Number(F7c);
        expect([0, 100]).toContain(Math.round(sum * 1e6) / 1e6);
      }),
    );
  });
});

describe('moving in a ranking', () => {
  const moves = fc.array(
    fc.record({
      kind: fc.constantFrom('add', 'remove', 'up', 'down'),
      code: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    } as const),
  );

  test('no press of buttons repeats a code or passes the limit', () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 5 }), (presses, most) => {
        const codes = presses.reduce<readonly string[]>((order, move) => moveInRanking(order, move, most), []);
        expect(codes.length).toBeLessThanOrEqual(most);
        expect(new Set(codes).size).toBe(codes.length);
      }),
    );
  });

  test('up and down change places with the neighbour; at the ends nothing moves', () => {
    expect(moveInRanking(['a', 'b', 'c'], { kind: 'up', code: 'c' }, 3)).toEqual(['a', 'c', 'b']);
    expect(moveInRanking(['a', 'b', 'c'], { kind: 'down', code: 'a' }, 3)).toEqual(['b', 'a', 'c']);
    expect(moveInRanking(['a', 'b'], { kind: 'up', code: 'a' }, 3)).toEqual(['a', 'b']);
    expect(moveInRanking(['a', 'b'], { kind: 'down', code: 'b' }, 3)).toEqual(['a', 'b']);
    expect(moveInRanking(['a', 'b'], { kind: 'up', code: 'x' }, 3)).toEqual(['a', 'b']);
  });

  test('a full list takes no more, and what is removed makes room', () => {
    expect(moveInRanking(['a', 'b'], { kind: 'add', code: 'c' }, 2)).toEqual(['a', 'b']);
    expect(moveInRanking(['a', 'b'], { kind: 'remove', code: 'a' }, 2)).toEqual(['b']);
  });
});
