import fc from 'fast-check';
import type { Answer, AnswerSheet, MissingCode } from '../../../src/features/questionnaires/domain';
import type { NumberedAnswers } from '../../../src/features/responses';
import { COMPILED, EVALUATION, FIRST, memoryStore, PARTNERS, SECOND, told } from './numbered';

const missing = fc.constantFrom<MissingCode>(95, 96, 97, 98, 99).map((code): Answer => ({ missing: code }));
const maybe = (answer: fc.Arbitrary<Answer>): fc.Arbitrary<Answer> =>
  fc.oneof({ weight: 3, arbitrary: answer }, { weight: 1, arbitrary: missing });
const some = (codes: readonly string[], most: number): fc.Arbitrary<Answer> =>
  fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: most });

const sheet: fc.Arbitrary<AnswerSheet> = fc.record({
  K1: maybe(fc.constantFrom('pes', 'ngo', 'jst')),
  K2: maybe(fc.constantFrom('polnoc', 'poludnie', 'inny')),
  P4: maybe(fc.constantFrom('2661011', '2609011')),
  J1: maybe(fc.constantFrom('1', '2', '5')),
  J2: maybe(fc.constantFrom('3', '4')),
  U1: maybe(
    some(
      Array.from({ length: 34 }, (_, at) => `u${at}`),
      6,
    ),
  ),
  S1: maybe(some(['s1', 's2', 's3', 's4'], 3)),
  N1: maybe(fc.integer({ min: 0, max: 40 })),
  E1: maybe(fc.constant('Tak')),
});

const answered = fc.record({
  answers: sheet,
  version: fc.constantFrom(FIRST, SECOND, PARTNERS),
  status: fc.constantFrom<'complete' | 'partial'>('complete', 'complete', 'partial'),
  receivedOn: fc.constantFrom('2026-11-18', '2026-11-19'),
});

type Answered = typeof answered extends fc.Arbitrary<infer Each> ? Each : never;

const numbered = ({ version, ...rest }: Answered, sequence: number): NumberedAnswers => ({
  ...rest,
  versionId: version.id,
  questionnaireCode: version.code,
  sequence,
});

/** What may happen to an evaluation, by anyone, in any order. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('answer' as const), response: answered }),
  fc.record({ kind: fc.constant('answer late' as const), response: answered }),
  fc.record({ kind: fc.constant('take a number for nothing' as const) }),
  fc.record({ kind: fc.constant('come back' as const), response: answered, who: fc.nat() }),
  fc.record({ kind: fc.constant('commit what was late' as const) }),
  fc.record({ kind: fc.constant('ask' as const), process: fc.constantFrom<'a' | 'b'>('a', 'b') }),
  fc.record({ kind: fc.constant('restart' as const) }),
  fc.record({ kind: fc.constant('damage' as const), block: fc.nat({ max: 5 }) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer Each> ? Each : never;

/** Plays it all on one store with two processes. */
const play = (story: readonly Happening[]) => {
  const store = memoryStore();
  const processes = { a: store.process(), b: store.process() };
  const late: NumberedAnswers[] = [];
  let last = 0;
  const next = (): number => (last += 1);
  const steps: Readonly<Record<Happening['kind'], (step: never) => unknown>> = {
    answer: ({ response }: { response: Answered }) => {
      store.commit(numbered(response, next()));
    },
    'answer late': ({ response }: { response: Answered }) => late.push(numbered(response, next())),
    'take a number for nothing': next,
    'come back': ({ response, who }: { response: Answered; who: number }) => {
      const breakOffs = [...store.committed.values()].filter(({ status }) => status === 'partial');
      const one = breakOffs[who % Math.max(1, breakOffs.length)];
      if (one === undefined) return;
      store.commit({ ...numbered(response, next()), status: 'complete', replaces: one.sequence });
    },
    'commit what was late': () => {
      for (const response of late.splice(0)) store.commit(response);
    },
    ask: ({ process }: { process: 'a' | 'b' }) => processes[process](EVALUATION),
    restart: () => {
      processes.a = store.process();
    },
    damage: ({ block }: { block: number }) => {
      const segment = store.segments.get(block);
      if (segment !== undefined) store.segments.set(block, { ...segment, digest: 'x' });
    },
  };
  const run = async () => {
    for (const step of story) await steps[step.kind](step as never);
    steps['commit what was late'](undefined as never);
    return { store, processes };
  };
  return run();
};

