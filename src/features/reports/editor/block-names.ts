import type { Translator } from '../../../platform/i18n';
import { plainText, type EditorBlock } from '../domain';

/** By kind as people add them. */
export const ICONS = {
  heading: 'heading',
  text: 'pilcrow',
  figure: 'chart-column',
  table: 'table',
  note: 'sticky-note',
  finding: 'lightbulb',
  quote: 'quote',
  callout: 'message-square-text',
  lead: 'align-left',
  generated: 'wand-sparkles',
  'page-break': 'separator-horizontal',
} as const;

export const iconOf = (block: EditorBlock): string =>
  block.kind === 'data' ? ICONS[block.display === 'table' ? 'table' : 'figure'] : ICONS[block.kind];

/** What kind of block it is, in a word. */
export const kindName = (block: EditorBlock, t: Translator['t']): string => {
  if (block.kind === 'data') return t(`report-editor:kind.${block.display}`);
  if (block.kind === 'generated') return t(`report-editor:part.${block.what}`);
  return t(`report-editor:kind.${block.kind}`);
};

const LONGEST_LABEL = 60;

/** Kind and first words, for lists of blocks. */
export const labelOf = (block: EditorBlock, t: Translator['t']): string => {
  const words = 'text' in block ? plainText(block.text) : block.kind === 'data' ? block.title : '';
  if (words === '') return kindName(block, t);
  const short = words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL).trimEnd()}…` : words;
  return t('report-editor:block-label', { kind: kindName(block, t), words: short });
};
