export { createPdfRenderer, type PdfRenderer, type RenderOptions } from './renderer';
export type { OnProgress, Progress, RenderedReport } from './render-tree';
