import type { Choice } from '../definition';

/** A choice that is stored as an answer, not as a missing code. */
export const isAnswerChoice = ({ missing }: Choice): boolean => missing === undefined;
