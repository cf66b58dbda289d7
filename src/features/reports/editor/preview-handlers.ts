import type { Request, RequestHandler } from 'express';
import { allowToBeFramed, parseInput, sendPage, translatorIn, translatorOf } from '../../../platform/http';
import { Problem } from '../../../platform/problems';
import { requestOf, type BlockId, type EditorBlock, type StoredReport } from '../domain';
import { inlineFile } from '../file-name';
import { presentTree } from '../published/present-tree';
import type { ReportsRoutesNeeds } from '../routes';
import type { ComposedReport } from '../compose';
import { reportAddress } from './addresses';
import { kindName } from './block-names';
import { chapterAt } from './chapter-at';
import { deskOf, type Desk, type ReportAddress } from './editor-page';
import { LEVEL } from './freeze-blocks';
import { editorQuery } from './inputs';

/** The report as it would be published now; nobody is told anything. */
export const composePreview = (
  { reports }: ReportsRoutesNeeds,
  req: Request,
  { evaluation, report }: Desk,
): Promise<ComposedReport> =>
  reports.composeReport({
    report,
    evaluation,
    translator: translatorIn(req, report.language),
    state: evaluation.resultState === 'final' ? 'final' : 'preliminary',
    version: null,
    erratum: null,
    giveTable: (asked) =>
      reports.editor.frozen.previewTable(evaluation.id, {
        dataset: asked.dataset,
        request: requestOf(asked),
        level: LEVEL,
      }),
    readFrozen: (ids) => reports.editor.frozen.readFrozen(evaluation.id, ids),
  });

export const sendPreviewFile =
  (needs: ReportsRoutesNeeds): RequestHandler<ReportAddress> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    const { tree } = await composePreview(needs, req, desk);
    const { bytes } = await needs.reports.drawReport(tree);
    const name = translatorOf(req).t('report-editor:preview.file', { title: desk.report.title });
    res
      .type('application/pdf')
      .set({
        'Content-Disposition': inlineFile(`${name}.pdf`),
        'Cache-Control': 'private, no-cache',
        Vary: 'Cookie',
      })
      .send(Buffer.from(bytes));
  };

/** One chapter as its page will look, for the frame beside the blocks. */
export const showPreview =
  (needs: ReportsRoutesNeeds): RequestHandler<ReportAddress> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    const { rozdzial, rama } = parseInput(editorQuery, req.query);
    const { chapter } = chapterAt(desk.report, '' as BlockId, rozdzial);
    const blocks = chapter.blocks.filter((block) => !isContents(block));
    const part: StoredReport = { ...desk.report, blocks };
    const composed = await composedOrRefused(needs, req, { ...desk, report: part });
    const translator = translatorIn(req, desk.report.language);
    const { t } = translatorOf(req);
    allowToBeFramed(res);
    sendPage(req, res, {
      ...(rama === undefined ? { layout: 'staff', current: 'reports' } : { layout: 'frame' }),
      study: { id: desk.evaluation.id, title: desk.evaluation.shortTitle },
      demonstration: desk.evaluation.demonstration,
      scripts: ['/js/figures/draw-figures.js'],
      view: 'reports/editor/show-preview',
      title: t('report-editor:preview.title-of', { title: desk.report.title }),
      sheets: ['/css/report.css', '/css/published.css', '/css/report-editor.css'],
      model: {
        page: {
          tree: composed === null ? null : presentTree(composed.tree, translator, { titleTag: 'p', proofs: false }),
          running: composed?.tree.about.running ?? null,
          isFramed: rama !== undefined,
          title: desk.report.title,
          back: reportAddress(desk.report),
          lang: translator.lang,
          hasContents: blocks.length < chapter.blocks.length,
          notices: (composed?.notices ?? []).map(({ block, text }) => {
            const at = desk.report.blocks.findIndex(({ id }) => id === block);
            const found = desk.report.blocks[at];
            return found === undefined ? text : `${at + 1}. ${kindName(found, t)}: ${text}`;
          }),
        },
      },
    });
  };

/** Pages are known of the whole report only. */
const isContents = (block: EditorBlock): boolean => block.kind === 'generated' && block.what === 'contents';

const composedOrRefused = async (
  needs: ReportsRoutesNeeds,
  req: Request,
  desk: Desk,
): Promise<ComposedReport | null> => {
  try {
    return await composePreview(needs, req, desk);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
};
