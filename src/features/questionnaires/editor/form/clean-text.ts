/* Control characters but tab and line feed; overrides of the direction of writing; the mark of byte order; lone surrogates. */
const UNWANTED =
  // eslint-disable-next-line no-control-regex -- these very characters are what is removed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text of one or more lines without characters that nobody types. Markup stays what it is: plain text. */
export const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNWANTED, '');

/** The same on one line. */
export const cleanLine = (text: string): string =>
  cleanText(text)
    .replace(/[\n\t]+/g, ' ')
    .trim();
