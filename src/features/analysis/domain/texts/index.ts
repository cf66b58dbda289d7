export { checkQuote, LONGEST_QUOTE, type QuoteFault } from './check-quote';
export { hintPersonal, tellsContact } from './hint-personal';
export { labelAnswers, type Author, type Labels } from './label-answers';
export { containsAll, foldText, markFound, soughtWords, type Piece } from './search';
export { asksForInstitution, textFieldsOf, type TextField } from './text-fields';
