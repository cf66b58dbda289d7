export { readCsv, writeCsv } from './csv';
export { readWorkbook } from './read-workbook';
export { writeWorkbook, type StyledCell, type WrittenCell, type WrittenSheet } from './write-workbook';
export { WORKBOOK_LIMITS, type Sheet, type Workbook, type WorkbookLimits, type WorkbookRemark } from './workbook';
export { addressOf } from './read-sheet';
