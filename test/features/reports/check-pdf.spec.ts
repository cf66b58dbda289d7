import { openDocument } from '../../../src/features/reports/pdf/document';
import { openFonts } from '../../../src/features/reports/pdf/fonts';
import { renderTree } from '../../../src/features/reports/pdf/render-tree';
import { countPages, faultsOf } from './check-pdf';
import { longTree } from './long-tree';
import { sampleTree } from './sample-tree';

const fonts = openFonts();
const sample = async (): Promise<Buffer> => Buffer.from((await renderTree(fonts, sampleTree())).bytes);

const long = async (): Promise<Buffer> => {
  const attachments = [{ name: 'tabela-1.csv', description: 'Dane tabeli 1', content: 'gmina;n\nBusko;7\n' }];
  return Buffer.from((await renderTree(fonts, longTree({ attachments }))).bytes);
};

/** The file with one thing changed in its plain parts. */
const spoiled = async (from: string | RegExp, to: string, file = sample): Promise<Buffer> => {
  const before = (await file()).toString('latin1');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return Buffer.from(after, 'latin1');
};

/** A one-page file drawn by hand, for faults of content. */
const drawn = async (draw: (doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement) => void): Promise<Buffer> => {
  const doc = openDocument(sampleTree().about, fonts);
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  const root = doc.struct('Document');
  doc.addStructure(root);
  doc.addPage().font('regular').fontSize(10);
  draw(doc, root);
  root.end();
  doc.end();
  await ended;
  return Buffer.concat(parts);
};

const paragraph = (doc: PDFKit.PDFDocument, text: string) =>
  doc.struct('P', {}, () => doc.text(text, { lineBreak: false }));

describe('the checker of PDF files', () => {
  it('finds nothing to say about the sample report', async () => {
    expect(faultsOf(await sample())).toEqual([]);
  });

  it('finds nothing to say about a long report with files inside', async () => {
    expect(faultsOf(await long())).toEqual([]);
  });

  it.each<[string, string | RegExp, string]>([
    ['a note without an ID', /\/ID \(przypis-2\)/, '/IX (przypis-2)'],
    ['two notes with one ID', '(przypis-2)', '(przypis-1)'],
    ['a link without contents', /\/Contents \((?:[^)\\]|\\.)*\)/, '/Contents ()'],
    ['a link of another page', /(\/Type \/OBJR\s+\/Obj \d+ 0 R\s+\/Pg) \d+ 0 R/, '$1 1 0 R'],
    ['rows of different length', '/S /TD', '/S /Span'],
    ['files inside PDF/A-2', '<pdfaid:part>3<', '<pdfaid:part>2<'],
    ['a file that belongs to nothing', '/AFRelationship /Data', '/AFRelationship /Dada'],
    ['a file without description', '/Desc (', '/Dexc ('],
    ['TOCI in Document', '/S /TOC\n', '/S /Document\n'],
    ['LI in P', '/S /L\n', '/S /P\n'],
  ])('finds in the long report: %s', async (fault, from, to) => {
    expect(faultsOf(await spoiled(from, to, long))).toContain(fault);
  });

  it('finds nothing to say about a paragraph drawn by hand', async () => {
    expect(faultsOf(await drawn((doc, root) => root.add(paragraph(doc, 'Zażółć'))))).toEqual([]);
  });

  it.each<[string, string | RegExp, string]>([
    ['a figure without alternative text', '/Alt (', '/Alx ('],
    ['an alternative text without a number', /\/Alt \((?:[^)\\]|\\.)*\)/, '/Alt (Wykres)'],
    ['a figure without a bounding box', '/BBox [', '/BBux ['],
    ['a header cell without scope', '/Scope /Column', '/Skope /Column'],
    ['no language', '/Lang (pl-PL)', '/Lang ()'],
    ['title not displayed', '/DisplayDocTitle true', '/DisplayDocTitle false'],
    ['not marked as tagged', '/Marked true', '/Marked false'],
    ['metadata not well-formed', '<rdf:li xml:lang="x-default">', '<rdf:li xml:lang="x-default">Raport & aneks'],
    ['not declared as PDF/UA-1', '<pdfuaid:part>1<', '<pdfuaid:part>0<'],
    ['declared neither as PDF/A-2a nor as PDF/A-3a', '<pdfaid:part>2<', '<pdfaid:part>1<'],
    ['a CIDSet', '/CapHeight', '/CIDSet 9 0 R\n/CapHeight'],
    ['a standard font, not embedded', '/Subtype /Type0', '/Subtype /Type1'],
    ['a font that is not embedded', /\/FontFile2 /, '/FontFilm2 '],
    ['heading level skipped before H3', '/S /H2', '/S /H3'],
    ['Table in Table', '/S /THead', '/S /Table'],
    ['P in TR', '/S /TD', '/S /P'],
    ['a note without an ID', '/S /P\n', '/S /Note\n'],
    ['tab order does not follow the structure', '/Tabs /S', '/Tabs /R'],
  ])('finds: %s', async (fault, from, to) => {
    expect(faultsOf(await spoiled(from, to))).toContain(fault);
  });

  it('finds an untagged header', async () => {
    const file = await drawn((doc, root) => {
      root.add(paragraph(doc, 'Treść'));
      doc.text('Nagłówek', { lineBreak: false });
    });
    expect(faultsOf(file)).toContain('painted without a tag');
  });

  it('finds a character that the font lacks', async () => {
    expect(faultsOf(await drawn((doc, root) => root.add(paragraph(doc, '▲ 3,5'))))).toContain(
      'a character without a glyph',
    );
  });

  it('finds a link without contents and one outside the structure', async () => {
    const file = await drawn((doc, root) => {
      root.add(paragraph(doc, 'Treść'));
      doc.link(10, 10, 50, 10, 'https://przyklad.pl');
    });
    expect(faultsOf(file)).toEqual(expect.arrayContaining(['a link without contents', 'a link outside the structure']));
  });

  it('finds a standard font', async () => {
    const file = await drawn((doc, root) => {
      doc.font('Helvetica');
      root.add(paragraph(doc, 'Tekst'));
    });
    expect(faultsOf(file)).toContain('a standard font, not embedded');
  });

  it('counts pages', async () => {
    expect(countPages(await sample())).toBe(2);
  });
});
