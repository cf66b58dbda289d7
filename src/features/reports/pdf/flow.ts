import type { PlacedFootnote } from './footnotes';
import type { Geometry } from './paper';

/** What the whole document shares while it is drawn, whichever column or tag is being filled. */
export interface Flow {
  /** Shape and margins of the current page. */
  geometry: Geometry;
  /** The tag tree's root: footnotes join it when their page ends. */
  readonly root: PDFKit.PDFStructureElement;
  readonly footnotes: {
    /** Taken at the foot of the current page, the rule included. */
    height: number;
    placed: PlacedFootnote[];
    /** Ends of footnotes too long for their page. */
    waiting: PlacedFootnote[];
    count: number;
  };
  readonly headings: DrawnHeading[];
  /** Headings that are going to be drawn, known from the start: a table of contents keeps its room by them. */
  readonly announced: readonly AnnouncedHeading[];
  /** Tables of contents to be filled when all pages are known. */
  readonly contents: (() => void)[];
  /** Level of the last heading's tag: tags do not skip levels. */
  lastLevel: number;
  readonly bookmarks: { readonly level: number; readonly item: PDFKit.PDFOutline }[];
  /** Called before each page: counts, and throws when nobody waits for the report any more. */
  readonly onPage: () => void;
}

export interface AnnouncedHeading {
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface DrawnHeading extends AnnouncedHeading {
  /** Counted from 0. */
  readonly page: number;
  readonly y: number;
}

export const beginFlow = (
  root: PDFKit.PDFStructureElement,
  geometry: Geometry,
  announced: readonly AnnouncedHeading[],
  onPage: () => void,
): Flow => ({
  geometry,
  root,
  footnotes: { height: 0, placed: [], waiting: [], count: 0 },
  headings: [],
  announced,
  contents: [],
  lastLevel: 0,
  bookmarks: [],
  onPage,
});
