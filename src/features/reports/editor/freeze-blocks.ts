import { Problem } from '../../../platform/problems';
import type { BlockChange, ReportContents } from '../domain/edit';
import { fingerprint } from '../domain/edit';
import { requestOf, type BlockId, type LiveSource, type StoredReport } from '../domain';
import type { ReportsNeeds } from '../needs';
import type { Editing, ReportKey } from './history';
import { makeEdit, readReport, type EditNeeds } from './make-edit';
import { isData, type DataBlock } from './read-material';

export interface FreezeNeeds extends EditNeeds {
  readonly analysis: { readonly frozen: Pick<ReportsNeeds['analysis']['frozen'], 'freezeTable'> };
}

export interface FrozenBlocks {
  readonly report: StoredReport;
  readonly frozen: number;
  /** Those that the table desk would not tell, each with its reason; and those that somebody changed meanwhile. */
  readonly refused: readonly { readonly block: BlockId; readonly problem: Problem | null }[];
}

/** Differences are called significant below this probability, as on the tables page unless somebody says otherwise. */
export const LEVEL = 0.05;

/** What a block asks of its data set, live or frozen. */
export const askedOf = ({ source }: DataBlock): LiveSource => {
  const { dataset, rows, columns, weight, filter, merges } = source.kind === 'live' ? source : source.asked;
  return { dataset, rows, columns, weight, filter, ...(merges === undefined ? {} : { merges }) };
};

/**
 * Tells the tables of blocks for good and keeps them in the report. A block that somebody asks differently meanwhile stays
 * as they want it.
 *
 * @param which live ones only, or frozen ones too, which are then told anew
 */
export const freezeBlocks =
  (needs: FreezeNeeds) =>
  async (key: ReportKey, by: Editing, ids: readonly BlockId[] | 'all live'): Promise<FrozenBlocks> => {
    const report = await readReport(needs)(key);
    const blocks = report.blocks
      .filter(isData)
      .filter((block) => (ids === 'all live' ? block.source.kind === 'live' : ids.includes(block.id)))
      .filter((block) => askedOf(block).rows.length > 0);
    const changes: (BlockChange & { readonly seen: string })[] = [];
    const refused: FrozenBlocks['refused'][number][] = [];
    for (const block of blocks) {
      try {
        changes.push({
          id: block.id,
          content: await frozenContent(needs, report, block, by),
          seen: fingerprint(block),
        });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refused.push({ block: block.id, problem: error });
      }
    }
    const stillAsked = ({ blocks: now }: ReportContents) =>
      changes.filter(({ id, seen }) => now.some((block) => block.id === id && fingerprint(block) === seen));
    let kept: readonly BlockChange[] = [];
    const outcome = await makeEdit(needs)(key, by, {
      edit: (contents) => ({ kind: 'change', changes: (kept = stillAsked(contents)).map(withoutSeen) }),
      seen: null,
    });
    const lost = changes.filter(({ id }) => !kept.some((one) => one.id === id));
    return {
      report: outcome.report,
      frozen: kept.length,
      refused: [...refused, ...lost.map(({ id }) => ({ block: id, problem: null }))],
    };
  };

const withoutSeen = ({ id, content }: BlockChange): BlockChange => ({ id, content });

const frozenContent = async (
  { analysis }: FreezeNeeds,
  { evaluationId, id, title }: StoredReport,
  block: DataBlock,
  by: Editing,
): Promise<BlockChange['content']> => {
  const asked = askedOf(block);
  const { publication } = await analysis.frozen.freezeTable(evaluationId, {
    dataset: asked.dataset,
    request: requestOf(asked),
    level: LEVEL,
    place: { kind: 'report', title, address: `/badania/${evaluationId}/raporty/${id}` },
    by: by.name,
  });
  const { display, title: own } = block;
  return { kind: 'data', display, title: own, source: { kind: 'frozen', publication, asked } };
};