describe('Columns that grow, are sealed, lost and read again', () => {
  test('say in every process and after every restart what the raw answers say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 60 }), async (story) => {
        const { store, processes } = await play(story);
        const rebuilt = told((await memoryLike(store)(EVALUATION)).rows);
        expect(told((await processes.a(EVALUATION)).rows)).toEqual(rebuilt);
        expect(told((await processes.b(EVALUATION)).rows)).toEqual(rebuilt);
        expect(told((await store.process()(EVALUATION)).rows)).toEqual(rebuilt);
      }),
      { numRuns: 60 },
    );
  });

  test('keep every kind of missing answer apart, and what was not asked of a version', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answered, { maxLength: 30 }), async (all) => {
        const store = memoryStore();
        for (const [at, one] of all.entries()) store.commit(numbered(one, at + 1));
        const { rows } = await store.process()(EVALUATION);
        for (const each of rows) {
          const own = all.filter(({ version }) => version.code === each.code);
          for (const field of each.layouts.keys())
            expect(readBack(each, field)).toEqual(own.map((one) => plainly(one, field)));
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Raw answers alone: no memory, no segments. */
const memoryLike = ({ needs }: ReturnType<typeof memoryStore>) => {
  const segments = {
    put: () => Promise.resolve(),
    find: () => Promise.resolve(undefined),
    entriesOf: () => Promise.resolve([]),
  };
  return memoryStore().process({ ...needs, segments });
};

type Rows = Awaited<ReturnType<ReturnType<ReturnType<typeof memoryStore>['process']>>>['rows'][number];

/** Answers as the columns have them: codes, numbers, or a negative state. */
const readBack = (each: Rows, field: string): readonly unknown[] => {
  const layout = each.layouts.get(field);
  const options = layout !== undefined && 'options' in layout ? layout.options : [];
  const rows = each.field(field)!;
  return Array.from({ length: each.n }, (_, at) => {
    switch (rows.kind) {
      case 'coded': {
        const place = rows.places[at]!;
        return place < 0 ? place : (options[place]?.missing ?? options[place]?.code);
      }
      case 'number':
        return rows.states[at] === 0 ? rows.values[at] : rows.states[at];
      case 'multiple':
      case 'ranking': {
        if (rows.states[at] !== 0) return rows.states[at];
        const marked = options.filter(
          (__, option) => (rows.bits[at * rows.wordsEach + (option >>> 5)]! >>> (option & 31)) & 1,
        );
        const [only] = marked;
        if (only?.missing !== undefined) return only.missing;
        if (rows.kind === 'multiple') return marked.map(({ code }) => code).sort();
        const placeOf = (code: string) => rows.places[options.findIndex((option) => option.code === code)]![at]!;
        return marked.map(({ code }) => code).sort((a, b) => placeOf(a) - placeOf(b));
      }
    }
  });
};

/** The same from the answer itself. */
const plainly = ({ version, answers }: Answered, field: string): unknown => {
  const own = COMPILED.get(version.id)?.fieldByCode.get(field);
  // The second version has another scale, so answers of the first stand apart: as if they had not been asked.
  const isApart = version === FIRST && field.startsWith('J');
  if (own === undefined || isApart) return -96;
  const answer = answers[field];
  if (answer === undefined) return -99;
  if (typeof answer === 'object' && 'missing' in answer) {
    const listed = 'choices' in own && [...own.choices.values()].some((choice) => choice.missing === answer.missing);
    return listed ? answer.missing : -answer.missing;
  }
  if (Array.isArray(answer)) return own.kind === 'multiple' ? [...answer].sort() : answer;
  // '1' is no answer of the second version's scale.
  return 'choices' in own && !own.choices.has(String(answer)) ? -99 : answer;
};
