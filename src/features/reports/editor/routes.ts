import express, { type RequestHandler, type Router } from 'express';
import { isUuid } from '../../../platform/ids';
import { requireActor, requireRole } from '../../accounts';
import type { ReportsRoutesNeeds } from '../routes';
import { moveBlock, postBlock, showBlock } from './block-handlers';
import { autosave, postChapter, showEditor } from './chapter-handlers';
import { bringBack, createReport, showList } from './list-handlers';
import { writingRoles } from './policy';
import { sendPreviewFile, showPreview } from './preview-handlers';
import { refreshBlock, showDifferences } from './refresh-handlers';
import { askToRemove, removeReport, rename } from './report-handlers';

/** The desk where a report is written: list, chapters, blocks, previews. */
export const editorRoutes = (needs: ReportsRoutesNeeds): Router => {
  const router = express.Router();
  const writers = requireRole(...writingRoles);
  const list = '/badania/:id/raporty' as const;
  const desk = `${list}/:raport` as const;
  const block = `${desk}/bloki/:blok` as const;
  router.get(list, requireActor, showList(needs));
  router.post(list, writers, createReport(needs));
  router.get(desk, onlyReports, writers, showEditor(needs));
  router.post(desk, onlyReports, writers, postChapter(needs));
  router.post(`${desk}/autozapis`, writers, autosave(needs));
  router.get(`${desk}/podglad`, writers, showPreview(needs));
  router.get(`${desk}/podglad.pdf`, writers, sendPreviewFile(needs));
  router.post(`${desk}/tytul`, writers, rename(needs));
  router.get(`${desk}/usun`, writers, askToRemove(needs));
  router.post(`${desk}/usun`, writers, removeReport(needs));
  router.post(`${desk}/przywroc`, writers, bringBack(needs));
  router.get(block, writers, showBlock(needs));
  router.post(block, writers, postBlock(needs));
  router.post(`${block}/miejsce`, writers, moveBlock(needs));
  router.get(`${block}/odswiez`, writers, showDifferences(needs));
  router.post(`${block}/odswiez`, writers, refreshBlock(needs));
  return router;
};

/** Other pages below `/raporty` have names of their own. */
const onlyReports: RequestHandler<{ id: string; raport: string }> = (req, _res, next) => {
  if (isUuid(req.params.raport)) next();
  else next('route');
};
