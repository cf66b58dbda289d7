/** With a capital first: a label from a list of answers that stands on its own. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
