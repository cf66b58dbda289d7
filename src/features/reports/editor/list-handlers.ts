import type { RequestHandler } from 'express';
import { parseInput, translatorIn, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf } from '../../accounts';
import type { ReportId, ReportKind } from '../domain';
import type { ReportsRoutesNeeds } from '../routes';
import { reportAddress, reportsAddress } from './addresses';
import { editorPage } from './editor-page';
import { listQuery, newReportInput, onlyToken, type NewReportInput } from './inputs';
import { normalLine } from '../domain/edit';
import { mayWrite } from './policy';
import { presentList } from './present-list';
import { noSuchReport } from './problems';
import type { ReportAddress } from './editor-page';

type ListAddress = { readonly id: string };

/** Everything that is written and was published. Those who only read have a page of their own at the same address. */
export const showList =
  (needs: ReportsRoutesNeeds): RequestHandler<ListAddress> =>
  async (req, res, next) => {
    if (!mayWrite(actorOf(res))) {
      next();
      return;
    }
    const { po } = parseInput(listQuery, req.query);
    await sendList(needs, req, res, { done: po ?? null, typed: null });
  };

type Shown = Pick<Parameters<typeof presentList>[0], 'done' | 'typed'>;

const sendList = async (
  { reports }: ReportsRoutesNeeds,
  req: Parameters<RequestHandler<ListAddress>>[0],
  res: Parameters<RequestHandler<ListAddress>>[1],
  shown: Shown,
): Promise<void> => {
  const id = req.params.id as EvaluationId;
  const evaluation = await reports.readEvaluation(id);
  const [written, removed, versions] = await Promise.all([
    reports.editor.listReports(id),
    reports.editor.listRemoved(id),
    reports.published.listPublished(id),
  ]);
  const translator = translatorOf(req);
  const title = translator.t('report-editor:list.title');
  editorPage(req, res, evaluation, {
    view: 'reports/editor/show-list',
    title: shown.typed === null ? title : translator.t('layout:errorTitle', { title }),
    ...(shown.typed === null ? {} : { status: 400 }),
    sheets: ['/css/report-editor.css'],
    model: { page: presentList({ evaluation, written, removed, versions, ...shown }, translator) },
  });
};

export const createReport =
  (needs: ReportsRoutesNeeds): RequestHandler<ListAddress> =>
  async (req, res) => {
    const { reports } = needs;
    const input = parseInput(newReportInput, req.body);
    const evaluation = await reports.readEvaluation(req.params.id as EvaluationId);
    const institution = evaluation.institutions.find(({ code }) => code === input.instytucja)?.code ?? null;
    if (isAboutOne(input) && institution === null) {
      await sendList(needs, req, res, { done: null, typed: input });
      return;
    }
    const kind: ReportKind = input.rodzaj;
    const about = isAboutOne(input) ? institution : null;
    const ready = await reports.readyStructure(evaluation, kind, about, translatorIn(req, input.jezyk));
    const typed = normalLine(input.tytul);
    const fallback = translatorOf(req).t(`report-editor:report-kind.${kind}`);
    const report = await reports.editor.createReport(evaluation.id, {
      kind,
      institution: about,
      language: input.jezyk,
      title: [typed, ready.title, fallback].find((each) => each !== '') ?? fallback,
      blocks: ready.blocks,
      by: actorOf(res).name,
    });
    res.redirect(303, reportAddress(report));
  };

const isAboutOne = ({ rodzaj }: NewReportInput): boolean => rodzaj === 'scorecard';

export const bringBack =
  ({ reports }: ReportsRoutesNeeds): RequestHandler<ReportAddress> =>
  async (req, res) => {
    parseInput(onlyToken, req.body);
    const evaluationId = req.params.id as EvaluationId;
    const home = reportsAddress(evaluationId);
    const isThere = await reports.editor.bringBack({ evaluationId, id: req.params.raport as ReportId });
    if (!isThere) throw noSuchReport({ home });
    res.redirect(303, `${home}?po=przywroceniu`);
  };
