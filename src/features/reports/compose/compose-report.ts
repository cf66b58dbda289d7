import type { ReportsNeeds } from '../needs';
import type { Block, BlockId, GeneratedPart, ReportKind, StoredReport } from '../domain';
import { composeAbout } from './compose-about';
import { composeBlock } from './compose-block';
import type { Composing } from './composing';
import type { Drawn } from './drawn';
import { readMaterial } from './material';
import { numberCaptions } from './number-captions';
import { onSlides } from './on-slides';
import { readOverview } from './overview';
import { withoutOthers } from './scorecard-guard';
import { tidyBlocks } from './tidy-blocks';
import type { ComposedReport, ComposeWanted } from '.';
import { createTableDesk } from './table-desk';
import { createWideTables } from './wide-tables';

/** Turns the blocks of a report into the tree that is drawn on screen and on paper. */
export const composeReport =
  (needs: ReportsNeeds) =>
  async (wanted: ComposeWanted): Promise<ComposedReport> => {
    const composing = await begin(needs, wanted);
    const parts: { readonly id: BlockId; readonly part: Drawn }[] = [];
    for (const block of wanted.report.blocks)
      parts.push({ id: block.id, part: withoutOthers(await composeBlock(block, composing), composing) });
    const tidied = tidyBlocks(parts.flatMap(({ part }) => part.blocks));
    const blocks = laidOut(tidied, wanted.report.kind);
    const isShort = wanted.report.kind === 'summary' || wanted.report.kind === 'public';
    return {
      tree: {
        about: composeAbout(composing),
        blocks: isShort ? blocks : numberCaptions(blocks, composing.translator),
      },
      notices: parts.flatMap(({ id, part }) => part.notices.map((text) => ({ block: id, text }))),
    };
  };

const begin = async (needs: ReportsNeeds, wanted: ComposeWanted): Promise<Composing> => {
  const { evaluation, report } = wanted;
  const translator = wanted.translator.speaking(report.language);
  const tables = createTableDesk(wanted, translator);
  const material = readMaterial(needs, evaluation);
  const overview = await readOverview({ tables, material, evaluation, clock: needs.clock });
  return {
    needs,
    wanted,
    evaluation,
    translator,
    tables,
    material,
    wide: createWideTables(tables, overview, hasAllQuestions(report)),
    overview,
  };
};

/** Parts that tell every question. */
const WHOLE: ReadonlySet<GeneratedPart> = new Set(['results-by-criterion', 'results-by-module', 'all-tables']);

const hasAllQuestions = ({ blocks }: StoredReport): boolean =>
  blocks.some((block) => block.kind === 'generated' && WHOLE.has(block.what));

/** Slides one picture each; a table of recommendations lies on its side from its first page on. */
const laidOut = (blocks: readonly Block[], kind: ReportKind): readonly Block[] => {
  if (kind === 'slides') return onSlides(blocks);
  if (kind !== 'recommendations') return blocks;
  return [{ kind: 'orientation', orientation: 'landscape' }, ...blocks.filter((block) => block.kind !== 'orientation')];
};
