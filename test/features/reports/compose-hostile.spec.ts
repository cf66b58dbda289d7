import type { GivenTable } from '../../../src/features/analysis';
import { createDemonstration } from '../../../src/app/demonstration/create-demonstration';
import type { Evaluation } from '../../../src/features/evaluations';
import type { FindingId } from '../../../src/features/findings';
import { composeReport } from '../../../src/features/reports/compose';
import {
  GENERATED_PARTS,
  REPORT_KINDS,
  requestOf,
  type BlockContent,
  type LiveSource,
} from '../../../src/features/reports/domain';
import { fixedClock } from '../../../src/platform/clock';
import type { EvaluationId, PublicationId } from '../../../src/platform/ids';
import { faultsOf } from './check-pdf';
import {
  reportOf,
  startWorkingDemonstration,
  translators,
  withIds,
  type WorkingDemonstration,
} from './working-demonstration';

const clock = fixedClock(new Date('2026-11-18T10:00:00Z'));
const HOSTILE = `<b>&„Zły” \u202eopis\u202c 🦄 漢字 \u0000${'bardzo długie słowo '.repeat(500)}`;

let demo: WorkingDemonstration;
beforeAll(async () => {
  demo = await startWorkingDemonstration();
});
afterAll(() => demo.application.remove());

const live = (source: Partial<LiveSource>): BlockContent => ({
  kind: 'data',
  display: 'both',
  title: '',
  source: {
    kind: 'live',
    dataset: 'owes-clients',
    rows: ['J'],
    columns: ['instytucja'],
    weight: null,
    filter: [],
    ...source,
  },
});

/** With every table changed on its way. */
const composeWith = async (
  evaluation: Evaluation,
  blocks: readonly BlockContent[],
  change: (given: GivenTable) => GivenTable = (given) => given,
) => {
  const { analysis, findings, questionnaires, reports } = demo.application.chapters;
  const needs = {
    analysis,
    findings,
    questionnaires,
    clock,
    readEvaluation: reports.readEvaluation,
  } as unknown as Parameters<typeof composeReport>[0];
  const composed = await composeReport(needs)({
    report: reportOf(evaluation, { kind: 'full', title: HOSTILE, blocks: withIds(blocks) }),
    evaluation,
    translator: translators.en,
    state: 'preliminary',
    version: 2,
    erratum: HOSTILE,
    giveTable: async (asked) =>
      change(
        await analysis.frozen.previewTable(evaluation.id, {
          dataset: asked.dataset,
          request: requestOf(asked),
          level: 0.05,
        }),
      ),
    readFrozen: (ids) => analysis.frozen.readFrozen(evaluation.id, ids),
  });
  const { bytes } = await reports.drawReport(composed.tree);
  return { ...composed, faults: faultsOf(Buffer.from(bytes)) };
};

const everything = GENERATED_PARTS.filter((what) => what !== 'questionnaires').map((what): BlockContent => ({
  kind: 'generated',
  what,
}));

describe('an evaluation without answers', () => {
  it.each(REPORT_KINDS)('has a %s that says what is missing', async (kind) => {
    const { chapters } = demo.application;
    const id = `pusta-${kind}` as EvaluationId;
    const evaluation = await createDemonstration({ chapters, clock }, { id, clients: 0, partners: 0 });
    const { blocks, title } = await chapters.reports.readyStructure(evaluation, kind, 'owes-polnoc', translators.pl);
    const { tree, notices, faults } = await composeWith({ ...evaluation, title }, blocks);
    expect(faults).toEqual([]);
    expect(tree.about.n).toBe(0);
    if (kind !== 'own') expect(notices.length).toBeGreaterThan(0);
  });
});

