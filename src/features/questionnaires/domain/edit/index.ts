export { applyEdit } from './apply-edit';
export { allCodes, codesIn, isFieldCode, LONGEST_CODE, nextChoiceCode, nextItemCode, nextRowCodes } from './codes';
export {
  earlierItems,
  expressionOfRows,
  isComparison,
  isCount,
  rowsOfExpression,
  type ConditionForm,
  type ConditionRow,
  type Joining,
  type RowOperator,
} from './condition-rows';
export { pageOfItem } from './duplicate';
export {
  EditRefused,
  type AppliedEdit,
  type Edit,
  type FrameTexts,
  type Parent,
  type Place,
  type RefusedReason,
  type Rename,
} from './edit';
export { nextPageId } from './edit-pages';
export { fingerprint, fingerprintOfFrame, fingerprintOfPage } from './fingerprint';
export { allItems, codesBefore, innerItems, locateItem, placeOf, siblingsIn, type Location } from './locate';
export { placeNamed, stepPlace } from './places';
export { mentionsIn, referrersTo } from './references';
