import { compileVersionWith } from './compile-version';

/** The engine for browsers: the same source, without the register of places, which the server asks anyway. */
export const compileVersion = compileVersionWith((code, level) =>
  (level === 'gmina' ? /^\d{7}$/ : /^\d{4}$/).test(code),
);
export { completeSheet } from './complete-sheet';
export { checkSheet } from './check-sheet';
export { onDay } from './compile-version';
export { faultsIn } from './faults-of-definition';
export { inOrder, orderOf } from './order-of';
export { nextPage, pagesOnPath, pathThrough, previousPage, questionNumbers, visibleItems } from './path';
export { pipeText } from './pipe-text';
export { readPage } from './read-page';