describe('hostile material', () => {
  it('labels of 10,000 letters, signs that turn the reading, emoji and signs of markup', async () => {
    const { faults, tree } = await composeWith(demo.evaluation, [...everything, live({})], (given) => ({
      ...given,
      dataset: { ...given.dataset, title: HOSTILE },
      wordings: given.wordings.map((wording) => ({
        ...wording,
        question: HOSTILE,
        statement: wording.statement && HOSTILE,
      })),
      names: given.names.map((one) => ({
        ...one,
        label: HOSTILE,
        categories: one.categories.map((category) => ({ ...category, label: HOSTILE })),
      })),
      table: {
        ...given.table,
        columns: given.table.columns.map((column) => ({ ...column, label: HOSTILE })),
        blocks: given.table.blocks.map((block) => ({
          ...block,
          label: HOSTILE,
          rows: block.rows.map((row) => ({ ...row, label: HOSTILE })),
        })),
      },
    }));
    expect(faults).toEqual([]);
    for (const block of tree.blocks) if (block.kind === 'table') expect(block.caption?.length ?? 0).toBeLessThan(1_000);
  }, 60_000);

  it('60 columns are told in parts, each with the total', async () => {
    const wide = <Thing>(things: readonly Thing[]): readonly Thing[] => [
      ...things.slice(0, 1),
      ...Array.from({ length: 30 }, () => things.slice(1)).flat(),
    ];
    const { faults, tree } = await composeWith(demo.evaluation, [live({ rows: ['Z3'] })], (given) => ({
      ...given,
      table: {
        ...given.table,
        columns: wide(given.table.columns),
        blocks: given.table.blocks.map((block) => ({
          ...block,
          bases: wide(block.bases),
          hidden: wide(block.hidden),
          rows: block.rows.map((row) => ({ ...row, cells: wide(row.cells) })),
          summaries: block.summaries.map((row) => ({ ...row, cells: wide(row.cells) })),
        })),
      },
    }));
    expect(faults).toEqual([]);
    const tables = tree.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(tables).toHaveLength(12);
    for (const { columns, rows } of tables) {
      expect(columns[1]?.label).toBe('Ogółem');
      for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
    }
  });

  it('tables in which everything is hidden', async () => {
    const { faults, tree, notices } = await composeWith(demo.evaluation, [...everything, live({})], (given) => ({
      ...given,
      table: {
        ...given.table,
        blocks: given.table.blocks.map((block) => ({
          ...block,
          asked: null,
          bases: block.bases.map(() => null),
          hidden: block.hidden.map(() => 'protects-another' as const),
          rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(() => null) })),
          summaries: block.summaries.map((row) => ({ ...row, cells: row.cells.map(() => null) })),
        })),
      },
    }));
    expect(faults).toEqual([]);
    expect(tree.blocks.some(({ kind }) => kind === 'figure')).toBe(false);
    expect(notices.length).toBeGreaterThan(3);
  });
});

describe('a block that cannot be drawn is a sentence, and its writer is told', () => {
  const FOREIGN = 'nie-ma-go';
  it.each<[string, BlockContent, RegExp]>([
    [
      'a finding that is gone',
      { kind: 'finding', finding: FOREIGN as FindingId, display: 'both' },
      /Tego wyniku już nie ma/,
    ],
    ['a question that is gone', live({ rows: ['NIEMA'] }), /Tej tabeli nie można pokazać/],
    ['a data set that is gone', live({ dataset: FOREIGN }), /Tej tabeli nie można pokazać/],
    ['nothing chosen', live({ rows: [] }), /nie wybrano jeszcze pytania/],
    [
      'a frozen table that is gone',
      {
        kind: 'data',
        display: 'both',
        title: '',
        source: {
          kind: 'frozen',
          publication: FOREIGN as PublicationId,
          asked: { dataset: 'owes-clients', rows: ['J'], columns: [], weight: null, filter: [] },
        },
      },
      /Zamrożonej tabeli już nie ma/,
    ],
  ])('%s', async (_, block, sentence) => {
    const { tree, notices, faults } = await composeWith(demo.evaluation, [block]);
    expect(faults).toEqual([]);
    expect(tree.blocks).toEqual([{ kind: 'text', text: expect.stringMatching(sentence) as string }]);
    expect(notices).toEqual([{ block: 'b0', text: expect.stringMatching(sentence) as string }]);
  });
});
