import { readObjects, referredBy, stringAt, type PdfObject } from './pdf-objects';

type Objects = ReadonlyMap<number, PdfObject>;

/**
 * What keeps a file from being PDF/UA-1 and PDF/A-2a (3a where it holds files), as far as a generator can get it wrong. Built after the rules that
 * veraPDF found broken in measured files (../shared/pdf-and-charts.md, section 6); veraPDF itself is in no registry.
 */
export const faultsOf = (file: Buffer): readonly string[] => {
  const objects = readObjects(file);
  return [
    ...catalogueFaults(objects),
    ...metadataFaults(objects),
    ...fontFaults(objects),
    ...pageFaults(objects),
    ...linkFaults(objects),
    ...attachmentFaults(objects),
    ...structureFaults(objects),
  ];
};

const withText = (objects: Objects, pattern: RegExp): readonly PdfObject[] =>
  [...objects.values()].filter(({ text }) => pattern.test(text));

const unless = (holds: boolean, fault: string): readonly string[] => (holds ? [] : [fault]);

const catalogueFaults = (objects: Objects): readonly string[] => {
  const [catalogue] = withText(objects, /\/Type \/Catalog\b/);
  if (!catalogue) return ['no catalogue'];
  const holds = (key: string, pattern: RegExp): boolean =>
    referredBy(catalogue, key, objects).some(({ text }) => pattern.test(text));
  return [
    ...unless(holds('MarkInfo', /\/Marked true/), 'not marked as tagged'),
    ...unless((stringAt(catalogue, 'Lang') ?? '') !== '', 'no language'),
    ...unless(holds('ViewerPreferences', /\/DisplayDocTitle true/), 'title not displayed'),
    ...unless(/\/OutputIntents/.test(catalogue.text), 'no output intent'),
  ];
};

const metadataFaults = (objects: Objects): readonly string[] => {
  const xmp = withText(objects, /\/Type \/Metadata/)[0]?.stream ?? '';
  return [
    ...unless(isWellFormed(xmp), 'metadata not well-formed'),
    ...unless(/<pdfuaid:part>1</.test(xmp), 'not declared as PDF/UA-1'),
    ...unless(
      /<pdfaid:part>[23]</.test(xmp) && /<pdfaid:conformance>A</.test(xmp),
      'declared neither as PDF/A-2a nor as PDF/A-3a',
    ),
    ...unless(/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<\s][^<]*</.test(xmp), 'no title in the metadata'),
  ];
};

const isWellFormed = (xml: string): boolean => {
  if (/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(xml)) return false;
  const open: string[] = [];
  const rest = xml
    .replace(/<\?[\s\S]*?\?>/g, '')
    .replace(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g, (_, close: string, name: string, empty: string) => {
      if (close === '' && empty === '') open.push(name);
      return close === '' || open.pop() === name ? '' : '<';
    });
  return open.length === 0 && !rest.includes('<');
};

const fontFaults = (objects: Objects): readonly string[] => [
  ...unless(
    withText(objects, /\/Type \/Font\b[\s\S]*\/Subtype \/Type1\b/).length === 0,
    'a standard font, not embedded',
  ),
  ...unless(
    withText(objects, /\/Type \/FontDescriptor/).every(({ text }) => /\/FontFile[23]? /.test(text)),
    'a font that is not embedded',
  ),
  ...unless(withText(objects, /\/CIDSet /).length === 0, 'a CIDSet'),
];

const pageFaults = (objects: Objects): readonly string[] =>
  withText(objects, /\/Type \/Page\b/).flatMap((page) => [
    ...unless(/\/Tabs \/S\b/.test(page.text), 'tab order does not follow the structure'),
    ...referredBy(page, 'Contents', objects).flatMap(({ stream = '' }) => contentFaults(stream)),
  ]);

const PAINTING = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'TJ', 'Tj', 'Do', 'sh']);

const contentFaults = (content: string): readonly string[] => {
  const faults = new Set<string>();
  let depth = 0;
  for (const operator of content.replace(/\([^)]*\)|<[0-9a-fA-F]*>/g, '').split(/\s+/)) {
    if (operator === 'BMC' || operator === 'BDC') depth++;
    if (operator === 'EMC') depth--;
    if (depth < 0) faults.add('marked content ends twice');
    if (depth > 1) faults.add('marked content inside marked content');
    if (depth === 0 && PAINTING.has(operator)) faults.add('painted without a tag');
  }
  if (depth > 0) faults.add('marked content does not end');
  if (/<(?:[0-9a-f]{4})*?0000(?:[0-9a-f]{4})*>/.test(content)) faults.add('a character without a glyph');
  return [...faults];
};

const linkFaults = (objects: Objects): readonly string[] =>
  withText(objects, /\/Subtype \/Link/).flatMap((link) => [
    ...unless((stringAt(link, 'Contents') ?? '') !== '', 'a link without contents'),
    ...unless(/\/StructParent \d/.test(link.text), 'a link outside the structure'),
    ...unless(
      pagesOfTag(link, objects).every((page) => isOnPage(link, page, objects)),
      'a link of another page',
    ),
  ]);

