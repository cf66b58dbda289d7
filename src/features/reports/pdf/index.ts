export { createPdfRenderer, type PdfRenderer } from './renderer';
export type { RenderedReport } from './render-tree';
