export { csvCell, readCsv, writeCsv } from './csv';
export { readDelimited, type Delimited } from './read-delimited';
export { detectText, type TextEncoding } from './detect-text';
export { readWorkbook } from './read-workbook';
export { writeWorkbook, type DayCell, type StyledCell, type WrittenCell, type WrittenSheet } from './write-workbook';
export { WORKBOOK_LIMITS, type Sheet, type Workbook, type WorkbookLimits, type WorkbookRemark } from './workbook';
export { zipDirectory, type ZipEntry } from './zip-directory';
export { addressOf } from './read-sheet';
