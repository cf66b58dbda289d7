import 'pdfkit';

/** What pdfkit 0.20 accepts for structure elements and @types/pdfkit 0.17 does not know yet. */
declare global {
  namespace PDFKit {
    interface PDFStructureElement {
      readonly dictionary: { readonly data: Record<string, unknown> };
    }
    interface PDFOutline {
      addItem(
        title: string,
        options?: { pageNumber?: number; top?: number; left?: number; expanded?: boolean },
      ): PDFOutline;
    }
    interface PDFDocument {
      /** Closes what is marked on a page; what is returned goes on by `initPageMarkings`. */
      endPageMarkings(page: PDFPage): readonly PageMarking[];
      initPageMarkings(markings: readonly PageMarking[]): void;
    }
    interface PDFDocumentOptions {
      userUnit?: number;
    }
    interface PageMarking {
      readonly tag: string;
    }
    namespace Mixins {
      interface PDFAttachmentOptions {
        relationship?: 'Data';
      }
      interface AnnotationOption {
        structParent?: PDFStructureElement;
      }
      interface StructureElementOptions {
        /** Left, top, right, bottom in page coordinates of the current page. */
        bbox?: readonly [number, number, number, number];
        scope?: 'Row' | 'Column';
      }
    }
  }
}
