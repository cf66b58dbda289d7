import fc from 'fast-check';
import { readWorkbook, writeWorkbook } from '../../../src/platform/spreadsheet';
import type { QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import { writeJson } from '../../../src/features/questionnaires/interchange/json/envelope';
import { readQuestionnaireFile } from '../../../src/features/questionnaires/interchange/read-file';
import { readXlsForm } from '../../../src/features/questionnaires/interchange/xlsform/read-xlsform';
import { toWrittenSheets } from '../../../src/features/questionnaires/interchange/xlsform/to-written-sheets';
import { writeXlsForm } from '../../../src/features/questionnaires/interchange/xlsform/write-xlsform';
import { TEMPLATES } from '../../../src/features/questionnaires/templates';
import { anyDefinition } from './interchange-definitions';
import { EVERY_KIND } from './languages-definitions';

const asXlsx = async (definition: QuestionnaireDefinition): Promise<Buffer> =>
  writeWorkbook(toWrittenSheets(await writeXlsForm(definition)));

const OURS = [
  ...TEMPLATES.map(({ name, definition }) => [name, definition] as const),
  ['every kind', EVERY_KIND] as const,
];

describe('our own questionnaire as an XLSForm file and back', () => {
  test.each(OURS)('%s comes back as it was', async (_name, definition) => {
    const reading = await readQuestionnaireFile({ bytes: await asXlsx(definition) });
    expect(reading).toEqual({ format: 'xlsform', definition, remarks: [] });
  });

  test('any questionnaire at all comes back as it was, however faulty', async () => {
    await fc.assert(
      fc.asyncProperty(anyDefinition, async (definition) => {
        const { definition: again, remarks } = await readXlsForm({
          sheets: await writeXlsForm(definition),
          remarks: [],
        });
        expect(again).toEqual(definition);
        expect(remarks).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('what travels beside the columns of XLSForm is only what they cannot hold', async () => {
    const { sheets } = await readWorkbook(await asXlsx(EVERY_KIND));
    const [titles, ...rows] = sheets.find(({ name }) => name === 'survey')?.rows ?? [];
    const at = titles?.indexOf('es::json') ?? -1;
    const longest = Math.max(...rows.map((row) => (row[at] ?? '').length));
    expect(longest).toBeLessThan(200);
  });
});

describe('our own questionnaire as a JSON file and back', () => {
  test.each(OURS)('%s comes back as it was', async (_name, definition) => {
    const reading = await readQuestionnaireFile({ bytes: Buffer.from(writeJson(definition)) });
    expect(reading).toEqual({ format: 'json', definition, remarks: [] });
  });
});
