export { leaveOut, sortRows, type LeftOut } from './arrange-table';
export { batteriesOf, expandItems, type Battery } from './batteries';
export { columnSpecOf } from './column-spec';
export { countTogether, scaleEndsOf, type CountedTogether, type ScaleEnds } from './count-together';
export { crossTable, LEVEL } from './cross-table';
export { discloseRequest } from './disclose-request';
export { gatherBatteries, type GatheredBattery, type NamedTable } from './gather-batteries';
export { linesOf, type Merge } from './merges';
export { nameVariables, type NamedVariable } from './named-variable';
export type * from './table';
export {
  discloseTable,
  forPublication,
  withholdColumns,
  type DisclosedBlock,
  type DisclosedTable,
  type HiddenReason,
} from './disclose-table';
