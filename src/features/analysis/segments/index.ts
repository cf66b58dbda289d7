export { keepColumns, type ColumnsNeeds, type CurrentColumns, type ReadColumns } from './keep-columns';
export { createSegmentStore } from './store';
