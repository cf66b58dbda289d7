import type { RequestHandler } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import { actorOf } from '../../accounts';
import type { ReportsRoutesNeeds } from '../routes';
import { blockAddress, placeOnPage } from './addresses';
import { requireBlock, type BlockAddress } from './block-handlers';
import { kindName } from './block-names';
import { deskOf, editorPage, type Desk } from './editor-page';
import { onlyToken } from './inputs';
import { presentDifferences } from './present-differences';
import { notData } from './problems';
import { isData, type DataBlock } from './read-material';

const requireFrozen = (desk: Desk, id: string): DataBlock & { readonly source: { readonly kind: 'frozen' } } => {
  const block = requireBlock(desk, id);
  if (!isData(block) || block.source.kind !== 'frozen') throw notData();
  return { ...block, source: block.source };
};

/** What would change if the block were told anew: shown before anything is. */
export const showDifferences =
  (needs: ReportsRoutesNeeds): RequestHandler<BlockAddress> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    const { evaluation, report } = desk;
    const block = requireFrozen(desk, req.params.blok);
    const [frozen] = await needs.reports.editor.frozen.readFrozen(evaluation.id, [block.source.publication]);
    const moves = frozen === undefined ? null : await needs.reports.editor.readMoves(frozen);
    const translator = translatorOf(req);
    const { t } = translator;
    const number = report.blocks.findIndex(({ id }) => id === block.id) + 1;
    const name = t('report-editor:block-name', { number, kind: kindName(block, t) });
    editorPage(req, res, evaluation, {
      view: 'reports/editor/show-differences',
      title: t('report-editor:differences.title', { name, title: report.title }),
      sheets: ['/css/report-editor.css'],
      model: {
        page: {
          name,
          report: report.title,
          action: `${blockAddress(report, block.id)}/odswiez`,
          back: placeOnPage(report, block.id, 'zapisie'),
          ...presentDifferences({ block, frozen: frozen ?? null, moves }, translator),
        },
      },
    });
  };

export const refreshBlock =
  (needs: ReportsRoutesNeeds): RequestHandler<BlockAddress> =>
  async (req, res) => {
    parseInput(onlyToken, req.body);
    const desk = await deskOf(needs, req.params);
    const block = requireFrozen(desk, req.params.blok);
    const { report, refused } = await needs.reports.editor.freezeBlocks(desk.report, actorOf(res), [block.id]);
    const [first] = refused;
    if (first?.problem) throw first.problem;
    res.redirect(303, placeOnPage(report, block.id, first === undefined ? 'zamrozeniu' : 'zmianie'));
  };
