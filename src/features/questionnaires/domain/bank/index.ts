export {
  ANSWER_FORMS,
  answerFormOf,
  AUDIENCES,
  CRITERIA,
  isStatement,
  MODULE_CODES,
  wordingOf,
  type AnswerForm,
  type Audience,
  type BankEntry,
  type BankModule,
  type BankModuleCode,
} from './entry';
export { itemsFrom, withRows } from './items-from';
export { looseAmong, withWhatTheyLookAt, type LooseItem } from './loose-items';
export { measureItems, type ItemsMeasure } from './measure-items';
export { takenCodesOf } from './plan-taking';
export { asksTheSame, currentOf, recordsOf, withoutHistory, type BankRecord, type OwnVersion } from './records';
export { searchBank, type BankQuery } from './search-bank';
export { takeItems, type Taken, type Taking } from './take-items';
