import type { Request, RequestHandler, Response } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import { actorOf } from '../../accounts';
import type { BlockId, StoredReport } from '../domain';
import type { ReportsRoutesNeeds } from '../routes';
import { fingerprint } from '../domain/edit';
import { placeOnPage } from './addresses';
import { sendConflict } from './conflict-page';
import { doStep } from './do-step';
import { deskOf, sendEditor, type Desk, type ReportAddress } from './editor-page';
import { autosaveInput, chapterInput, editorQuery } from './inputs';
import { stepOf, typedBlocks, type Step } from './posted-chapter';
import { restoreGone } from './restore-gone';
import { settledBlocks } from './settled-blocks';
import type { TypedBlock } from './typed-block';
import { whoChanged } from './who-changed';

export const showEditor =
  (needs: ReportsRoutesNeeds): RequestHandler<ReportAddress> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    const { blok, rozdzial, po, odmowy } = parseInput(editorQuery, req.query);
    await sendEditor(needs, req, res, desk, { block: blok as BlockId, chapter: rozdzial, reason: po, refused: odmowy });
  };

/** Every button of a chapter's page comes here: what was typed is saved first, then what the button says is done. */
export const postChapter =
  (needs: ReportsRoutesNeeds): RequestHandler<ReportAddress> =>
  async (req, res) => {
    const input = parseInput(chapterInput, req.body);
    const desk = await deskOf(needs, req.params);
    const settled = settledBlocks(typedBlocks(input), input.wybor, desk.report);
    const typed = await restoreGone(needs.reports.editor, desk.report, actorOf(res), settled);
    const saved = await needs.reports.editor.saveTyped(desk.report, actorOf(res), typed);
    const after = { ...desk, report: saved.report };
    if (saved.conflicts.length > 0) {
      sendConflict(req, res, after, saved.conflicts);
      return;
    }
    if (saved.faults.size > 0) {
      const [first] = saved.faults.keys();
      const shown = { block: first ?? ('' as BlockId), chapter: input.rozdzial, typed, faults: saved.faults };
      await sendEditor(needs, req, res, after, { ...shown, status: 400 });
      return;
    }
    const step = stepOf(input.akcja);
    if (step.act === 'zapisz') res.redirect(303, savedAddress(after.report, step, input.po, typed));
    else await doStep(needs, { res, desk: after, step, after: input.po as BlockId, chapter: input.rozdzial });
  };

/** Where the person goes on: at the block that was current. */
const savedAddress = (
  report: StoredReport,
  { subject }: Step,
  current: string,
  typed: readonly TypedBlock[],
): string => {
  const wanted = [subject, current, typed[0]?.id].find((id) => report.blocks.some((block) => block.id === id));
  return placeOnPage(report, (wanted ?? null) as BlockId | null, 'zapisie');
};

/** One block, saved while somebody types in it: said in words that the script shows. */
export const autosave =
  (needs: ReportsRoutesNeeds): RequestHandler<ReportAddress> =>
  async (req, res) => {
    const typed = typedBlocks(parseInput(autosaveInput, req.body));
    const desk = await deskOf(needs, req.params);
    const saved = await needs.reports.editor.saveTyped(desk.report, actorOf(res), typed, true);
    const { t, format } = translatorOf(req);
    const [conflict] = saved.conflicts;
    const [fault] = saved.faults.values();
    if (conflict !== undefined) {
      const text = t(
        conflict.theirs === undefined ? 'report-editor:conflict.removed' : 'report-editor:conflict.changed',
        whoChanged(saved.report, format.time),
      );
      res.status(409).json({ text });
    } else if (fault !== undefined) res.status(400).json({ text: t('report-editor:fault.too-long', { ...fault }) });
    else replySaved(req, res, { ...desk, report: saved.report }, typed);
  };

const replySaved = (
  req: Request<ReportAddress>,
  res: Response,
  { report }: Desk,
  typed: readonly TypedBlock[],
): void => {
  const block = report.blocks.find(({ id }) => id === typed[0]?.id);
  res.json({
    savedAt: translatorOf(req).format.time(report.changedAt),
    odcisk: block === undefined ? '' : fingerprint(block),
  });
};