/** Pages on which the structure says that an annotation stands. */
const pagesOfTag = ({ id }: PdfObject, objects: Objects): readonly number[] =>
  [...objects.values()].flatMap(({ text }) =>
    [...text.matchAll(/\/Type \/OBJR\s+\/Obj (\d+) 0 R\s+\/Pg (\d+) 0 R/g)]
      .filter((match) => Number(match[1]) === id)
      .map((match) => Number(match[2])),
  );

const isOnPage = ({ id }: PdfObject, page: number, objects: Objects): boolean => {
  const object = objects.get(page);
  return object !== undefined && referredBy(object, 'Annots', objects).some((annotation) => annotation.id === id);
};

/** Files inside belong to PDF/A-3 only, each with what it is and how it belongs to the document. */
const attachmentFaults = (objects: Objects): readonly string[] => {
  const specifications = withText(objects, /\/Type \/Filespec/);
  const xmp = withText(objects, /\/Type \/Metadata/)[0]?.stream ?? '';
  return [
    ...unless(specifications.length === 0 || /<pdfaid:part>3</.test(xmp), 'files inside PDF/A-2'),
    ...specifications.flatMap((specification) => [
      ...unless(/\/AFRelationship \/Data/.test(specification.text), 'a file that belongs to nothing'),
      ...unless((stringAt(specification, 'Desc') ?? '') !== '', 'a file without description'),
    ]),
    ...withText(objects, /\/Type \/EmbeddedFile/).flatMap(({ text }) =>
      unless(/\/Subtype \/\w/.test(text), 'a file without type'),
    ),
  ];
};

/** Parents allowed to a tag; tags that are not named here may stand anywhere but in the parents named. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  LI: ['L'],
  Lbl: ['LI', 'Note'],
  LBody: ['LI'],
  TOCI: ['TOC'],
  Reference: ['TOCI', 'P', 'LBody', 'Caption'],
  Caption: ['Table', 'L', 'Figure', 'TOC'],
};
const STRICT_PARENTS = new Set(['Table', 'THead', 'TBody', 'TFoot', 'TR', 'L', 'LI', 'TOC']);

const structureFaults = (objects: Objects): readonly string[] => {
  const faults = new Set<string>();
  const notes = new Set<string>();
  let lastHeading = 0;
  const visit = (element: PdfObject, parent: string): void => {
    const tag = tagOf(element);
    if (tag === 'Table' && new Set(rowLengths(element, objects)).size > 1) faults.add('rows of different length');
    if (tag === 'Note') {
      const id = stringAt(element, 'ID') ?? '';
      if (notes.has(id)) faults.add('two notes with one ID');
      notes.add(id);
    }
    const parents = PARENTS[tag];
    if (parents ? !parents.includes(parent) : STRICT_PARENTS.has(parent)) faults.add(`${tag} in ${parent}`);
    for (const fault of elementFaults(element, tag)) faults.add(fault);
    const level = Number(/^H(\d)$/.exec(tag)?.[1] ?? 0);
    if (level > lastHeading + 1) faults.add(`heading level skipped before ${tag}`);
    if (level > 0) lastHeading = level;
    for (const child of referredBy(element, 'K', objects)) if (/\/S \//.test(child.text)) visit(child, tag);
  };
  const [root] = withText(objects, /\/Type \/StructTreeRoot/);
  const top = root ? referredBy(root, 'K', objects) : [];
  for (const element of top) visit(element, 'StructTreeRoot');
  return top.length === 0 ? ['no structure tree'] : [...faults];
};

/** Cells in each row of a table. */
const rowLengths = (element: PdfObject, objects: Objects): readonly number[] => {
  const children = referredBy(element, 'K', objects).filter(({ text }) => /\/S \//.test(text));
  if (tagOf(element) === 'TR') return [children.filter((child) => /^T[HD]$/.test(tagOf(child))).length];
  return children.flatMap((child) => rowLengths(child, objects));
};

const tagOf = ({ text }: PdfObject): string => /\/S \/(\w+)/.exec(text)?.[1] ?? '';

const elementFaults = (element: PdfObject, tag: string): readonly string[] => {
  if (tag === 'Figure') {
    const alternative = stringAt(element, 'Alt') ?? '';
    return [
      ...unless(alternative.trim() !== '', 'a figure without alternative text'),
      ...unless(alternative.trim() === '' || /\d/.test(alternative), 'an alternative text without a number'),
      ...unless(/\/BBox \[/.test(element.text), 'a figure without a bounding box'),
    ];
  }
  if (tag === 'TH') return unless(/\/Scope \/(Row|Column|Both)/.test(element.text), 'a header cell without scope');
  if (tag === 'Note') return unless((stringAt(element, 'ID') ?? '') !== '', 'a note without an ID');
  return [];
};

/** Number of pages. */
export const countPages = (file: Buffer): number => withText(readObjects(file), /\/Type \/Page\b/).length;
