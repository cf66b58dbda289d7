export { CRITERIA } from './criteria';
import { isTerritory } from '../../organisations/domain';
import { compileVersionWith } from './compile-version';

/**
 * Makes a definition ready to be asked. Places are those of the region's register.
 *
 * @throws Error listing every fault of `faultsIn`
 */
export const compileVersion = compileVersionWith(isTerritory);

export type * from './definition';
export type { Choices, Field, FieldKind, IsPlace } from './field';
export {
  evaluate,
  ExpressionError,
  FUNCTION_NAMES,
  isTrue,
  LONGEST_EXPRESSION,
  mentionsOf,
  parseExpression,
  partsOf,
  printExpression,
  referencesOf,
  type Condition,
  type Expression,
  type ExpressionFault,
  type Mention,
  type Moment,
  type Value,
} from './expression';
export { onDay, pageAt, type CompiledItem, type CompiledPage, type CompiledVersion } from './compile-version';
export { MOST_BLOCKS, type Block } from './lay-out-blocks';
export { faultsIn } from './faults-of-definition';
export { expressionsOf, type WrittenExpression } from './faults-of-expressions';
export { faultSentence, type DefinitionFault, type DefinitionFaultKind } from './definition-fault';
export { LIMITS } from './faults-of-size';
export { inOrder, orderOf } from './order-of';
export { mapTexts, textsOfItem } from './map-texts';
export { pipeText, type Wording } from './pipe-text';
export { dayNumber, isDay, printDay, readDay } from './calendar-day';
export { referencesInText } from './text-references';
export { otherTextCode } from './fields-of';
export { nextPage, pagesOnPath, pathThrough, previousPage, questionNumbers, visibleItems, type Path } from './path';
export { readPage, type FormFields, type PageReading } from './read-page';
export { checkSheet } from './check-sheet';
export { completeSheet } from './complete-sheet';
export { isAnswered, isMissing } from './check-answer';
export { issueTextKey, type Fault, type Issue, type IssueKind } from './issue';
export { moveInRanking, type RankingMove } from './move-in-ranking';
export { estimatePath, secondsToAnswer, type PathEstimate } from './estimate-path';
export * from './languages';
export { answerSignature, comparabilityOf, haveSameScale, mayFlowTogether, type Comparability } from './compare';
