import { readWorkbook, writeWorkbook } from '../../../src/platform/spreadsheet';
import type { QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import { readXlsForm } from '../../../src/features/questionnaires/interchange/xlsform/read-xlsform';
import { writeXlsForm } from '../../../src/features/questionnaires/interchange/xlsform/write-xlsform';
import { TEMPLATES } from '../../../src/features/questionnaires/templates';

/** Written to a file of bytes, read from it again. */
const roundTrip = async (definition: QuestionnaireDefinition) =>
  readXlsForm(await readWorkbook(await writeWorkbook(writeXlsForm(definition))));

describe('our own questionnaire as XLSForm and back', () => {
  test.each(TEMPLATES.map(({ name, definition }) => [name, definition] as const))('%s', async (_name, definition) => {
    const { definition: again, remarks } = await roundTrip(definition);
    expect(again).toEqual(definition);
    expect(remarks).toEqual([]);
  });
});
