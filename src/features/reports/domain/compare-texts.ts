import type { Block, ReportTree, Run } from './report-tree';

export interface TextsCompared {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Paragraphs, headings and quotes that stand in one tree only, in the order of that tree. */
export const compareTexts = (before: Pick<ReportTree, 'blocks'>, after: Pick<ReportTree, 'blocks'>): TextsCompared => {
  const [earlier, later] = [textsOf(before.blocks), textsOf(after.blocks)];
  return { added: without(later, earlier), removed: without(earlier, later) };
};

/** Each text takes away one of the same words. */
const without = (texts: readonly string[], others: readonly string[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  return texts.filter((text) => {
    const times = left.get(text) ?? 0;
    left.set(text, times - 1);
    return times <= 0;
  });
};

const wordsOf = (runs: readonly Run[]): string =>
  runs.map(({ text, footnote }) => (footnote === undefined ? text : `${text} [${footnote}]`)).join('');

/** What its author wrote; tables, figures and what stands in margins are compared by their numbers. */
const textsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'heading':
      case 'lead':
      case 'text':
      case 'quote':
        return [block.text];
      case 'paragraph':
      case 'callout':
        return [wordsOf(block.runs)];
      case 'list':
        return block.items.map(wordsOf);
      case 'numbered-findings':
        return block.items.map(({ title, text }) => `${title} ${text}`);
      case 'facts':
        return block.items.map(({ name, text }) => `${name}: ${text}`);
      case 'columns':
        return textsOf(block.columns.flat());
      case 'masthead':
      case 'cover':
      case 'contents':
      case 'orientation':
      case 'note':
      case 'key-figures':
      case 'figure':
      case 'table':
      case 'paper-question':
      case 'page-break':
        return [];
    }
  });
