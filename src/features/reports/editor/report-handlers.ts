import type { RequestHandler } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import { actorOf } from '../../accounts';
import { normalLine } from '../domain/edit';
import type { ReportsRoutesNeeds } from '../routes';
import { placeOnPage, reportAddress, reportsAddress } from './addresses';
import { deskOf, editorPage, type ReportAddress } from './editor-page';
import { onlyToken, renameInput } from './inputs';
import { LONGEST_LINE } from './typed-block';

export const rename =
  (needs: ReportsRoutesNeeds): RequestHandler<ReportAddress> =>
  async (req, res) => {
    const { odcisk, tytul } = parseInput(renameInput, req.body);
    const { report } = await deskOf(needs, req.params);
    const title = normalLine(tytul).slice(0, LONGEST_LINE);
    const outcome = await needs.reports.editor.makeEdit(report, actorOf(res), {
      edit: (contents) => ({ kind: 'rename', title: title === '' ? contents.title : title }),
      seen: odcisk,
    });
    res.redirect(303, placeOnPage(report, null, outcome.kind === 'conflict' ? 'zmianie' : 'tytule'));
  };

export const askToRemove =
  (needs: ReportsRoutesNeeds): RequestHandler<ReportAddress> =>
  async (req, res) => {
    const { evaluation, report } = await deskOf(needs, req.params);
    const home = reportAddress(report);
    const { t } = translatorOf(req);
    editorPage(req, res, evaluation, {
      view: 'reports/editor/show-removal',
      title: t('report-editor:removal.title', { title: report.title }),
      model: { page: { title: report.title, action: `${home}/usun`, back: home } },
    });
  };

export const removeReport =
  (needs: ReportsRoutesNeeds): RequestHandler<ReportAddress> =>
  async (req, res) => {
    parseInput(onlyToken, req.body);
    const { report } = await deskOf(needs, req.params);
    await needs.reports.editor.removeReport(report);
    res.redirect(303, `${reportsAddress(report.evaluationId)}?po=usunieciu`);
  };
