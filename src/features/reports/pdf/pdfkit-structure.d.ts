import 'pdfkit';

/** What pdfkit 0.20 accepts for structure elements and @types/pdfkit 0.17 does not know yet. */
declare global {
  namespace PDFKit {
    interface PDFStructureElement {
      readonly dictionary: { readonly data: Record<string, unknown> };
    }
    namespace Mixins {
      interface StructureElementOptions {
        /** Left, top, right, bottom in page coordinates of the current page. */
        bbox?: readonly [number, number, number, number];
        scope?: 'Row' | 'Column';
      }
    }
  }
}
