export {
  answerFormOf,
  AUDIENCES,
  isStatement,
  wordingOf,
  type AnswerForm,
  type Audience,
  type BankEntry,
  type BankModule,
  type BankModuleCode,
} from './entry';
export { itemsFrom, withRows } from './items-from';
