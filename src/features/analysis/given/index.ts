export { conditionsText } from './figure-notes';
export { columnName, listed, quotable, statementText, wordsOfGiven, type GivenWords } from './given-words';
export { presentGiven, type GivenOptions } from './present-given';
