import type { FrozenTable } from '../../analysis';
import type { DatasetName, OpenDataset } from '../../analysis';
import type { Evaluation } from '../../evaluations';
import type { Finding } from '../../findings';
import type { PublicationId } from '../../../platform/ids';
import { checkReport, type Check, type DataFacts, type FindingFacts, type StoredReport } from '../domain';
import type { BlockId, EditorBlock } from '../domain';
import type { ReportsNeeds } from '../needs';
import { wordSource, type SourceWords } from './word-source';

export type MaterialNeeds = Pick<ReportsNeeds, 'analysis' | 'findings'>;
export type DataBlock = Extract<EditorBlock, { kind: 'data' }>;

/** What the blocks of a report are made of, read without counting a table. */
export interface Material {
  /** All questionnaires together: day of the last answer and respondents, none where they are too few. */
  readonly head: { readonly day: string | null; readonly n: number };
  readonly frozen: ReadonlyMap<PublicationId, FrozenTable>;
  readonly words: ReadonlyMap<BlockId, SourceWords>;
  readonly facts: ReadonlyMap<BlockId, DataFacts>;
  /** By number; empty where no block is about one. */
  readonly findings: readonly Finding[];
  readonly checks: readonly Check[];
}

export const isData = (block: EditorBlock): block is DataBlock => block.kind === 'data';

export const readMaterial =
  ({ analysis, findings }: MaterialNeeds) =>
  async (evaluation: Evaluation, report: StoredReport): Promise<Material> => {
    const blocks = report.blocks.filter(isData);
    const datasets = await analysis.datasets.list(evaluation);
    const openOnce = openingOnce((code) => analysis.datasets.open(evaluation, code));
    const setOf = (code: string) => openOnce(code === '' ? (datasets[0]?.code ?? '') : code);
    const frozen = await frozenOf(analysis, report, blocks);
    const words = new Map<BlockId, SourceWords>();
    const facts = new Map<BlockId, DataFacts>();
    for (const block of blocks) {
      const { source } = block;
      const asked = source.kind === 'live' ? source : source.asked;
      const dataset = await setOf(asked.dataset);
      const table = source.kind === 'frozen' ? frozen.get(source.publication) : undefined;
      const said = wordSource(asked, dataset, table);
      words.set(block.id, said);
      facts.set(block.id, factsOf(block, { said, table, dataset, smallestGroup: evaluation.smallestGroup }));
    }
    const isAbout = report.blocks.some(({ kind }) => kind === 'finding');
    const found = isAbout ? await findings.listFindings(evaluation.id) : [];
    const checks = checkReport(report, {
      data: facts,
      findings: isAbout ? await findingFacts({ findings }, evaluation, found, report) : new Map(),
      smallestGroup: evaluation.smallestGroup,
    });
    return {
      head: await headOf(datasets, setOf, evaluation.smallestGroup),
      frozen,
      words,
      facts,
      findings: found,
      checks,
    };
  };

const headOf = async (
  datasets: readonly DatasetName[],
  setOf: (code: string) => Promise<OpenDataset | undefined>,
  smallestGroup: number,
): Promise<Material['head']> => {
  const own = datasets.filter(({ kind }) => kind === 'questionnaire');
  const opened = (await Promise.all(own.map(({ code }) => setOf(code)))).flatMap((one) => one ?? []);
  const n = opened.reduce((sum, { set }) => sum + set.n, 0);
  return {
    day:
      opened
        .flatMap(({ dataCut }) => dataCut ?? [])
        .toSorted()
        .at(-1) ?? null,
    n: n < smallestGroup ? 0 : n,
  };
};

const openingOnce = <Opened>(open: (code: string) => Promise<Opened>): ((code: string) => Promise<Opened>) => {
  const opened = new Map<string, Promise<Opened>>();
  return (code) => {
    const known = opened.get(code) ?? open(code);
    opened.set(code, known);
    return known;
  };
};

const frozenOf = async (
  { frozen }: Pick<MaterialNeeds['analysis'], 'frozen'>,
  { evaluationId }: StoredReport,
  blocks: readonly DataBlock[],
): Promise<ReadonlyMap<PublicationId, FrozenTable>> => {
  const ids = blocks.flatMap(({ source }) => (source.kind === 'frozen' ? [source.publication] : []));
  const tables = ids.length === 0 ? [] : await frozen.readFrozen(evaluationId, ids);
  return new Map(tables.map((table) => [table.publication, table]));
};

interface Behind {
  readonly said: SourceWords;
  readonly table: FrozenTable | undefined;
  readonly dataset: OpenDataset | undefined;
  readonly smallestGroup: number;
}

const factsOf = ({ title, source }: DataBlock, { said, table, dataset, smallestGroup }: Behind): DataFacts =>
  source.kind === 'live'
    ? {
        title: title === '' ? said.question : title,
        isThere: said.isThere,
        n: dataset?.set.n === 0 ? 0 : null,
        isOlder: false,
        smallestGroup,
      }
    : {
        title: title === '' ? said.question : title,
        isThere: table !== undefined,
        n: table === undefined ? null : peopleIn(table),
        isOlder: table !== undefined && dataset !== undefined && dataset.cut > table.cut,
        smallestGroup: table?.table.smallestGroup ?? 0,
      };

/** Respondents in the first question's total; of a table that hides it, respondents of the data set. */
export const peopleIn = ({ table, respondents }: Pick<FrozenTable, 'table' | 'respondents'>): number =>
  table.blocks[0]?.bases[0]?.n ?? respondents;

const findingFacts = async (
  { findings }: Pick<MaterialNeeds, 'findings'>,
  evaluation: Evaluation,
  all: readonly Finding[],
  { blocks }: StoredReport,
): Promise<ReadonlyMap<string, FindingFacts>> => {
  const wanted = new Set<string>(blocks.flatMap((block) => (block.kind === 'finding' ? [block.finding] : [])));
  const used = all.filter(({ id }) => wanted.has(id));
  const standings = await findings.readFindingStandings(evaluation, used);
  return new Map(
    used.map(({ id, state }) => {
      const standing = standings.get(id);
      const holds = standing === undefined || standing === 'cannot-tell' ? null : standing === 'holds';
      return [id, { isReady: state === 'ready', holds }];
    }),
  );
};
