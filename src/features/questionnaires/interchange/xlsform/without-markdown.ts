/** The subset of markdown that forms of other tools show: headings, bold, italics, links. */
export const withoutMarkdown = (text: string): string =>
  text
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/\[([^[\]\n]{1,500})\]\([^()\s]{1,1000}\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,1000}?\S|\S)\1/g, '$2')
    .replace(/(^|[\s(„"])([*_])(?=\S)([^*_\n]{1,1000}?\S|\S)\2(?=$|[\s).,;:!?”"])/gm, '$1$3');
