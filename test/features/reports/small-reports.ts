import type { ComposedReport, ComposeWanted } from '../../../src/features/reports/compose';
import type { Block, BlockContent, BlockId, LiveSource, StoredReport } from '../../../src/features/reports/domain';
import { createPublished, type PublishedNeeds } from '../../../src/features/reports/published';
import type { ToPublish } from '../../../src/features/reports/published/publish-report';
import { newId, type EvaluationId } from '../../../src/platform/ids';
import { loadTranslators } from '../../../src/platform/i18n';
import type { TestApplication } from '../../support/application';

export const DEMONSTRATION = 'demonstracja' as EvaluationId;
const translators = loadTranslators('locales');

export const sourceOf = (rows: readonly string[], columns: readonly string[] = []): LiveSource => ({
  dataset: 'owes-clients',
  rows,
  columns,
  weight: null,
  filter: [],
});

export const liveTable = (title: string, rows: readonly string[], columns: readonly string[] = []): BlockContent => ({
  kind: 'data',
  display: 'table',
  title,
  source: { kind: 'live', ...sourceOf(rows, columns) },
});

/** A report of the demonstration as its author left it. */
export const writtenReport = (content: readonly BlockContent[], change: Partial<StoredReport> = {}): StoredReport => ({
  id: newId<'report'>(),
  evaluationId: DEMONSTRATION,
  kind: 'full',
  institution: null,
  language: 'pl',
  title: 'Raport próbny',
  blocks: content.map((block, at) => ({ id: `b${at}` as BlockId, ...block })),
  revision: 3,
  createdBy: 'Anna Wrona',
  createdAt: new Date('2026-11-20T09:00:00Z'),
  changedBy: 'Anna Wrona',
  changedAt: new Date('2026-11-20T09:00:00Z'),
  ...change,
});

/** Texts and tables, as the real composition draws them, and nothing else. */
export const composeSmall = async (wanted: ComposeWanted): Promise<ComposedReport> => {
  const { report, evaluation, state, version, erratum } = wanted;
  const blocks: Block[] = [];
  let [n, dataCut] = [0, ''];
  for (const block of report.blocks) {
    if (block.kind === 'heading') blocks.push({ kind: 'heading', level: block.level, text: block.text });
    if (block.kind === 'text') blocks.push({ kind: 'text', text: block.text });
    if (block.kind !== 'data') continue;
    const { source } = block;
    const tables =
      source.kind === 'live' ? [await wanted.giveTable(source)] : await wanted.readFrozen([source.publication]);
    for (const given of tables) {
      n = Math.max(n, given.respondents);
      dataCut = given.dataCut ?? dataCut;
      blocks.push(tableOf(block.title, given));
    }
  }
  return {
    notices: [],
    tree: {
      about: {
        title: report.title,
        subject: report.title,
        author: evaluation.commissioner,
        language: 'pl',
        state,
        dataCut,
        n,
        demonstration: evaluation.demonstration,
        running: {
          study: evaluation.shortTitle,
          document: `wersja ${String(version)}`,
          status: `${state} ${erratum ?? ''}`,
          method: 'CAWI',
        },
      },
      blocks,
    },
  };
};

const tableOf = (title: string, { table }: Awaited<ReturnType<ComposeWanted['giveTable']>>): Block => ({
  kind: 'table',
  caption: title,
  columns: [
    { label: 'Odpowiedź', align: 'left' },
    ...table.columns.map(({ label }) => ({ label, align: 'right' as const })),
  ],
  rows: table.blocks.flatMap(({ rows }) =>
    rows.map(({ label, cells }) => ({ cells: [label, ...cells.map((cell) => String(cell?.share ?? '–'))] })),
  ),
});

export const publishedOn = (
  { chapters, storage }: Pick<TestApplication, 'chapters' | 'storage'>,
  reports: readonly StoredReport[],
  change: Partial<PublishedNeeds> = {},
) => {
  const state = { reports };
  const desk = createPublished({
    connection: storage.connection,
    clock: { now: () => new Date() },
    readEvaluation: chapters.evaluations.readEvaluation,
    listEvaluations: chapters.evaluations.listEvaluations,
    analysis: chapters.analysis,
    editor: { listReports: () => Promise.resolve(state.reports) },
    compose: composeSmall,
    drawReport: chapters.reports.drawReport,
    ...change,
  });
  return { ...desk, state };
};

export const toPublish = (report: StoredReport, change: Partial<ToPublish> = {}): ToPublish => ({
  report: report.id,
  key: newId<'key'>(),
  revision: report.revision,
  state: 'preliminary',
  erratum: null,
  by: 'Anna Wrona',
  translatorOf: (language) => translators[language],
  ...change,
});
