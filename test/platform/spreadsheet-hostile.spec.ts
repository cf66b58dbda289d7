import { strToU8, zipSync } from 'fflate';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readWorkbook, writeWorkbook } from '../../src/platform/spreadsheet';
import { cellXml, manyRows, partsOf, sheetXml, workbookOf } from './spreadsheet-files';

/** Code of the Problem with which a file is refused. */
const refusalOf = async (bytes: Uint8Array): Promise<unknown> =>
  readWorkbook(bytes).then(
    () => 'read',
    (problem: unknown) => (problem as { code: unknown }).code,
  );

const ONE_ROW = `<row>${cellXml('A1', 'a')}</row>`;

describe('what is no workbook of ours', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), 'spreadsheet.not-a-workbook'],
    [
      'a CSV file called .xlsx',
      Buffer.from('type;name;label\ntext;K1;Pytanie o cokolwiek\n'),
      'spreadsheet.not-a-workbook',
    ],
    ['a PDF file', Buffer.from(`%PDF-1.7\n${' '.repeat(100)}`), 'spreadsheet.not-a-workbook'],
    [
      'an .xls of the old kind or one with a password',
      Buffer.from('d0cf11e0a1b11ae1'.padEnd(120, '0'), 'hex'),
      'spreadsheet.old-or-protected',
    ],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'spreadsheet.not-a-workbook'],
    [
      'a document of a word processor',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), '_rels/.rels': strToU8('<Relationships/>') }),
      'spreadsheet.not-a-workbook',
    ],
  ])('%s', async (_name, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  test('a file cut off anywhere is refused, never read in part', async () => {
    const whole = await writeWorkbook([
      { name: 'survey', rows: Array.from({ length: 50 }, (_, n) => [`wiersz ${n}`]) },
    ]);
    for (let length = 0; length < whole.length; length += 97)
      expect(await refusalOf(whole.subarray(0, length))).toMatch(/^spreadsheet\.(damaged|not-a-workbook)$/);
  });

  test('a file with any byte changed is refused or read, but never crashes', async () => {
    const whole = workbookOf(ONE_ROW);
    for (let at = 0; at < whole.length; at += 7) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at]! + 1) % 256;
      expect(await refusalOf(changed)).toMatch(/^(read|spreadsheet\.[a-z-]+)$/);
    }
  });
});

describe('attacks', () => {
  test.each([
    ['macros', { 'xl/vbaProject.bin': 'x' }, 'spreadsheet.macros'],
    [
      'macros announced by the content type alone',
      {
        '[Content_Types].xml':
          '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      },
      'spreadsheet.macros',
    ],
    ['macros of the 1990s', { 'xl/macrosheets/sheet1.xml': '<a/>' }, 'spreadsheet.macros'],
    ['links to other workbooks', { 'xl/externalLinks/externalLink1.xml': '<a/>' }, 'spreadsheet.external-links'],
    ['connections to databases', { 'xl/connections.xml': '<a/>' }, 'spreadsheet.external-links'],
    ['an embedded document', { 'xl/embeddings/a.docx': 'x' }, 'spreadsheet.files-inside'],
    ['a zip in the zip', { 'xl/media/a.zip': zipSync({ a: strToU8('a') }) }, 'spreadsheet.files-inside'],
    [
      'a billion laughs',
      { 'xl/worksheets/sheet1.xml': `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>${sheetXml('')}` },
      'spreadsheet.declarations',
    ],
    [
      'an entity from outside',
      { 'xl/sharedStrings.xml': '', 'xl/workbook.xml': '<!DOCTYPE a SYSTEM "file:///etc/passwd"><workbook/>' },
      'spreadsheet.declarations',
    ],
    [
      'XML in another encoding',
      { 'xl/workbook.xml': Buffer.from('\uFEFF<!DOCTYPE a><workbook/>', 'utf16le') },
      'spreadsheet.damaged',
    ],
    ['tags 1,000 deep', { 'xl/worksheets/sheet1.xml': '<deep>'.repeat(1000) }, 'spreadsheet.damaged'],
    [
      'a sheet that names a part outside',
      {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../etc/passwd"/></Relationships>',
      },
      'spreadsheet.damaged',
    ],
  ])('%s', async (_name, more, code) => {
    expect(await refusalOf(workbookOf(ONE_ROW, more))).toBe(code);
  });

  test('a zip bomb that admits its size is refused before anything is unpacked', async () => {
    const bomb = workbookOf('', { 'xl/worksheets/sheet1.xml': new Uint8Array(200_000_000) });
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage().rss;
    expect(await refusalOf(bomb)).toBe('spreadsheet.too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });

  test('a zip bomb that lies about its size is unpacked no further than it said', async () => {
    const bomb = Buffer.from(zipSync(partsOf('', { 'xl/worksheets/sheet1.xml': new Uint8Array(200_000_000) })));
    const directory = bomb.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bomb.writeUInt32LE(1000, directory + 24);
    expect(await refusalOf(bomb)).toBe('spreadsheet.damaged');
  });

  test('files that share their packed bytes are refused', async () => {
    const bytes = workbookOf(ONE_ROW, { 'xl/a.xml': '<a/>', 'xl/b.xml': '<a/>' });
    const [a, b] = ['xl/a.xml', 'xl/b.xml'].map((path) => bytes.lastIndexOf(path) - 46) as [number, number];
    bytes.writeUInt32LE(bytes.readUInt32LE(a + 42), b + 42);
    expect(await refusalOf(bytes)).toBe('spreadsheet.damaged');
  });

  test('one long text shown by very many cells is refused', async () => {
    const cells = Array.from({ length: 4000 }, (_, n) => `<row r="${n + 1}"><c t="s"><v>0</v></c></row>`).join('');
    const relations =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>';
    const shared = `<sst><si><t>${'x'.repeat(32_000)}</t></si></sst>`;
    const bytes = workbookOf(cells, { 'xl/_rels/workbook.xml.rels': relations, 'xl/sharedStrings.xml': shared });
    expect(await refusalOf(bytes)).toBe('spreadsheet.too-many-cells');
  });
});

describe('limits', () => {
  test.each([
    ['100,000 rows', manyRows(100_000), 'spreadsheet.too-many-rows'],
    ['a cell far below', `<row r="900000">${cellXml('A900000', 'a')}</row>`, 'spreadsheet.too-many-rows'],
    ['a cell far to the right', `<row r="1">${cellXml('XFD1', 'a')}</row>`, 'spreadsheet.too-many-columns'],
    ['a cell of 40,000 characters', `<row>${cellXml('A1', 'x'.repeat(40_000))}</row>`, 'spreadsheet.cell-too-long'],
    ['a cell of 9 million characters', `<row>${cellXml('A1', 'xy'.repeat(4_500_000))}</row>`, 'spreadsheet.too-large'],
    ['3,000 formulas', `<row>${'<c><f>1+1</f><v>2</v></c>'.repeat(3000)}</row>`, 'spreadsheet.too-many-columns'],
  ])('%s', async (_name, rows, code) => {
    expect(await refusalOf(workbookOf(rows))).toBe(code);
  });

  test('20,000 rows are read, and the server answers others meanwhile', async () => {
    const bytes = workbookOf(manyRows(20_000));
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const workbook = await readWorkbook(bytes);
    delay.disable();
    expect(workbook.sheets[0]?.rows).toHaveLength(20_000);
    expect(delay.max / 1e6).toBeLessThan(500);
  });
});
