import { setImmediate } from 'node:timers/promises';
import type { Workbook } from '../../../../platform/spreadsheet';
import { createRemarkBook, type ImportReading, type RemarkBook } from '../report';
import { buildDefinition } from '../source/build-definition';
import { putRestBack, untouchedRows } from './put-rest-back';
import { readForm, type XlsForm } from './read-form';

/** An XLSForm as a questionnaire; our own files come back as they were written. Others are answered between the steps. */
export const readXlsForm = async (workbook: Workbook): Promise<ImportReading> => {
  const remarks = createRemarkBook();
  remarkOnCells(workbook, remarks);
  const xls = readForm(workbook, remarks);
  await setImmediate();
  const built = await buildDefinition(xls.form, remarks);
  await setImmediate();
  const definition = xls.form.isOurs ? putRestBack(built, xls, remarks) : built;
  return { format: 'xlsform', definition, remarks: xls.form.isOurs ? withoutGuesses(remarks, xls) : remarks.all() };
};

const withoutGuesses = (remarks: RemarkBook, xls: XlsForm): ImportReading['remarks'] => {
  const untouched = untouchedRows(xls);
  return remarks
    .all()
    .filter(({ level, place }) => level === 'refused' || place.sheet !== 'survey' || !untouched.has(place.row));
};

const remarkOnCells = (workbook: Workbook, remarks: RemarkBook): void => {
  for (const { kind, sheet, cell } of workbook.remarks) {
    const place = { sheet, row: Number(/\d+$/.exec(cell)?.[0] ?? 0), column: cell, code: '' };
    if (kind === 'formula') remarks.changed('formula', place);
    else remarks.refused(kind === 'error' ? 'formula-error' : 'no-table', place);
  }
};
