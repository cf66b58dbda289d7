import type { BlockContent } from '../stored-report';

/** Text as forms and stores pass it on unchanged: one kind of line ends, no blank edges. */
export const normalText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\0', '')
    .replace(/^\s*\n/, '')
    .trimEnd();

export const normalLine = (text: string): string =>
  normalText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();

export const normalContent = <Content extends BlockContent>(content: Content): Content => {
  switch (content.kind) {
    case 'heading':
      return { ...content, text: normalLine(content.text) };
    case 'lead':
    case 'text':
    case 'note':
    case 'callout':
      return { ...content, text: normalText(content.text) };
    case 'quote':
      return { ...content, text: normalText(content.text), source: normalLine(content.source) };
    case 'data':
      return { ...content, title: normalLine(content.title) };
    case 'finding':
    case 'generated':
    case 'page-break':
      return content;
  }
};
