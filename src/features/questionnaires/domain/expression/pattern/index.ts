export { checkPattern, matchesPattern } from './match-pattern';
