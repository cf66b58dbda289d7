import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { checkReport } from '../../../src/features/cooperation/check-report';
import { nameOf } from '../../../src/features/cooperation/evidence/keep-file';
import { kindOfFile } from '../../../src/features/cooperation/evidence/kind-of-file';
import { workbookOf } from '../../platform/spreadsheet-files';

const packed = (parts: Readonly<Record<string, string>>, level: 0 | 6 = 6): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])), { level }),
  );
const ODT = 'application/vnd.oasis.opendocument.text';

describe('what a file is', () => {
  it.each([
    ['a PDF', Buffer.from('%PDF-1.4\n'), 'pdf'],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'png'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'jpg'],
    ['a workbook', workbookOf(''), 'xlsx'],
    ['a document', packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'docx'],
    ['an open document', packed({ mimetype: ODT, 'content.xml': '<office/>' }, 0), 'odt'],
  ])('is told by what it contains: %s', (_, bytes, extension) => {
    expect(kindOfFile(bytes)?.extension).toBe(extension);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with scripts', Buffer.from('<?xml version="1.0"?><x onload="alert(1)"/>')],
    ['a program', Buffer.from('MZ\u0090')],
    ['a zip', packed({ 'a.txt': 'a' })],
    ['a torn zip', workbookOf('').subarray(0, 400)],
    ['a workbook with macros', workbookOf('', { 'xl/vbaProject.bin': 'x' })],
    [
      'a document with macros',
      packed({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': 'x' }),
    ],
    ['an open document with macros', packed({ mimetype: ODT, 'Basic/Standard/Module1.xml': '' }, 0)],
    ['an open spreadsheet', packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }, 0)],
  ])('is nothing we take: %s', (_, bytes) => {
    expect(kindOfFile(bytes)).toBeUndefined();
  });

  it('never depends on what stands behind bytes of another kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(kindOfFile(Buffer.concat([Buffer.from('<html>'), bytes]))).toBeUndefined();
      }),
    );
  });
});

describe('the name of a file', () => {
  it('has no folders, no hidden characters and the ending of what it is', () => {
    expect(nameOf('C:\\Moje\\protokół 5.DOC', 'docx')).toBe('protokół 5.docx');
    expect(nameOf('../../etc/passwd', 'pdf')).toBe('passwd.pdf');
    expect(nameOf('\u202Egpj.exe', 'pdf')).toBe('gpj.pdf');
    expect(nameOf('', 'pdf')).toBe('plik.pdf');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const written = nameOf(name, 'pdf');
        expect(written).toMatch(/^[^/\\"<>|:*?;\p{C}]{1,124}\.pdf$/u);
      }),
    );
  });
});

describe('links of a report', () => {
  const linksIn = (odnosniki: string) => checkReport({ stan: 'accepted', tekst: '', odnosniki });

  it('are pages of the web, each with words of its own', () => {
    const { links, issues } = linksIn('https://bip.example/a?b=1#c Uchwała nr 5\r\n\r\nHTTP://x.example');
    expect(issues).toEqual([]);
    expect(links).toEqual([
      { kind: 'link', address: 'https://bip.example/a?b=1#c', title: 'Uchwała nr 5' },
      { kind: 'link', address: 'http://x.example/', title: '' },
    ]);
  });

  it('never run anything, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (typed) => {
        for (const { address } of linksIn(typed).links) expect(address).toMatch(/^https?:\/\/[^\s@]+/);
      }),
    );
    for (const typed of ['javascript:alert(1)', ' data:text/html,x', 'https:x', 'https://', 'http://u:p@x.example'])
      expect(linksIn(typed).issues.map(({ fault }) => fault)).toEqual(['link']);
  });
});
