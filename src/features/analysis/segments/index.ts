export { keepColumns, type ColumnsNeeds, type CurrentColumns, type ReadColumns } from './keep-columns';
export { createSegmentStore, noSegments } from './store';
