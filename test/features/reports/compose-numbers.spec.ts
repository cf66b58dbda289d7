import type { GivenTable } from '../../../src/features/analysis';
import type { Block, ReportKind } from '../../../src/features/reports/domain';
import { startWorkingDemonstration, translators, type WorkingDemonstration } from './working-demonstration';

const { format } = translators.pl;

let demo: WorkingDemonstration;
beforeAll(async () => {
  demo = await startWorkingDemonstration();
});
afterAll(() => demo.application.remove());

/** Every number that a given table holds, as it may be printed. */
const printedNumbers = (tables: readonly GivenTable[]): ReadonlySet<string> => {
  const texts = new Set<string>();
  const add = (value: number | null | undefined): void => {
    if (value === null || value === undefined) return;
    for (const digits of [0, 1, 2]) texts.add(format.decimal(value, digits));
    texts.add(format.integer(value));
    texts.add(format.signed(Math.round(value)));
    texts.add(format.percent(value).replace('%', ''));
    texts.add(format.integer(value * 100));
  };
  const visit = (value: unknown): void => {
    if (typeof value === 'number') add(value);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  for (const { table, respondents } of tables) {
    visit(table.blocks);
    add(respondents);
  }
  add(tables.length === 0 ? null : respondentsOf(tables));
  return texts;
};

/** Of all questionnaires together. */
const respondentsOf = (tables: readonly GivenTable[]): number =>
  [...new Map(tables.map(({ dataset, respondents }) => [dataset.code, respondents])).values()].reduce(
    (a, b) => a + b,
    0,
  );

const flat = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (block.kind === 'columns' ? flat(block.columns.flat()) : [block]));

/** Texts made of numbers: cells, values and what stands beside them. */
const numberTexts = (blocks: readonly Block[]): readonly string[] =>
  flat(blocks).flatMap((block): readonly string[] => {
    if (block.kind === 'key-figures')
      return block.items.flatMap(({ value, context }) => [value, context.replace(DAY, '')]);
    if (block.kind === 'table')
      return block.rows
        .flatMap(({ cells }) => cells.slice(1).map((text) => text.replace(DAY, '')))
        .filter((text) => !/\p{L}{4}/u.test(text));
    return block.kind === 'figure' ? block.figure.table.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) : [];
  });

/** Days and years are no results. */
const DAY = /(?:\d+ \S+ )?20\d{2}/g;
const NUMBER = /[−+]?\d[\d\u00a0]*(?:,\d+)?/g;

describe.each<[ReportKind, number]>([
  ['summary', 10],
  ['preliminary', 200],
  ['full', 1_000],
  ['scorecard', 100],
  ['slides', 50],
  ['annex', 1_000],
])('%s', (kind, least) => {
  it('prints no number that is not in a table it was given', async () => {
    const { tree, given } = await demo.compose(
      await demo.write(kind, { institution: kind === 'scorecard' ? 'owes-polnoc' : null }),
    );
    const known = printedNumbers(given);
    const found = numberTexts(tree.blocks).flatMap((text) => text.match(NUMBER) ?? []);
    expect(found.length).toBeGreaterThan(least);
    expect([...new Set(found.filter((text) => !known.has(text.trim())))]).toEqual([]);
    expect(tree.about.n).toBe(respondentsOf(given));
  });
});

it('asks for each table once, and for a few only', async () => {
  const { given } = await demo.compose(await demo.write('full'));
  const asked = given
    .filter(({ publication }) => publication === null)
    .map(({ dataset, request }) => JSON.stringify([dataset.code, request]));
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked.length).toBeLessThan(20);
});
