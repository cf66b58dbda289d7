/** A word of one letter does not stand at the end of a line. */
export const tied = (text: string): string => text.replace(/(?<=^|[\s(„])([aiouwz]) /giu, '$1\u00a0');
