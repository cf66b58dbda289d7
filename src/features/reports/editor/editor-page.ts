import type { Request, Response } from 'express';
import { allowOwnFrames, sendPage, translatorOf, type Page } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import type { BlockId, ReportId, StoredReport } from '../domain';
import type { ReportsRoutesNeeds } from '../routes';
import type { Reason } from './addresses';
import { chapterAt } from './chapter-at';
import { presentEditor } from './present-editor';
import { isData } from './read-material';
import type { Moves } from './read-moves';
import type { TypedBlock, TypedFault } from './typed-block';

// A type, not an interface: Express wants parameters that are open to other names.
export type ReportAddress = { readonly id: string; readonly raport: string };

/** All that the pages of one report have in common. */
export interface Desk {
  readonly evaluation: Evaluation;
  readonly report: StoredReport;
}

/** @throws Problem `evaluations.not-found` · `report-editor.no-such-report` */
export const deskOf = async ({ reports }: ReportsRoutesNeeds, { id, raport }: ReportAddress): Promise<Desk> => {
  const evaluationId = id as EvaluationId;
  const [evaluation, report] = await Promise.all([
    reports.readEvaluation(evaluationId),
    reports.editor.readReport({ evaluationId, id: raport as ReportId }),
  ]);
  return { evaluation, report };
};

/** Everything that pages of the editor have in common. */
export const editorPage = (
  req: Request,
  res: Response,
  evaluation: Evaluation,
  page: Pick<Page, 'view' | 'title' | 'model' | 'status' | 'scripts' | 'sheets'>,
): void => {
  sendPage(req, res, {
    layout: 'staff',
    current: 'reports',
    study: { id: evaluation.id, title: evaluation.shortTitle },
    demonstration: evaluation.demonstration,
    ...page,
  });
};

export interface ShownEditor {
  /** The current block; unknown: the first of the chapter. */
  readonly block: BlockId;
  readonly chapter?: number | undefined;
  readonly reason?: Reason | undefined;
  /** Blocks that could not be frozen. */
  readonly refused?: number;
  /** What was typed and could not be saved, shown again. */
  readonly typed?: readonly TypedBlock[];
  readonly faults?: ReadonlyMap<BlockId, TypedFault>;
  readonly status?: number;
}

/** The page of one chapter: its blocks, what they look like on paper, and what is still to be done. */
export const sendEditor = async (
  needs: ReportsRoutesNeeds,
  req: Request,
  res: Response,
  { evaluation, report }: Desk,
  shown: ShownEditor,
): Promise<void> => {
  const { editor, published } = needs.reports;
  const translator = translatorOf(req);
  const view = chapterAt(report, shown.block, shown.chapter);
  const [reports, versions, material, last] = await Promise.all([
    editor.listReports(evaluation.id),
    published.listPublished(evaluation.id),
    editor.readMaterial(evaluation, report),
    editor.lastEditBy(report.id, actorOf(res).id),
  ]);
  const moves = new Map<BlockId, Moves>();
  for (const block of view.chapter.blocks) {
    const table =
      isData(block) && block.source.kind === 'frozen' ? material.frozen.get(block.source.publication) : undefined;
    if (table !== undefined && material.facts.get(block.id)?.isOlder === true)
      moves.set(block.id, await editor.readMoves(table));
  }
  const page = presentEditor(
    { ...shown, ...view, evaluation, report, reports, versions, material, moves, last: last ?? null },
    translator,
  );
  allowOwnFrames(res);
  const hasFaults = (shown.faults?.size ?? 0) > 0;
  editorPage(req, res, evaluation, {
    view: 'reports/editor/show-report',
    title: hasFaults ? translator.t('layout:errorTitle', { title: report.title }) : page.title,
    ...(shown.status === undefined ? {} : { status: shown.status }),
    sheets: ['/css/report-editor.css'],
    scripts: ['/js/reports/editor.js'],
    model: { page },
  });
};
