import fc from 'fast-check';
import { readWorkbook, writeWorkbook } from '../../src/platform/spreadsheet';
import { cellXml, workbookOf } from './spreadsheet-files';

const rowsOf = async (bytes: Uint8Array): Promise<unknown> => (await readWorkbook(bytes)).sheets[0]?.rows;

describe('a workbook that we write', () => {
  test('is read back cell by cell, empty cells and rows included', async () => {
    const bytes = await writeWorkbook([
      {
        name: 'survey',
        headerRows: 1,
        widths: [10, 40],
        rows: [['type', 'name'], [], [null, { text: 'Zażółć', bold: true }], [3.5]],
      },
      { name: 'choices', rows: [['list_name']] },
    ]);
    const workbook = await readWorkbook(bytes);
    expect(workbook).toEqual({
      sheets: [
        { name: 'survey', rows: [['type', 'name'], [], ['', 'Zażółć'], ['3.5']] },
        { name: 'choices', rows: [['list_name']] },
      ],
      remarks: [],
    });
  });

  test('keeps texts that look like formulas as texts', async () => {
    const texts = ['=1+1', '+48 22 123 45 67', '-5', '@SUM(A1)', '=HYPERLINK("http://przyklad.pl")', '\t=1'];
    const workbook = await readWorkbook(await writeWorkbook([{ name: 'a', rows: [texts] }]));
    expect(workbook.sheets[0]?.rows).toEqual([texts]);
    expect(workbook.remarks).toEqual([]);
  });

  test('gives back any text, names of built-in properties and coded characters included', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary', minLength: 1 }),
            fc.constantFrom(
              '__proto__',
              'constructor',
              'toString',
              '_x0041_',
              '_x005F_x0041_',
              ' a ',
              'a\nb',
              '\u0007',
              '\uD800',
              '😀',
            ),
          ),
          { minLength: 1, maxLength: 20 },
        ),
        async (texts) => {
          const plain = texts.map((text) => text.replace(/\r\n?/g, '\n'));
          const rows = plain.map((text) => [text]);
          expect(await rowsOf(await writeWorkbook([{ name: 'a', rows }]))).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('refuses a text that no cell can hold', async () => {
    await expect(writeWorkbook([{ name: 'a', rows: [['x'.repeat(32_768)]] }])).rejects.toThrow(RangeError);
  });
});

test('another reader sees the same cells in what we write', async () => {
  const rows = [
    ['type', 'name'],
    ['=1+1', 'Zażółć gęślą jaźń'],
    ['text', 'a\nb'],
  ];
  const bytes = await writeWorkbook([{ name: 'survey', headerRows: 1, rows }]);
  const { default: readExcelFile } = await import('read-excel-file/node');
  expect(await readExcelFile(bytes)).toEqual([{ sheet: 'survey', data: rows }]);
});

describe('a workbook of another program', () => {
  test('gives numbers, truth values, days and rich texts as plain texts', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>';
    const relations =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/><Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>';
    const shared =
      '<x:sst><x:si><x:r><x:t>Po</x:t></x:r><x:r><x:t xml:space="preserve">wiat </x:t></x:r><x:rPh><x:t>ruby</x:t></x:rPh></x:si></x:sst>';
    const row =
      '<row><c t="s"><v>0</v></c><c><v>0.30000000000000004</v></c><c t="b"><v>1</v></c><c s="1"><v>46347</v></c><c s="2"><v>46347.5</v></c><c t="d"><v>2026-11-21</v></c></row>';
    const bytes = workbookOf(row, {
      'xl/styles.xml': styles,
      'xl/sharedStrings.xml': shared,
      'xl/_rels/workbook.xml.rels': relations,
    });
    // 46347 days after 1899-12-30 is 2026-11-21.
    expect(await rowsOf(bytes)).toEqual([
      ['Powiat ', '0.3', 'TRUE', '2026-11-21', '2026-11-21T12:00:00', '2026-11-21'],
    ]);
  });

  test('with formulas gives their saved values as plain texts and names every cell', async () => {
    const row =
      '<row r="4"><c r="C4" t="str"><f>CONCAT("a","b")</f><v>ab</v></c><c r="D4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';
    const workbook = await readWorkbook(workbookOf(row));
    expect(workbook.sheets[0]?.rows).toEqual([[], [], [], ['', '', 'ab']]);
    expect(workbook.remarks).toEqual([
      { kind: 'formula', sheet: 'survey', cell: 'C4' },
      { kind: 'error', sheet: 'survey', cell: 'D4' },
    ]);
  });

  test('with a million formatted but empty rows is read as what it holds', async () => {
    const bytes = workbookOf(`<row r="1">${cellXml('A1', 'a')}</row><row r="1048576"><c r="XFD1048576" s="0"/></row>`);
    expect(await rowsOf(bytes)).toEqual([['a']]);
  });

  test('with a sheet of charts is read without it, and says so', async () => {
    const bytes = workbookOf(`<row>${cellXml('A1', 'a')}</row>`, {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
    });
    expect(await readWorkbook(bytes)).toEqual({
      sheets: [],
      remarks: [{ kind: 'not-a-table', sheet: 'survey', cell: '' }],
    });
  });
});
