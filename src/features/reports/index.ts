import { composeReport } from './compose';
import { composePaper } from './compose-paper';
import { composeSummary } from './compose-summary';
import { drawReport } from './draw-report';
import { createEditor } from './editor';
import { readAnnex } from './exports/read-annex';
import type { ReportsNeeds } from './needs';
import { createFileJobs } from './files';
import { createPdfRenderer } from './pdf';
import { createPublicPages } from './public-page';
import { createPublished } from './published';
import { readCurrentEvaluation } from './read-current-evaluation';
import { readPaper } from './read-paper';
import { readSummaryMaterial } from './read-summary-material';
import { readyStructure } from './structures';
import { verifyReport } from './verify-report';

export type { SummaryMaterial } from './compose-summary';
export type { Block, PublishedReport, ReportTree, StoredReport } from './domain';
export { readRichText } from './domain';
export type { DrawnReport } from './draw-report';
export { inlineFile } from './file-name';
export { hashTree } from './hash-tree';
export type { ReportsNeeds } from './needs';
export type { OverdueItem } from './present-overdue';
export { presentTree, type TreeLook } from './published/present-tree';
export type { TreeView } from './published/tree-view';
export type { Verification } from './verify-report';

/** What we write: reports as trees, drawn on paper. */
export const createReports = (needs: ReportsNeeds) => {
  const renderer = createPdfRenderer();
  const editor = createEditor(needs);
  const compose = composeReport(needs);
  const draw = drawReport(renderer);
  const published = createPublished({ ...needs, editor, compose, drawReport: draw });
  const publicPages = createPublicPages({ ...needs, ...published });
  return {
    /** Call once before the first request. */
    ensureIndexes: async (): Promise<void> => {
      await editor.ensureIndexes();
      await published.ensureIndexes();
      await publicPages.ensureIndexes();
    },
    readCurrentEvaluation: readCurrentEvaluation(needs),
    readSummaryMaterial: readSummaryMaterial(needs),
    composeSummary,
    readPaper: readPaper(needs),
    composePaper,
    composeReport: compose,
    readyStructure: readyStructure(needs),
    drawReport: draw,
    fileJobs: createFileJobs(draw),
    readAnnex: readAnnex({ published, frozen: needs.analysis.frozen, readEvaluation: needs.readEvaluation }),
    verifyReport: verifyReport({ published, frozen: needs.analysis.frozen }),
    editor,
    published,
    publicPages,
    readEvaluation: needs.readEvaluation,
    readWorkFor: needs.findings.readWorkFor,
    readOverdue: needs.readOverdue,
    /** Ends the drawing thread. */
    stop: (): Promise<void> => renderer.stop(),
  };
};

export type Reports = ReturnType<typeof createReports>;
